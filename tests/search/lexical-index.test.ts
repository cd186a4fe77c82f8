import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobOf } from '../../src/search/blobs.ts';
import { B, K1, idf } from '../../src/search/bm25.ts';
import { CREATE_TABLES } from '../../src/search/generation-schema.ts';
import { LexicalIndex, bestChunks } from '../../src/search/lexical-index.ts';
import { PostingsBuilder } from '../../src/search/postings.ts';

const averageOf = (chunks: readonly string[][]) => chunks.reduce((sum, terms) => sum + terms.length, 0) / (chunks.length || 1);

function indexOf(chunks: readonly string[][]): LexicalIndex {
  const database = new Database(':memory:');
  database.exec(CREATE_TABLES);
  const builder = new PostingsBuilder();
  for (const terms of chunks) builder.add(terms);
  const insert = database.prepare('INSERT INTO terms VALUES (?, ?)');
  for (const [term, entries] of builder.postings()) insert.run(term, blobOf(entries));
  return new LexicalIndex(
    database,
    Uint32Array.from(chunks, (terms) => terms.length),
    averageOf(chunks),
  );
}

/** BM25 by the book, over the highest value that any chunk could reach. */
function definition(chunks: readonly string[][], question: readonly string[]): number[] {
  const weights = new Map(
    [...new Set(question)].map((term) => [term, idf(chunks.filter((terms) => terms.includes(term)).length, chunks.length)]),
  );
  const highest = [...weights.values()].reduce((sum, weight) => sum + weight * (K1 + 1), 0);
  return chunks.map((terms) => {
    let score = 0;
    for (const [term, weight] of weights) {
      const frequency = terms.filter((each) => each === term).length;
      score += (weight * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * terms.length) / averageOf(chunks)));
    }
    return highest > 0 ? score / highest : 0;
  });
}

const term = fc.constantFrom('가', '나', '다', '라', '마', "it's", '"', 'a b');
const someChunks = fc.array(fc.array(term, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 12 });

describe('the lexical index', () => {
  it('scores every chunk by BM25 as it is defined', () => {
    fc.assert(
      fc.property(someChunks, fc.array(fc.oneof(term, fc.constant('unknown')), { maxLength: 8 }), (chunks, question) => {
        const scores = indexOf(chunks).scores(question);
        definition(chunks, question).forEach((score, id) => {
          expect(scores[id]).toBeCloseTo(score, 10);
          expect(scores[id]).toBeGreaterThanOrEqual(0);
          expect(scores[id]).toBeLessThan(1);
        });
      }),
    );
  });

  it('scores nothing without terms and without chunks', () => {
    expect([...indexOf([['가']]).scores([])]).toEqual([0]);
    expect([...indexOf([]).scores(['가'])]).toEqual([]);
  });

  it('weighs a term that no chunk holds most', () => {
    const weights = indexOf([['가', '나'], ['가']]).idf(['가', '나', '다', '가']);
    expect([...weights.keys()]).toEqual(['가', '나', '다']);
    expect([...weights.values()]).toEqual([idf(2, 2), idf(1, 2), idf(0, 2)]);
  });
});

describe('the best chunks', () => {
  const scores = Float64Array.of(0.2, 0, 0.9, 0.2, 0.5);

  it('come by their score, then by their id, without those that score nothing', () => {
    expect(bestChunks(scores, 10)).toEqual([2, 4, 0, 3]);
    expect(bestChunks(scores, 2)).toEqual([2, 4]);
    expect(bestChunks(scores, 0)).toEqual([]);
  });

  it('are only those that are allowed', () => {
    expect(bestChunks(scores, 2, new Set([3, 1, 0, 99]))).toEqual([0, 3]);
    expect(bestChunks(scores, 2, new Set())).toEqual([]);
  });
});
