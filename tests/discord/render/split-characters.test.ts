import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charactersIn } from '../../../src/discord/render/split-characters.ts';

const characters = (text: string): string[] => Array.from(charactersIn(text), ({ start, end }) => text.slice(start, end));
const unit = fc.constantFrom('가', 'a', '👨‍👩‍👧', '🇰🇷', 'e\u0301', '\r\n', '😀', '👍🏽', ' ', '\u1100\u1161\u11a8');

describe('the characters of a text', () => {
  it('are its grapheme clusters, however long it is', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 200, maxLength: 400 }), (units) => {
        const text = units.join('');
        const segments = new Intl.Segmenter('ko', { granularity: 'grapheme' }).segment(text);
        expect(characters(text)).toEqual(Array.from(segments, ({ segment }) => segment));
      }),
      { numRuns: 100 },
    );
  });

  it('are pieces of whole code points where a cluster has no end', () => {
    for (const first of ['a', 'ab', '😀']) {
      const text = first + '\u{1F3FB}\u{E0101}'.repeat(300);
      expect(characters(text).join('')).toBe(text);
      expect(characters(text).every((character) => character.isWellFormed())).toBe(true);
    }
  });
});
