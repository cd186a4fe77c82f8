import type Database from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { keepable } from './kept-text.ts';
import { readPage, type Page, type PageRequest } from './page.ts';

/** The longest reason, in characters; a Discord modal is limited to the same. */
export const REASON_CHARACTERS = 500;

export type Rating = 'up' | 'down';

export interface Vote {
  answer: string;
  /** Where the button was pressed; null in a direct message. */
  server: string | null;
  member: string;
  rating: Rating;
  /** Why; private data is masked before it is stored. */
  reason?: string;
}

/** A vote as it is listed to administrators. `created` is in milliseconds since 1970. */
export interface FeedbackEntry {
  answer: string;
  member: string;
  rating: Rating;
  reason: string | null;
  created: number;
  /** The question that was answered, where questions are kept. */
  question: string | null;
}

/** Votes on given answers, one a member and answer. They go when their answer goes. */
export class FeedbackTable {
  readonly #now: () => number;
  readonly #put: Database.Statement<[Record<string, string | number | null>]>;
  readonly #counts: Database.Statement<[string], { rating: Rating; votes: number }>;
  readonly #list: Database.Statement<[string, number, number], FeedbackEntry & { number: number }>;

  constructor(database: Database.Database, { now }: { now: () => number }) {
    this.#now = now;
    // REPLACE also renews the number: a vote that was changed is the newest again.
    this.#put = database.prepare(
      `INSERT OR REPLACE INTO feedback (answer, member, rating, reason, created)
       SELECT id, @member, @rating, @reason, @created FROM given_answers WHERE id = @answer AND server IS @server`,
    );
    this.#counts = database.prepare('SELECT rating, count(*) AS votes FROM feedback WHERE answer = ? GROUP BY rating');
    this.#list = database.prepare(
      `SELECT feedback.number, feedback.answer, member, rating, reason, feedback.created, question
       FROM feedback JOIN given_answers ON given_answers.id = feedback.answer
       WHERE server = ? AND feedback.number < ? ORDER BY feedback.number DESC LIMIT ?`,
    );
  }

  /**
   * Records a vote; the member's vote before on the same answer is replaced, its reason included.
   * @returns false when the server has no such answer (any more).
   * @throws UserError when the reason is too long.
   */
  vote({ answer, server, member, rating, reason = '' }: Vote): boolean {
    if (Array.from(reason).length > REASON_CHARACTERS)
      throw new UserError(`The reason is too long. At most ${REASON_CHARACTERS} characters are kept.`);
    const created = this.#now();
    return this.#put.run({ answer, server, member, rating, reason: keepable(reason), created }).changes > 0;
  }

  /** How many members voted which way on an answer. */
  counts(answer: string): Record<Rating, number> {
    const counts = { up: 0, down: 0 };
    for (const { rating, votes } of this.#counts.all(answer)) counts[rating] = votes;
    return counts;
  }

  /** A server's own votes, newest first. */
  list(server: string, request: PageRequest): Page<FeedbackEntry> {
    const { rows, next } = readPage(request, (before, limit) => this.#list.all(server, before, limit));
    const entries = rows.map(({ answer, member, rating, reason, created, question }) => {
      return { answer, member, rating, reason, created, question };
    });
    return { entries, next };
  }
}
