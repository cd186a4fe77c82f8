import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, shortenTitle } from '../../../src/discord/render/markdown-shorten.ts';
import { markdownText } from './markdown-text.ts';

const count = (text: string): number => [...new Intl.Segmenter('ko', { granularity: 'grapheme' }).segment(text)].length;

describe('a shortened text', () => {
  it('is the text where it fits', () => {
    expect(shorten('가나다', 3)).toBe('가나다');
  });

  it('ends in … where it was cut, without a space before', () => {
    expect(shorten('가나다라', 3)).toBe('가나…');
    expect(shorten('가 나다', 3)).toBe('가…');
    expect(shorten('가나', 1)).toBe('…');
  });

  it('keeps characters whole', () => {
    expect(shorten('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
    expect(shorten('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
  });

  it('is never longer than asked for, and well-formed', () => {
    fc.assert(
      fc.property(markdownText, fc.integer({ min: 1, max: 20 }), (text, characters) => {
        for (const shortened of [shorten(text, characters), shortenTitle(text, characters)]) {
          expect(count(shortened)).toBeLessThanOrEqual(characters);
          expect(shortened.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('has at least one character', () => {
    expect(() => shorten('가', 0)).toThrow('at least 1');
  });
});

describe('a shortened title', () => {
  it.each([
    ['「가나다라」', '「가나…」'],
    ['“가나다라”', '“가나…”'],
    ['가나다라마바', '가나다라…'],
    ['「가나다」', '「가나다」'],
  ])('keeps what closes it: %s', (title, shortened) => {
    expect(shortenTitle(title, 5)).toBe(shortened);
  });
});
