import { describe, expect, it } from 'vitest';
import { fitConditionalLogit, fitLogistic } from '../../src/eval/fit.ts';

describe('the conditional logit', () => {
  it('gives weight to the feature that tells the right candidate, and none to one that does not vary', () => {
    const questions = Array.from({ length: 40 }, (_, index) => ({
      rows: [
        Float64Array.of(1, index % 2, 5),
        Float64Array.of(0, 1 - (index % 2), 5),
        Float64Array.of(index % 5 === 0 ? 1 : 0.2, 0.5, 5),
      ],
      positive: [true, false, false],
    }));
    const [telling = 0, noise = 0, constant] = fitConditionalLogit(questions, 3);
    expect(telling).toBeGreaterThan(1);
    expect(Math.abs(noise)).toBeLessThan(telling / 3);
    expect(constant).toBe(0);
  });

  it('learns nothing from questions without a right or without a wrong candidate', () => {
    const rows = [Float64Array.of(1), Float64Array.of(0)];
    const questions = [
      { rows, positive: [true, true] },
      { rows, positive: [false, false] },
    ];
    expect([...fitConditionalLogit(questions, 1)]).toEqual([0]);
  });
});

describe('the logistic regression', () => {
  it('finds the odds of a value: even where positive and negative rows are equally frequent', () => {
    const positive = [1, 2, 3, 4].map((value) => Float64Array.of(value));
    const negative = [-1, 0, 1, 2].map((value) => Float64Array.of(value));
    const { bias, weights } = fitLogistic(positive, negative, 1);
    expect(weights[0]).toBeGreaterThan(0.5);
    expect(bias + 1.5 * (weights[0] ?? 0)).toBeCloseTo(0, 1);
  });

  it('weighs the rarer side as much as the other', () => {
    const positive = Array.from({ length: 90 }, (_, index) => Float64Array.of(2 + (index % 3)));
    const negative = Array.from({ length: 10 }, (_, index) => Float64Array.of(index % 3));
    const { bias, weights } = fitLogistic(positive, negative, 1);
    const odds = (value: number) => bias + value * (weights[0] ?? 0);
    expect(odds(2)).toBeGreaterThan(-1);
    expect(odds(2)).toBeLessThan(1);
  });
});
