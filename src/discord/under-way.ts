import { setTimeout } from 'node:timers/promises';

/** Work that has begun and not ended. */
export class UnderWay {
  readonly #all = new Set<Promise<void>>();

  /** @param work Never rejects: its errors were told where it was begun. */
  add(work: Promise<void>): void {
    this.#all.add(work);
    void work.finally(() => this.#all.delete(work));
  }

  /** Resolves when all of it has ended, at the latest after so many milliseconds. */
  async ended(milliseconds: number): Promise<void> {
    const given = new AbortController();
    await Promise.race([
      Promise.all(this.#all),
      setTimeout(milliseconds, undefined, { signal: given.signal }).catch(() => undefined),
    ]);
    given.abort();
  }
}
