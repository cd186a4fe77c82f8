import type { Answer } from '../../answer/answer.ts';
import type { AskRequest } from '../../app.ts';
import { Quota } from './quota.ts';
import type { Limits } from '../bot.ts';

/** A question on its way to the engine. */
export interface Question extends AskRequest {
  text: string;
  person: string;
  /** null in a direct message. */
  server: string | null;
}

/** Why a question is not taken: a limit is used up (until when, in milliseconds since 1970), or too many questions wait. */
export type Refusal = { reason: 'person' | 'server'; limit: number; until: number } | { reason: 'busy' };

/**
 * Who may ask how much. A question that a person asks again while it is being answered is not searched twice; a person's next question
 * waits for the one before; and only so many wait altogether.
 */
export class Asking {
  readonly #ask: (text: string, request: AskRequest) => Promise<Answer>;
  readonly #limits: Limits;
  readonly #persons: Quota;
  readonly #servers: Quota;
  #admitted = 0;
  readonly #underWay = new Map<string, Promise<Answer>>();
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(ask: (text: string, request: AskRequest) => Promise<Answer>, limits: Limits, now: () => number) {
    this.#ask = ask;
    this.#limits = limits;
    this.#persons = new Quota(limits.personQuestions, now);
    this.#servers = new Quota(limits.serverQuestions, now);
  }

  /** Questions that were admitted and have not left. */
  get waiting(): number {
    return this.#admitted;
  }

  /** Takes a place for a question, which is to be given back by `leave`, or says why there is none. */
  admit({ person, server }: Pick<Question, 'person' | 'server'>): Refusal | undefined {
    if (this.#admitted >= this.#limits.queue) return { reason: 'busy' };
    const personUntil = this.#persons.fullUntil(person);
    if (personUntil !== undefined) return { reason: 'person', limit: this.#limits.personQuestions, until: personUntil };
    const serverUntil = server === null ? undefined : this.#servers.fullUntil(server);
    if (serverUntil !== undefined) return { reason: 'server', limit: this.#limits.serverQuestions, until: serverUntil };
    this.#persons.count(person);
    if (server !== null) this.#servers.count(server);
    this.#admitted += 1;
    return undefined;
  }

  leave(): void {
    this.#admitted -= 1;
  }

  answer({ text, person, server, ...request }: Question): Promise<Answer> {
    const key = JSON.stringify([person, server, text, request]);
    const same = this.#underWay.get(key);
    if (same) return same;
    const before = this.#last.get(person) ?? Promise.resolve();
    const answer = before.then(() => this.#ask(text, { ...request, person }));
    const done = answer.then(
      () => undefined,
      () => undefined,
    );
    this.#underWay.set(key, answer);
    this.#last.set(person, done);
    void done.then(() => {
      this.#underWay.delete(key);
      if (this.#last.get(person) === done) this.#last.delete(person);
    });
    return answer;
  }

  /** To be called now and then: lets go of who has not asked for an hour. */
  sweep(): void {
    this.#persons.sweep();
    this.#servers.sweep();
  }
}
