import { createHash } from 'node:crypto';
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
      this.#insert.term.run(term, blobOf(entries));
      this.#names.addTerm(term, entries.length);
    }
    this.#database.exec('COMMIT');
    this.close();
    return this.chunks > 0 ? this.#terms / this.chunks : 0;
  }

  /** Reads the finished file back. Throws StoreError when SQLite finds a fault in it or rows are missing. */
  requireSound(path: string): void {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const found = {
        check: database.pragma('quick_check', { simple: true }),
        articles: database.prepare('SELECT count(*) FROM articles').pluck().get(),
        chunks: database.prepare('SELECT count(*) FROM chunks').pluck().get(),
      };
      if (found.check !== 'ok' || found.articles !== this.articles || found.chunks !== this.chunks) {
        throw new StoreError(`the database does not read back as it was written: ${JSON.stringify(found)}`);
      }
    } finally {
      database.close();
    }
  }

  close(): void {
    this.#database.close();
  }
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
