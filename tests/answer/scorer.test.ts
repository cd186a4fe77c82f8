import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/answer/features.ts';
import { probabilities, weightsFor } from '../../src/answer/scorer.ts';
import { fitConditionalLogit } from '../../src/eval/fit.ts';

const rows = fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 30,
});

describe('the sentence scorer', () => {
  it('gives probabilities that add up to one', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const chances = probabilities(
          given.map((row) => Float64Array.from(row)),
          Float64Array.of(50, -20, 3),
        );
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('has a weight for every feature, and none on the meaning when there is no embedding model', () => {
    expect(weightsFor('withModel')).toHaveLength(FEATURES.length);
    expect(weightsFor('withoutModel')[FEATURES.indexOf('cosine')]).toBe(0);
    expect(weightsFor('withModel')[FEATURES.indexOf('cosine')]).toBeGreaterThan(0);
  });
});

describe('fitting', () => {
  it('finds which feature tells the answer, and its sign', () => {
    let state = 1;
    const noise = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647 - 0.5;
    };
    const questions = Array.from({ length: 400 }, (_, index) => {
      const truth = index % 4;
      return {
        rows: [0, 1, 2, 3].map((candidate) => Float64Array.of((candidate === truth ? 1 : 0) + 0.6 * noise(), noise(), 5)),
        positive: [0, 1, 2, 3].map((candidate) => candidate === truth),
      };
    });
    const [useful = 0, useless = 0, constant = 0] = fitConditionalLogit(questions, 3);
    expect(useful).toBeGreaterThan(3);
    expect(Math.abs(useless)).toBeLessThan(useful / 5);
    expect(constant).toBe(0);
  });
});
