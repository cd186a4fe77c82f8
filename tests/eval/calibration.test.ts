import { describe, expect, it } from 'vitest';
import { calibrationOf } from '../../src/eval/calibration.ts';
import { outcome } from './outcomes.ts';

describe('the calibration', () => {
  it('sets the mean probability against how often the best sentence was right, bin by bin', () => {
    const bins = calibrationOf([
      outcome({ probability: 0.92, sentenceRank: 0 }),
      outcome({ probability: 0.98, sentenceRank: 0 }),
      outcome({ probability: 1, sentenceRank: 2 }),
      outcome({ probability: 0.4, sentenceRank: null }),
    ]);
    expect(bins.map(({ from, to, questions, observed }) => [from, to, questions, observed])).toEqual([
      [0.3, 0.5, 1, 0],
      [0.9, 1, 3, 2 / 3],
    ]);
    expect(bins[1]?.expected).toBeCloseTo(0.9667, 3);
  });

  it('leaves out questions that have no answer or no candidate', () => {
    expect(calibrationOf([outcome({ answerable: false }), outcome({ probability: null })])).toEqual([]);
  });
});
