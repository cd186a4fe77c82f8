const HOUR = 60 * 60 * 1000;

/** Counts what was done within the last hour, by key. */
export class Quota {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #times = new Map<string, number[]>();

  /** @param now Milliseconds since 1970. */
  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** When one more is allowed, in milliseconds since 1970; undefined when it is allowed now. */
  fullUntil(key: string): number | undefined {
    const times = this.#recent(key);
    return times.length < this.#limit ? undefined : (times[times.length - this.#limit] ?? 0) + HOUR;
  }

  count(key: string): void {
    this.#times.set(key, [...this.#recent(key), this.#now()]);
  }

  #recent(key: string): number[] {
    const since = this.#now() - HOUR;
    const times = (this.#times.get(key) ?? []).filter((time) => time > since);
    if (times.length === 0) this.#times.delete(key);
    else this.#times.set(key, times);
    return times;
  }

  /** Lets go of keys that have not been seen within the hour. */
  sweep(): void {
    for (const key of [...this.#times.keys()]) this.#recent(key);
  }
}
