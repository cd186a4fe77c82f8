import { setTimeout } from 'node:timers/promises';

/** Work that has begun and not ended. */
export class UnderWay {
  readonly #all = new Set<Promise<void>>();
  readonly #onError: (error: unknown) => void;

  /** @param onError Told of errors that were not told where the work was done. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  add(work: Promise<void>): void {
    const ended = work.catch(this.#onError).finally(() => this.#all.delete(ended));
    this.#all.add(ended);
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
