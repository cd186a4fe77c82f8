import type Database from 'better-sqlite3';
import { StoreError } from '../errors.ts';
import type { Span } from '../types.ts';
import { numbersOf } from './blobs.ts';
import type { IndexedArticle, IndexedChunk } from './index-port.ts';

interface ArticleRow extends Omit<IndexedArticle, 'copies' | 'korean'> {
  copies: string;
  korean: number;
}

interface ChunkRow {
  id: number;
  key: string;
  article: number;
  start: number;
  end: number;
  headings: string;
  sentences: Buffer;
}

/** Articles and chunks of a generation's database. In memory: the articles' metadata and three numbers a chunk; texts stay on the disk. */
export class ChunkTable {
  readonly articles: readonly IndexedArticle[];
  /** Terms of each chunk, duplicates counted. */
  readonly lengths: Uint32Array;
  readonly #articleOf: Uint32Array;
  /** Row of each chunk's first sentence among the sentence vectors, and behind the last chunk the number of all. */
  readonly #firstSentence: Uint32Array;
  readonly #firstChunk: Uint32Array;
  readonly #bySource: ReadonlyMap<string, IndexedArticle>;
  readonly #chunk: Database.Statement<[number], ChunkRow>;
  readonly #text: Database.Statement<[number], string>;

  constructor(database: Database.Database) {
    this.articles = readArticles(database);
    this.#bySource = new Map(this.articles.map((article) => [article.source, article]));
    this.#firstChunk = sumsBefore(this.articles.map(({ chunks }) => chunks));
    const sizes = database
      .prepare<[], [article: number, terms: number, sentences: number]>(
        'SELECT article, terms, length(sentences) / 8 FROM chunks ORDER BY id',
      )
      .raw()
      .all();
    this.#articleOf = Uint32Array.from(sizes, ([article]) => article);
    this.lengths = Uint32Array.from(sizes, ([, terms]) => terms);
    this.#firstSentence = sumsBefore(sizes.map(([, , sentences]) => sentences));
    this.#chunk = database.prepare('SELECT id, key, article, start, end, headings, sentences FROM chunks WHERE id = ?');
    this.#text = database.prepare<[number], string>('SELECT text FROM texts WHERE article = ?').pluck();
  }

  article(source: string): IndexedArticle | undefined {
    return this.#bySource.get(source);
  }

  text(article: IndexedArticle): string {
    const text = this.#text.get(article.id);
    if (text === undefined) throw new StoreError(`${article.source} has no text in the index`);
    return text;
  }

  /** Ids of an article's chunks, in order. */
  chunkIds({ id, chunks }: IndexedArticle): number[] {
    const first = this.#firstChunk[id] ?? 0;
    return Array.from({ length: chunks }, (_, offset) => first + offset);
  }

  articleOf(chunk: number): IndexedArticle {
    const article = this.articles[this.#articleOf[chunk] ?? -1];
    if (!article) throw new StoreError(`chunk ${chunk} is not in the index`);
    return article;
  }

  /** Rows of a chunk's sentences among the sentence vectors, end exclusive. */
  sentencesOf(chunk: number): Span {
    return { start: this.#firstSentence[chunk] ?? 0, end: this.#firstSentence[chunk + 1] ?? 0 };
  }

  /** The chunks with these ids, in their order. Texts of the articles are read once each. */
  chunks(ids: readonly number[]): IndexedChunk[] {
    const texts = new Map<number, string>();
    return ids.map((id) => {
      const row = this.#chunk.get(id);
      const article = this.articleOf(id);
      if (!row) throw new StoreError(`chunk ${id} is not in the index`);
      const text = texts.get(article.id) ?? this.text(article);
      texts.set(article.id, text);
      const { key, start, end } = row;
      const [headings, sentences] = [stringsOf(row.headings), spansOf(row.sentences)];
      return { id, key, article, start, end, headings, sentences, text: text.slice(start, end) };
    });
  }
}

function readArticles(database: Database.Database): IndexedArticle[] {
  return database
    .prepare<[], ArticleRow>(
      'SELECT id, source, hash, copies, title, publisher, reporter, date, url, korean, chunks FROM articles ORDER BY id',
    )
    .all()
    .map(({ copies, korean, ...article }) => ({ ...article, copies: stringsOf(copies), korean: korean === 1 }));
}

/** For each number the sum of those before it, and at the end the sum of all. */
function sumsBefore(numbers: readonly number[]): Uint32Array {
  const sums = new Uint32Array(numbers.length + 1);
  numbers.forEach((number, index) => {
    sums[index + 1] = (sums[index] ?? 0) + number;
  });
  return sums;
}

function stringsOf(json: string): string[] {
  if (json === '[]') return [];
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.map(String) : [];
}

function spansOf(blob: Buffer): Span[] {
  const offsets = numbersOf(blob);
  return Array.from({ length: offsets.length / 2 }, (_, index) => ({
    start: offsets[index * 2] ?? 0,
    end: offsets[index * 2 + 1] ?? 0,
  }));
}
