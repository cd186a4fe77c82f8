import type Database from 'better-sqlite3';
import { z } from 'zod';
import { StoreError } from '../errors.ts';
import type { Span } from '../types.ts';
import type { IndexedArticle, IndexedChunk } from './index-port.ts';

interface ArticleRow extends Omit<IndexedArticle, 'copies' | 'korean'> {
  copies: string;
  korean: number;
  first_chunk: number;
}

interface ChunkRow {
  id: number;
  key: string;
  article: number;
  start: number;
  end: number;
  headings: string;
  sentences: Buffer;
  text: string;
}

interface ScoringRow {
  article: number;
  first_sentence: number;
  sentence_count: number;
  length: number;
  terms: Buffer;
}

/** What scoring needs of a chunk, without its text. */
export interface ScoringEntry {
  article: IndexedArticle;
  /** Packed term frequencies (bm25.ts) and their sum. */
  terms: Uint32Array;
  length: number;
  /** Rows of its sentences among the sentence vectors. */
  firstSentence: number;
  sentenceCount: number;
}

const Strings = z.array(z.string());

/** Articles and chunks of a generation's database. The articles' metadata is held in memory, texts stay on the disk. */
export class ChunkTable {
  readonly #articles: IndexedArticle[];
  readonly #firstChunk: number[];
  readonly #chunk: Database.Statement<[number], ChunkRow>;
  readonly #scoring: Database.Statement<[number], ScoringRow>;
  readonly #text: Database.Statement<[string], { text: string }>;

  constructor(database: Database.Database) {
    const rows = database
      .prepare<[], ArticleRow>(
        `SELECT id, source, hash, copies, title, publisher, reporter, date, url, korean, first_chunk, chunks
         FROM articles ORDER BY id`,
      )
      .all();
    this.#firstChunk = rows.map((row) => row.first_chunk);
    this.#articles = rows.map(({ first_chunk: _, copies, korean, ...article }) => ({
      ...article,
      korean: korean === 1,
      copies: Strings.parse(JSON.parse(copies)),
    }));
    this.#chunk = database.prepare('SELECT id, key, article, start, end, headings, sentences, text FROM chunks WHERE id = ?');
    this.#scoring = database.prepare('SELECT article, first_sentence, sentence_count, length, terms FROM chunks WHERE id = ?');
    this.#text = database.prepare('SELECT text FROM articles WHERE source = ?');
  }

  articles(): IndexedArticle[] {
    return this.#articles;
  }

  text(source: string): string | undefined {
    return this.#text.get(source)?.text;
  }

  /** Ids of the chunks of all articles that pass, in order. */
  chunkIds(passes: (article: IndexedArticle) => boolean): number[] {
    return this.#articles.flatMap((article, index) =>
      passes(article) ? Array.from({ length: article.chunks }, (_, offset) => (this.#firstChunk[index] ?? 0) + offset) : [],
    );
  }

  chunk(id: number): IndexedChunk {
    const { row, article } = this.#withArticle(this.#chunk.get(id), id);
    return { ...row, article, headings: Strings.parse(JSON.parse(row.headings)), sentences: spans(row.sentences) };
  }

  scoring(id: number): ScoringEntry {
    const { row, article } = this.#withArticle(this.#scoring.get(id), id);
    return {
      article,
      terms: wordsOf(row.terms),
      length: row.length,
      firstSentence: row.first_sentence,
      sentenceCount: row.sentence_count,
    };
  }

  #withArticle<Row extends { article: number }>(row: Row | undefined, id: number): { row: Row; article: IndexedArticle } {
    const article = row && this.#articles[row.article];
    if (!article) throw new StoreError(`chunk ${id} is not in the index`);
    return { row, article };
  }
}

function wordsOf(bytes: Buffer): Uint32Array {
  const copy = new Uint8Array(bytes);
  return new Uint32Array(copy.buffer);
}

function spans(bytes: Buffer): Span[] {
  const offsets = wordsOf(bytes);
  return Array.from({ length: offsets.length / 2 }, (_, index) => ({ start: offsets[index * 2] ?? 0, end: offsets[index * 2 + 1] ?? 0 }));
}
