import type Database from 'better-sqlite3';
import { numbersOf } from './blobs.ts';
import { idf, lengthNorm, saturation } from './bm25.ts';
import type { Alternative } from './index-port.ts';
import { entryFrequency, entryId } from './postings.ts';
import { TopK } from './top-k.ts';

/**
 * The terms of a generation. A question reads the postings of its terms and scores every chunk that holds one, exactly: without pruning,
 * since even at 100,000 chunks that takes a few milliseconds (docs/decisions/006-own-postings.md).
 */
export class LexicalIndex {
  readonly #norms: Float64Array;
  readonly #count: Database.Statement<[string], number>;
  readonly #postings: Database.Statement<[string], Buffer>;

  /** @param lengths Number of terms of each chunk. */
  constructor(database: Database.Database, lengths: Uint32Array, averageLength: number) {
    this.#norms = Float64Array.from(lengths, (length) => lengthNorm(length, averageLength));
    this.#count = database.prepare<[string], number>('SELECT length(postings) / 4 FROM terms WHERE term = ?').pluck();
    this.#postings = database.prepare<[string], Buffer>('SELECT postings FROM terms WHERE term = ?').pluck();
  }

  /** In how many chunks each distinct term stands. */
  chunkCounts(terms: readonly string[]): Map<string, number> {
    return new Map([...new Set(terms)].map((term) => [term, this.#count.get(term) ?? 0]));
  }

  /** Inverse document frequency of each distinct term; that of a term no chunk holds is the highest possible. */
  idf(terms: readonly string[]): Map<string, number> {
    const counts = this.chunkCounts(terms);
    return new Map(Array.from(counts, ([term, chunks]) => [term, idf(chunks, this.#norms.length)]));
  }

  /**
   * BM25 of every chunk over its highest possible value, 0..1. Terms that no chunk holds count against all of them. Where the question
   * names something by other names too, a chunk gets what its best name is worth; that never counts more than the name in the question.
   */
  scores(terms: readonly string[], alternatives: readonly Alternative[] = []): Float64Array {
    const weights = this.idf(terms);
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    const scores = new Float64Array(this.#norms.length);
    const grouped = new Set<string>();
    for (const { replaced, options } of alternatives) {
      const own = replaced.filter((term) => weights.has(term) && !grouped.has(term));
      own.forEach((term) => grouped.add(term));
      this.#addBest(scores, own, options, weights, total);
    }
    for (const [term, weight] of weights) if (!grouped.has(term)) this.#add(scores, term, weight / total);
    return scores;
  }

  /** The rarer the terms of another name, the more it is worth: a name that stands everywhere says little, whatever it stands for. */
  #addBest(
    scores: Float64Array,
    own: readonly string[],
    options: readonly (readonly string[])[],
    weights: ReadonlyMap<string, number>,
    total: number,
  ): void {
    const share = own.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) / total;
    const best = new Float64Array(scores.length);
    own.forEach((term) => {
      this.#add(best, term, (weights.get(term) ?? 0) / total);
    });
    const highest = idf(0, this.#norms.length);
    for (const option of options) {
      const other = new Float64Array(scores.length);
      const rarity = this.idf(option);
      for (const [term, weight] of rarity) this.#add(other, term, (share * weight) / (highest * rarity.size));
      other.forEach((score, id) => {
        if (score > (best[id] ?? 0)) best[id] = score;
      });
    }
    best.forEach((score, id) => {
      scores[id] = (scores[id] ?? 0) + score;
    });
  }

  #add(scores: Float64Array, term: string, weight: number): void {
    const postings = this.#postings.get(term);
    if (!postings) return;
    for (const entry of numbersOf(postings)) {
      const id = entryId(entry);
      scores[id] = (scores[id] ?? 0) + weight * saturation(entryFrequency(entry), this.#norms[id] ?? 0);
    }
  }
}

/** Ids of the best `limit` chunks that hold any of the terms. */
export function bestChunks(scores: Float64Array, limit: number, allowed?: ReadonlySet<number>): number[] {
  if (limit < 1) return [];
  const best = new TopK(limit);
  const offer = (id: number): void => {
    const score = scores[id] ?? 0;
    if (score > 0) best.offer(id, score);
  };
  if (allowed) allowed.forEach(offer);
  else for (let id = 0; id < scores.length; id++) offer(id);
  return best.sorted().map(({ id }) => id);
}
