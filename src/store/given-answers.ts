import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Citation } from '../answer/answer.ts';
import { hashQuote } from '../text/quote-hash.ts';
import type { AnswerKind, Language } from '../types.ts';
import { parseJson } from './json.ts';
import { keepable } from './kept-text.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** 60 random bits: short enough for a button's custom_id, too many to guess. */
const ID_CHARACTERS = 12;

const citationSchema = z.object({
  number: z.int(),
  source: z.string(),
  title: z.string(),
  chunk: z.string(),
  start: z.int(),
  end: z.int(),
  quoteHash: z.string(),
});
const rowSchema = z.object({
  id: z.string(),
  server: z.string().nullable(),
  channel: z.string(),
  asker: z.string(),
  created: z.number(),
  language: z.enum(['ko', 'en']),
  question: z.string().nullable(),
  kind: z.enum(['answered', 'unsure', 'unanswered', 'chat']),
  citations: z.preprocess((text) => parseJson(String(text)), z.array(citationSchema)),
  generation: z.string().nullable(),
  /** Whether it was shown to everyone after the asker had it alone. */
  shared: z.int().transform((value) => value !== 0),
});

/** Where a quote stood when the answer was given. The quote itself stays in the generation; its hash tells whether it is still the same. */
export type GivenCitation = z.output<typeof citationSchema>;

/** An answer that was shown to someone, as far as its buttons need it. `created` is in milliseconds since 1970. */
export type GivenAnswer = z.output<typeof rowSchema>;

export interface NewGivenAnswer {
  /** null in a direct message. */
  server: string | null;
  channel: string;
  asker: string;
  language: Language;
  /** Stored only where questions are kept, private data masked. */
  question: string;
  kind: AnswerKind;
  citations: readonly Pick<Citation, 'number' | 'source' | 'title' | 'chunk' | 'start' | 'end' | 'quote'>[];
  generation: string | null;
}

/** The answers that were given, by the short id that their buttons carry. */
export class GivenAnswerTable {
  readonly #options: { now: () => number; keepQuestions: boolean; note: (message: string) => void };
  readonly #insert: Database.Statement<[Record<string, string | number | null>]>;
  readonly #find: Database.Statement<[string]>;
  readonly #share: Database.Statement<[string]>;
  readonly #unshare: Database.Statement<[string]>;

  constructor(
    database: Database.Database,
    options: { now: () => number; keepQuestions: boolean; note: (message: string) => void },
  ) {
    this.#options = options;
    this.#insert = database.prepare(
      `INSERT INTO given_answers (id, server, channel, asker, created, language, question, kind, citations, generation)
       VALUES (@id, @server, @channel, @asker, @created, @language, @question, @kind, @citations, @generation)`,
    );
    this.#find = database.prepare('SELECT * FROM given_answers WHERE id = ?');
    this.#share = database.prepare('UPDATE given_answers SET shared = 1 WHERE id = ? AND shared = 0');
    this.#unshare = database.prepare('UPDATE given_answers SET shared = 0 WHERE id = ?');
  }

  /** Stores an answer before it is shown. @returns its id. */
  add({ question, citations, ...answer }: NewGivenAnswer): string {
    const id = newId();
    const stored = citations.map(({ number, source, title, chunk, start, end, quote }): GivenCitation => {
      return { number, source, title, chunk, start, end, quoteHash: hashQuote(quote) };
    });
    this.#insert.run({
      ...answer,
      id,
      created: this.#options.now(),
      question: this.#options.keepQuestions ? keepable(question) : null,
      citations: JSON.stringify(stored),
    });
    return id;
  }

  /** The answer with an id; undefined when there is none any more, or the id is made up. */
  find(id: string): GivenAnswer | undefined {
    const row = this.#find.get(id);
    if (row === undefined) return undefined;
    const result = rowSchema.safeParse(row);
    if (!result.success) this.#options.note(`The stored answer ${id} cannot be read; its buttons count as expired.`);
    return result.data;
  }

  /** Marks an answer as shown to everyone. @returns true for the first caller alone, whatever the process: who gets it may show it. */
  share(id: string): boolean {
    return this.#share.run(id).changes > 0;
  }

  /** Takes that back, when it could not be shown. */
  unshare(id: string): void {
    this.#unshare.run(id);
  }
}

function newId(): string {
  return Array.from(randomBytes(ID_CHARACTERS), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
