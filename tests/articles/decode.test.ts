import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/articles/decode.ts';

const hangul = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
const common = fc.constantFrom(...Array.from('가나다라고기는다도를에의이서시한하 ,.0123456789\n'));

describe('decoding', () => {
  it('gives back any text in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\u0000-\u001F\uFEFF]/.test(text));
        expect(decodeText(Buffer.from(text)).text).toBe(text);
      }),
    );
  });

  it('gives back Korean text in CP949 and in UTF-16 of both orders', () => {
    const text = fc.array(fc.oneof({ weight: 9, arbitrary: common }, { weight: 1, arbitrary: hangul }), { minLength: 30, maxLength: 300 });
    fc.assert(
      fc.property(text, fc.constantFrom('cp949', 'utf16le', 'utf16be'), (characters, encoding) => {
        const content = `항구에 배가 들어온다. ${characters.join('')}`;
        expect(decodeText(iconv.encode(content, encoding)).text).toBe(content);
      }),
      { numRuns: 500 },
    );
  });

  it('never takes Western text in windows-1252 for Korean', () => {
    const words = fc.constantFrom('it’s', 'café', '“yes”', 'naïve', 'he’d', 'déjà', 'señor', 'the', 'harbour', 'opens', '–', '£20', 'Zoë’s');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const content = `The harbour opens again: ${parts.join(' ')}`;
        expect(decodeText(iconv.encode(content, 'windows-1252')).text).toBe(content);
      }),
    );
  });

  it('keeps a text in UTF-8 that is cut within a character', () => {
    const bytes = Buffer.from('항구에 배가 들어온다. '.repeat(30)).subarray(0, -4);
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8' });
  });

  it('takes a single Korean word in CP949 among ASCII for Korean', () => {
    expect(decodeText(iconv.encode('title: 항구', 'cp949')).text).toBe('title: 항구');
  });

  it('refuses a text in an encoding it does not know', () => {
    const bytes = Buffer.from(Array.from({ length: 200 }, (_, index) => 0x80 + ((index * 37) % 128)));
    expect(() => decodeText(bytes)).toThrow(/save it as UTF-8/);
  });
});
