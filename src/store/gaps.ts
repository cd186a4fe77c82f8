import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { analyzeQuestion } from '../text/question.ts';
import { keepable } from './kept-text.ts';
import { readPage, type Page, type PageRequest } from './page.ts';

/** A question as it could not be answered. */
export interface UnansweredQuestion {
  /** null in a direct message: no server's administrators may see it, so it is not kept. */
  server: string | null;
  member: string;
  question: string;
}

/** Questions of a server that ask the same in nearly the same words. Times are in milliseconds since 1970. */
export interface Gap {
  id: string;
  /** How often it was asked. */
  count: number;
  first: number;
  last: number;
  /** Its newest wording, private data masked. */
  example: string;
}

/** What found no answer. Each question is a row of its own, so that retention and a forgotten member leave the counts right. */
export class GapTable {
  readonly #options: { now: () => number; keepQuestions: boolean };
  readonly #insert: Database.Statement<[string, string, string, string, number]>;
  readonly #list: Database.Statement<[string, number, number], Gap & { number: number }>;
  readonly #delete: Database.Statement<[string, string]>;

  constructor(database: Database.Database, options: { now: () => number; keepQuestions: boolean }) {
    this.#options = options;
    this.#insert = database.prepare('INSERT INTO gaps (server, gap, member, wording, created) VALUES (?, ?, ?, ?, ?)');
    this.#list = database.prepare(
      `SELECT groups.number, groups.id, count, first, last, wording AS example FROM (
         SELECT max(number) AS number, gap AS id, count(*) AS count, min(created) AS first, max(created) AS last
         FROM gaps WHERE server = ? GROUP BY gap
       ) AS groups JOIN gaps USING (number) WHERE number < ? ORDER BY number DESC LIMIT ?`,
    );
    this.#delete = database.prepare('DELETE FROM gaps WHERE server = ? AND gap = ?');
  }

  /** Keeps a question where questions are kept. @returns whether it was kept. */
  add({ server, member, question }: UnansweredQuestion): boolean {
    const wording = this.#options.keepQuestions ? keepable(question) : null;
    if (server === null || wording === null) return false;
    this.#insert.run(server, gapOf(wording), member, wording, this.#options.now());
    return true;
  }

  /** A server's own gaps; the one asked last comes first. */
  list(server: string, request: PageRequest): Page<Gap> {
    const { rows, next } = readPage(request, (before, limit) => this.#list.all(server, before, limit));
    return { entries: rows.map(({ id, count, first, last, example }) => ({ id, count, first, last, example })), next };
  }

  /** Takes a gap off a server's list, for good or because an article fills it now: asked again it counts from 1. @returns false when there is none. */
  resolve(server: string, id: string): boolean {
    return this.#delete.run(server, id).changes > 0;
  }
}

/**
 * What nearly identical wordings have in common: the stems in their order, without spaces (Korean spacing varies more than its word order),
 * and whether a date or a number is asked for, which the stems leave out.
 */
function gapOf(wording: string): string {
  const { stems, folded, asked } = analyzeQuestion(wording);
  const matter = stems.length > 0 ? stems.join('') : folded;
  const key = JSON.stringify([matter, asked.date, asked.number]);
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}
