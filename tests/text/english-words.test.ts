import { describe, expect, it } from 'vitest';
import { entriesOf, entryFor } from '../../src/text/english-entries.ts';
import { koreanWords } from '../../src/text/english-words.ts';

describe('what an English word may be in Korean', () => {
  it.each([
    ['university', '대학'],
    ['universities', '대학'],
    ['elected', '선출'],
    ['prime', '총리'],
    ['rivers', '강'],
  ])('%s: %s', (word, korean) => {
    expect(koreanWords(word)).toContain(korean);
  });

  it('is also what the news call it', () => {
    expect(koreanWords('invested')).toContain('투자');
  });

  it('is nothing for words that are not listed', () => {
    expect(koreanWords('xylophone')).toEqual([]);
  });

  it('is not what a listed word happens to begin with', () => {
    expect(koreanWords('lawn')).toEqual([]);
    expect(koreanWords('warm')).toEqual([]);
  });
});

describe('a dictionary', () => {
  it('gives the longest listed beginning that leaves an ending', () => {
    const entries = entriesOf('open 열 | opening 개막');
    expect(entryFor(entries, 'openings')).toEqual(['개막']);
    expect(entryFor(entries, 'opened')).toEqual(['열']);
    expect(entryFor(entries, 'openness')).toEqual(['열']);
    expect(entryFor(entries, 'opera')).toBeUndefined();
  });
});
