import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCharacters, collapseSpaces, foldText, hasHangul, isMostlyHangul, readHanja } from '../../src/text/normalize.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('cleaned characters', () => {
  it('are composed', () => {
    expect(cleanCharacters('한글'.normalize('NFD'))).toBe('한글');
    expect(cleanCharacters('\uF9B4')).toBe('\u9818');
  });

  it.each([
    ['a zero-width space', '\u200B'],
    ['a byte order mark', '\uFEFF'],
    ['a soft hyphen', '\u00AD'],
    ['a Hangul filler', '\u3164'],
    ['a right-to-left override', '\u202E'],
    ['a tag character', '\u{E0041}'],
    ['an escape', '\u001B'],
    ['a null', '\0'],
    ['a C1 control', '\u0085'],
  ])('leave out %s', (_, character) => {
    expect(cleanCharacters(`서${character}울`)).toBe('서울');
  });

  it('keep line breaks, tabs, full width and letters of any script', () => {
    const text = '가\n나\t２０２４ ㈜ é ض 𠮷 😀';
    expect(cleanCharacters(text)).toBe(text);
  });
});

describe('folded text', () => {
  it.each([
    ['２０２４년 ＧＤＰ ３．５％', '2024년 gdp 3.5%'],
    ['㈜기사', '(주)기사'],
    ['㎡', 'm2'],
    ['ﬁne', 'fine'],
    ['한글'.normalize('NFD'), '한글'],
  ])('%s → %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('exists for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('white space', () => {
  it('collapses to single spaces, none at the ends', () => {
    expect(collapseSpaces('\u3000가 \n\t 나\u00A0다 ')).toBe('가 나 다');
  });
});

describe('Hangul', () => {
  it('is found among other letters', () => {
    expect(hasHangul('GDP는')).toBe(true);
    expect(hasHangul('GDP 國')).toBe(false);
  });

  it('is most of a Korean text with Latin names, and not of an English one with a Korean name', () => {
    expect(isMostlyHangul('KTX와 SRT는 서울역과 수서역에서 떠난다')).toBe(true);
    expect(isMostlyHangul('The lighthouse of Solseom (솔섬) was lit again last night')).toBe(false);
    expect(isMostlyHangul('1, 2, 3')).toBe(false);
  });
});

describe('Hanja', () => {
  it('are read, the rest stays', () => {
    expect(readHanja('國際 行事 2024 abc')).toBe('국제 행사 2024 abc');
  });

  it('without a reading stay as they are', () => {
    expect(readHanja('\u{2A700}')).toBe('\u{2A700}');
  });
});
