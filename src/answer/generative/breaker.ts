import type { ModelError } from './model-error.ts';

const FAILURES = 3;
const OPEN_MILLISECONDS = 60_000;
const REFUSED_MILLISECONDS = 600_000;
const REFUSED = new Set([401, 403]);

/** Keeps an endpoint that fails from being asked: for a minute after three failures in a row, for ten minutes when it refuses the key. */
export class Breaker {
  readonly #now: () => number;
  #failures = 0;
  #until = 0;
  #alert: string | null = null;

  /** @param now Milliseconds of any steady clock. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** What administrators should know, in words; null when all is well. It stays until the endpoint answers again. */
  get alert(): string | null {
    return this.#alert;
  }

  get isOpen(): boolean {
    return this.#now() < this.#until;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#until = 0;
    this.#alert = null;
  }

  failed(error: ModelError): void {
    if (error.reason === 'stopped') return;
    this.#failures += 1;
    if (error.status !== null && REFUSED.has(error.status)) {
      this.#until = this.#now() + REFUSED_MILLISECONDS;
      this.#alert = `The language model's endpoint refuses the key (status ${error.status}): check LLM_API_KEY. Answers are quotes only.`;
    } else if (this.#failures >= FAILURES) {
      this.#until = this.#now() + OPEN_MILLISECONDS;
      this.#alert = `The language model does not answer: ${error.message}. Answers are quotes only until it does.`;
    }
  }
}
