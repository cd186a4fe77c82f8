import { describe, expect, it } from 'vitest';
import { interleave, isReached, median } from './measure.ts';
import { tableOf } from './report.ts';
import { TextGenerator } from './synthetic-text.ts';

describe('a benchmark', () => {
  it('takes turns between what it compares', async () => {
    const calls: string[] = [];
    const record = (name: string) => (round: number) => Promise.resolve(calls.push(`${name}${round}`));
    const milliseconds = await interleave(3, [record('a'), record('b')]);
    expect(calls).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
    expect(milliseconds.map((each) => each.length)).toEqual([3, 3]);
  });

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
    [[], NaN],
  ])('takes the middle of %j', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('knows which side of a goal is good', () => {
    expect(isReached(1.9, { at: 'most', value: 2 })).toBe(true);
    expect(isReached(2.1, { at: 'most', value: 2 })).toBe(false);
    expect(isReached(1.3, { at: 'least', value: 1.2 })).toBe(true);
    expect(isReached(1.1, { at: 'least', value: 1.2 })).toBe(false);
  });

  it('never counts a ratio without a value as reached', () => {
    expect(isReached(NaN, { at: 'most', value: 2 })).toBe(false);
  });

  it('shows a benchmark that could not be measured as failed', () => {
    const table = tableOf([{ name: 'question-1k', measurements: [], peakMegabytes: {}, failure: 'no space left' }]);
    expect(table).toMatch(/question-1k.*no space left.*failed/);
  });
});

describe('generated text', () => {
  it('is the same for the same seed and another one for another', () => {
    const sentences = [1, 1, 2].map((seed) => {
      const text = new TextGenerator(seed);
      return text.sentence(text.topic());
    });
    expect(sentences[0]).toBe(sentences[1]);
    expect(sentences[0]).not.toBe(sentences[2]);
  });
});
