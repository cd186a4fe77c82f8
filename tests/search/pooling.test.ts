import { describe, expect, it } from 'vitest';
import { addTokens, toUnitLength } from '../../src/search/pooling.ts';

describe('pooling', () => {
  it('adds the real tokens of one row and leaves padding out', () => {
    // Two rows of three tokens with two dimensions; the second row has one token of padding.
    const hidden = Float32Array.of(1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 999, 999);
    const sum = new Float64Array(2);
    addTokens(sum, hidden, 1, 3, 2);
    expect([...sum]).toEqual([40, 60]);
  });

  it('weighs windows of one text by their tokens', () => {
    const sum = new Float64Array(1);
    addTokens(sum, Float32Array.of(2, 2, 2), 0, 3, 3);
    addTokens(sum, Float32Array.of(10), 0, 1, 1);
    expect(sum[0]).toBe(16);
  });

  it('scales to length 1', () => {
    expect(toUnitLength(Float64Array.of(3, 4))).toEqual([0.6000000000000001, 0.8]);
  });

  it.each([
    [NaN, 1],
    [Infinity, 1],
    [0, 0],
  ])('refuses a vector without direction: %d, %d', (a, b) => {
    expect(() => toUnitLength(Float64Array.of(a, b))).toThrow(RangeError);
  });
});
