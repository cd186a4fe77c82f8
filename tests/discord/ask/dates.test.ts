import { describe, expect, it } from 'vitest';
import { readDay } from '../../../src/discord/ask/dates.ts';

describe('a typed day', () => {
  it.each([
    ['2024-03-05', '2024-03-05', '2024-03-05'],
    ['2024. 3. 5.', '2024-03-05', '2024-03-05'],
    ['2024/3', '2024-03-01', '2024-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
  ])('%s is its first or its last day', (text, first, last) => {
    expect([readDay(text, 'first'), readDay(text, 'last')]).toEqual([first, last]);
  });

  it.each(['', '어제', '2024-13', '2023-02-29', '2024-00-01', '24-03-05', '2024-3-5-1'])('%j is none', (text) => {
    expect(readDay(text, 'first')).toBeUndefined();
  });
});
