import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asHangul, asLatin } from '../../src/text/keyboard.ts';

const WORD = fc
  .array(fc.integer({ min: 0xac00, max: 0xd7a3 }), { minLength: 1, maxLength: 6 })
  .map((codes) => String.fromCodePoint(...codes));

describe('asHangul', () => {
  it.each([
    ['dkfflqkqk', '알리바바'],
    ['dhksrkd', '완강'],
    ['rkqtdms', '값은'],
    ['Ekfrl', '딸기'],
    ['DKSSUD', '안녕'],
  ])('reads %s as %s', (typed, expected) => {
    expect(asHangul(typed)).toBe(expected);
  });

  it.each(['hello', 'IOC', 'r', '', 'dk1', 'rr', 'kkk'])('reads no whole syllables in %j', (typed) => {
    expect(asHangul(typed)).toBeUndefined();
  });

  it('brings back every word typed on the English layout', () => {
    fc.assert(fc.property(WORD, (word) => word.length < 2 || asHangul(asLatin(word) ?? '') === word));
  });
});

describe('asLatin', () => {
  it('reads loose letters and syllables', () => {
    expect(asLatin('ㅐㅔ두먀')).toBe('openai');
    expect(asLatin('알리바바')).toBe('dkfflqkqk');
  });

  it('reads nothing else', () => {
    expect(asLatin('a가')).toBeUndefined();
    expect(asLatin('')).toBeUndefined();
  });
});
