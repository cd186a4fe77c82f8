const DAY = 86_400_000;
/** Korea is nine hours ahead of UTC, all year. */
const KOREA = 9 * 3_600_000;
const BYTES_A_TOKEN = 3;

export interface BudgetLimits {
  /** Answers a person gets on one day in Korea. */
  personQuestions: number;
  /** Tokens for everyone on one day in Korea, read and written. */
  tokens: number;
}

/** What the language model may still be used for today. Held in memory: a restart begins anew. */
export class Budget {
  readonly #limits: BudgetLimits;
  readonly #now: () => number;
  #day = 0;
  #tokens = 0;
  readonly #persons = new Map<string, number>();

  /** @param now Milliseconds since 1970. */
  constructor(limits: BudgetLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Takes a question of so many tokens out of the budget; false when it is used up. Whoever asks without a person counts in total only. */
  take(person: string | undefined, tokens: number): boolean {
    this.#beginDay();
    const asked = person === undefined ? 0 : (this.#persons.get(person) ?? 0);
    if (this.#tokens + tokens > this.#limits.tokens || (person !== undefined && asked >= this.#limits.personQuestions))
      return false;
    this.#tokens += tokens;
    if (person !== undefined) this.#persons.set(person, asked + 1);
    return true;
  }

  /** Corrects what was taken by what was used. */
  settle(taken: number, used: number): void {
    this.#beginDay();
    this.#tokens = Math.max(0, this.#tokens + used - taken);
  }

  #beginDay(): void {
    const day = Math.floor((this.#now() + KOREA) / DAY);
    if (day === this.#day) return;
    this.#day = day;
    this.#tokens = 0;
    this.#persons.clear();
  }
}

/** Tokens of a text, roughly and rather too many: for budgets where the endpoint does not count. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);
}
