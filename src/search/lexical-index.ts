import type Database from 'better-sqlite3';
import { idf, type WeightedTerm } from './bm25.ts';

/** In an index of many chunks, terms that stand in more than this share of them cost most of the time and find nothing: they only score. */
const FREQUENT_SHARE = 0.1;
const SMALL_INDEX = 2_000;
/** So many of the rarest terms always take part in the search, however frequent they are. */
const ALWAYS_SEARCHED = 4;

export interface LexicalTerm extends WeightedTerm {
  term: string;
  /** Chunks that hold the term. */
  chunks: number;
}

/** The terms of a generation: document frequencies, and candidates by SQLite's full-text search. */
export class LexicalIndex {
  readonly #chunkCount: number;
  readonly #lookUp: Database.Statement<[string], { id: number; chunks: number }>;
  readonly #match: Database.Statement<[string, number], { rowid: number }>;
  readonly #matchAllowed: Database.Statement<[string, string, number], { rowid: number }>;

  constructor(database: Database.Database, chunkCount: number) {
    this.#chunkCount = chunkCount;
    this.#lookUp = database.prepare('SELECT id, chunks FROM terms WHERE term = ?');
    this.#match = database.prepare('SELECT rowid FROM chunk_terms WHERE chunk_terms MATCH ? ORDER BY rank LIMIT ?');
    this.#matchAllowed = database.prepare(
      'SELECT rowid FROM chunk_terms WHERE chunk_terms MATCH ? AND rowid IN (SELECT value FROM json_each(?)) ORDER BY rank LIMIT ?',
    );
  }

  /** The distinct terms with their idf; a term no chunk holds has id -1 and the highest idf. */
  weigh(terms: readonly string[]): LexicalTerm[] {
    return [...new Set(terms)].map((term) => {
      const row = this.#lookUp.get(term);
      return { term, id: row?.id ?? -1, chunks: row?.chunks ?? 0, idf: idf(row?.chunks ?? 0, this.#chunkCount) };
    });
  }

  /** Ids of the best chunks by FTS5's own BM25: candidates, to be scored exactly by the caller. */
  search(terms: readonly LexicalTerm[], limit: number, allowed?: ReadonlySet<number>): number[] {
    const known = terms.filter(({ id }) => id >= 0).sort((a, b) => a.chunks - b.chunks);
    const searched = known.filter(
      ({ chunks }, rank) => rank < ALWAYS_SEARCHED || this.#chunkCount < SMALL_INDEX || chunks <= this.#chunkCount * FREQUENT_SHARE,
    );
    if (searched.length === 0 || limit <= 0) return [];
    const expression = searched.map(({ id }) => `"${id}"`).join(' OR ');
    const rows = allowed
      ? this.#matchAllowed.all(expression, JSON.stringify([...allowed]), limit)
      : this.#match.all(expression, limit);
    return rows.map(({ rowid }) => rowid);
  }
}
