import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionStem, stemOf, wordsOf } from '../../src/text/stems.ts';

describe('the stem of a word', () => {
  it.each([
    ['서울시는', '서울시'],
    ['국회에서', '국회'],
    ['정부가', '정부'],
    ['기업들은', '기업'],
    ['부산으로', '부산'],
    ['작년부터', '작년'],
    ['학교에서는', '학교'],
    ['선생님께서는', '선생님'],
  ])('%s → %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  it.each(['서울', '하늘', 'abc', '2024', ''])('of %s is itself', (word) => {
    expect(stemOf(word)).toBe(word);
  });

  it('keeps at least two characters', () => {
    expect(stemOf('나는')).toBe('나는');
    expect(stemOf('물로')).toBe('물로');
  });

  it('loses the longest particle that fits, once', () => {
    expect(stemOf('도시에서부터')).toBe('도시');
    expect(stemOf('회의에서')).toBe('회의');
  });

  it('is a beginning of any word, and at least two characters where the word is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('가나이은는을를의에서도로들부터까지만a1 ')), maxLength: 12 }),
        (word) => {
          const stem = stemOf(word);
          expect(word.startsWith(stem)).toBe(true);
          expect(stem.length).toBeGreaterThanOrEqual(Math.min(2, word.length));
        },
      ),
    );
  });
});

describe('the stem of the last word of a question', () => {
  it.each([
    ['투자하나요', '투자'],
    ['투자했습니까', '투자'],
    ['누구인가요', '누구'],
    ['발표했는가', '발표'],
  ])('%s → %s', (word, stem) => {
    expect(questionStem(word)).toBe(stem);
  });

  it('is never empty for a word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('가나인지요까습니했었되는은다고라투자')), minLength: 1, maxLength: 12 }),
        (word) => {
          expect(questionStem(word)).not.toBe('');
          expect(word.startsWith(questionStem(word))).toBe(true);
        },
      ),
    );
  });
});

describe('the words of a text', () => {
  it('have no quotation marks, brackets and punctuation', () => {
    expect(wordsOf('“왜?” (그는) 「책」을, 읽었다.')).toEqual(['왜', '그는', '책을', '읽었다']);
  });

  it('are none in white space and punctuation', () => {
    expect(wordsOf(' \n ?! … ')).toEqual([]);
  });
});
