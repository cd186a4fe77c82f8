import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramsOf, termsOf } from '../../src/text/terms.ts';

/** Terms without the stems of whole words, which have a test of their own. */
const runTerms = (text: string) => termsOf(text).filter((term) => !term.startsWith('='));

describe('terms', () => {
  it('are the bigrams of Hangul', () => {
    expect(runTerms('국회의장')).toEqual(['국회', '회의', '의장']);
    expect(runTerms('강')).toEqual(['강']);
  });

  it('keep other words and numbers whole, in lower case', () => {
    expect(runTerms('KTX 2024 3.5 Café')).toEqual(['ktx', '2024', '3.5', 'café']);
  });

  it('part runs of different kinds, spaced or not', () => {
    expect(runTerms('77번항목')).toEqual(['77', '번항', '항목']);
    expect(runTerms('SK하이닉스 HBM3')).toEqual(['sk', '하이', '이닉', '닉스', 'hbm', '3']);
    expect(runTerms('2024년GDP')).toEqual(runTerms('2024 년 GDP'));
  });

  it('do not depend on commas between thousands', () => {
    expect(runTerms('1,200,000')).toEqual(runTerms('1200000'));
  });

  it('hold the Hangul reading of Hanja', () => {
    expect(runTerms('國際')).toEqual(['國際', '국제']);
  });

  it('hold the value of a number with Korean units', () => {
    for (const text of ['1조2000억', '1.2조', '1조 2천억']) expect(runTerms(text)).toContain('1200000000000');
    expect(runTerms('97만 7151')).toContain('977151');
  });

  it('hold the stem of each word, apart from the bigrams', () => {
    expect(termsOf('서울시는 “국회에서”')).toEqual(expect.arrayContaining(['=서울시', '=국회', '국회']));
    expect(termsOf('Seoul 2024').filter((term) => term.startsWith('='))).toEqual([]);
  });

  it('keep duplicates, for their frequency', () => {
    expect(runTerms('나라 나라')).toEqual(['나라', '나라']);
  });

  it('are none without letters and digits', () => {
    expect(termsOf('!? … 「」 😀')).toEqual([]);
  });

  it('are the same whatever the normalisation form, width and case', () => {
    const words = fc.array(
      fc.constantFrom('국회의장', '서울시는', '2024년', '1조2000억', 'GDP', '國際', '①', '㈜', 'Café', '3.5%'),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, (chosen) => {
        const text = chosen.join(' ');
        const terms = termsOf(text);
        expect(termsOf(text.normalize('NFD'))).toEqual(terms);
        expect(termsOf(text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)))).toEqual(
          terms,
        );
        expect(termsOf(text.toUpperCase())).toEqual(terms);
      }),
    );
  });

  it('are found in any text, none of them empty or with white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        for (const term of termsOf(text)) expect(term).toMatch(/^\S+$/u);
      }),
    );
  });

  it('are found in a text of a million characters without a space', () => {
    expect(termsOf('가'.repeat(1_000_000)).length).toBeGreaterThanOrEqual(999_999);
    expect(termsOf('國'.repeat(200_000)).length).toBeGreaterThanOrEqual(199_999);
  });
});

describe('bigrams', () => {
  it('do not cut a character in two', () => {
    expect(bigramsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
    expect(bigramsOf('')).toEqual([]);
  });
});
