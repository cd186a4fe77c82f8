import { createHash, type Hash } from 'node:crypto';
import Database from 'better-sqlite3';
import { StoreError } from '../errors.ts';
import type { Chunk } from '../types.ts';
import { blobOf } from './blobs.ts';
import { CREATE_TABLES } from './generation-schema.ts';
import type { ArticleRecord, IndexedFile } from './index-port.ts';
import { NameTablesWriter } from './name-tables.ts';
import { PostingsBuilder } from './postings.ts';

/** Writes the database of a new generation: articles, texts, files, chunks, and at the end the terms. */
export class GenerationTables {
  readonly #database: Database.Database;
  readonly #insert: ReturnType<typeof prepareInserts>;
  readonly #names: NameTablesWriter;
  readonly #postings = new PostingsBuilder();
  /** How often each text has come in the article at hand. */
  #repetitions = new Map<string, number>();
  #terms = 0;
  /** Of texts and postings as they were handed over: SQLite's own check does not look into values. */
  readonly #texts = createHash('sha256');
  readonly #postingsHash = createHash('sha256');
  #rows: RowCounts = {};
  articles = 0;
  chunks = 0;

  constructor(path: string) {
    this.#database = new Database(path);
    try {
      // Nobody reads the file before it is whole, and it is forced to the disk once, at the end.
      for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE']) this.#database.pragma(pragma);
      this.#database.exec(CREATE_TABLES);
      this.#insert = prepareInserts(this.#database);
      this.#names = new NameTablesWriter(this.#database);
      this.#database.exec('BEGIN');
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  addArticle(article: ArticleRecord['article'], text: string, chunks: number): void {
    const row = { ...article, id: this.articles, copies: JSON.stringify(article.copies), korean: article.korean ? 1 : 0, chunks };
    this.#insert.article.run(row);
    this.#insert.text.run(this.articles, text);
    this.#texts.update(text);
    this.#names.addArticle(`${article.title}\n${text}`);
    this.#repetitions = new Map();
    this.articles += 1;
  }

  /** Adds the next chunk of the article added last. */
  addChunk(source: string, { start, end, headings, sentences }: Chunk, text: string, terms: readonly string[]): void {
    const repetition = this.#repetitions.get(text) ?? 0;
    this.#repetitions.set(text, repetition + 1);
    this.#postings.add(terms);
    this.#terms += terms.length;
    this.#insert.chunk.run({
      ...{ id: this.chunks, article: this.articles - 1, key: keyOf(source, text, repetition), start, end, terms: terms.length },
      headings: JSON.stringify(headings),
      sentences: blobOf(Uint32Array.from(sentences.flatMap((sentence) => [sentence.start, sentence.end]))),
    });
    this.chunks += 1;
  }

  addFile({ source, hash, bytes, modified, reason }: IndexedFile): void {
    this.#insert.file.run(source, hash, bytes, modified, reason);
  }

  /** Writes the terms, closes the file and returns the mean number of terms of a chunk. */
  finish(): number {
    for (const [term, entries] of this.#postings.postings()) {
      const blob = blobOf(entries);
      this.#insert.term.run(term, blob);
      this.#postingsHash.update(blob);
      this.#names.addTerm(term, entries.length);
    }
    this.#rows = countRows(this.#database);
    this.#database.exec('COMMIT');
    this.close();
    return this.chunks > 0 ? this.#terms / this.chunks : 0;
  }

  /**
   * Reads the finished file back. Throws StoreError when SQLite finds a fault in it, rows are missing, or texts or postings are others: a page
   * that never reached the disk can leave an empty table behind that is sound.
   */
  requireSound(path: string): void {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const check = database.pragma('quick_check', { simple: true });
      if (check !== 'ok') throw new StoreError(`the database does not read back as it was written: ${String(check)}`);
      const problem =
        rowsMissing(this.#rows, countRows(database)) ??
        valuesChanged('texts', this.#texts, database.prepare('SELECT text FROM texts ORDER BY article')) ??
        valuesChanged('postings', this.#postingsHash, database.prepare('SELECT postings FROM terms ORDER BY rowid'));
      if (problem !== undefined) throw new StoreError(`the database does not read back as it was written: ${problem}`);
    } finally {
      database.close();
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** How many rows each table holds. */
type RowCounts = Record<string, number>;

function countRows(database: Database.Database): RowCounts {
  const tables = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return Object.fromEntries(tables.map((table) => [table, count(table)]));
}

/** The first table that holds another number of rows than it should, in words. */
function rowsMissing(expected: RowCounts, found: RowCounts): string | undefined {
  const table = Object.keys(expected).find((name) => expected[name] !== found[name]);
  return table === undefined ? undefined : `${table} holds ${found[table] ?? 'no'} rows instead of ${expected[table] ?? 0}`;
}

/** Says so when the values of a query's only column, one after the other, do not have the hash of what was written. */
function valuesChanged(name: string, written: Hash, query: Database.Statement): string | undefined {
  const hash = createHash('sha256');
  for (const value of query.pluck().iterate()) hash.update(Buffer.isBuffer(value) ? value : String(value));
  return hash.digest('hex') === written.digest('hex') ? undefined : `the ${name} are others`;
}

/** The same text a second time in an article gets a key of its own. */
function keyOf(source: string, text: string, repetition: number): string {
  const identity = [source, text, ...(repetition > 0 ? [repetition] : [])].join('\0');
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}

function prepareInserts(database: Database.Database) {
  return {
    article: database.prepare(
      'INSERT INTO articles VALUES (@id, @source, @hash, @copies, @title, @publisher, @reporter, @date, @url, @korean, @chunks)',
    ),
    text: database.prepare('INSERT INTO texts VALUES (?, ?)'),
    file: database.prepare('INSERT INTO files VALUES (?, ?, ?, ?, ?)'),
    chunk: database.prepare('INSERT INTO chunks VALUES (@id, @article, @key, @start, @end, @headings, @sentences, @terms)'),
    term: database.prepare('INSERT INTO terms VALUES (?, ?)'),
  };
}
