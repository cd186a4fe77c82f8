import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopK } from '../../src/search/top-k.ts';
import { ExactIndex } from '../../src/search/vector-index.ts';
import { vectorIndexContract } from '../contracts/vector-index.ts';

vectorIndexContract('ExactIndex', (vectors, dimensions) => Promise.resolve(new ExactIndex(vectors, dimensions)));

describe('ExactIndex', () => {
  it('refuses vectors that are not whole rows', () => {
    expect(() => new ExactIndex(new Float32Array(10), 3)).toThrow(RangeError);
    expect(() => new ExactIndex(new Float32Array(10), 0)).toThrow(RangeError);
  });

  it.each([NaN, Infinity])('refuses a vector that holds %d', (value) => {
    expect(() => new ExactIndex(Float32Array.of(1, 0, value, 0), 2)).toThrow(RangeError);
  });

  it('may be empty', () => {
    expect(new ExactIndex(new Float32Array(0), 3).search([1, 0, 0], 5)).toEqual([]);
  });

  it('handles dimensions that are not a multiple of four', () => {
    const index = new ExactIndex(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 5);
    expect(index.search([1, 1, 1, 1, 1], 2)).toEqual([
      { id: 1, score: 40 },
      { id: 0, score: 15 },
    ]);
  });
});

describe('TopK', () => {
  it('keeps what sorting everything would keep', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (scores, capacity) => {
          const best = new TopK(capacity);
          const hits = scores.map((score, id) => ({ id, score }));
          for (const { id, score } of [...hits].reverse()) best.offer(id, score);
          expect(best.sorted()).toEqual(hits.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, capacity));
        },
      ),
    );
  });
});
