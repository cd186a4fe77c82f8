import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idf, lengthNorm, saturation } from '../../src/search/bm25.ts';

describe('inverse document frequency', () => {
  it('follows its definition', () => {
    expect(idf(3, 10)).toBeCloseTo(Math.log(1 + 7.5 / 3.5), 12);
  });

  it('is positive, and the higher the rarer the term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.nat(1e6), (chunks, more) => {
        const all = chunks + more + 1;
        expect(idf(all, all)).toBeGreaterThan(0);
        expect(idf(chunks, all)).toBeGreaterThan(idf(chunks + 1, all));
      }),
    );
  });
});

describe('saturation', () => {
  const length = fc.integer({ min: 0, max: 10_000 });

  it('is 0 without the term, grows with its frequency and stays below 1', () => {
    fc.assert(
      fc.property(fc.nat(255), length, length, (frequency, own, average) => {
        const norm = lengthNorm(own, average);
        expect(saturation(0, norm)).toBe(0);
        expect(saturation(frequency + 1, norm)).toBeGreaterThan(saturation(frequency, norm));
        expect(saturation(frequency, norm)).toBeLessThan(1);
      }),
    );
  });

  it('is lower in a longer chunk', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), length, length, (frequency, own, average) => {
        fc.pre(average > 0);
        expect(saturation(frequency, lengthNorm(own + 1, average))).toBeLessThan(saturation(frequency, lengthNorm(own, average)));
      }),
    );
  });

  it('is half for a frequency of k1 in a chunk of average length', () => {
    expect(saturation(0.9, lengthNorm(70, 70))).toBeCloseTo(0.5, 12);
  });
});
