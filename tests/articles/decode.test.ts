import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/articles/decode.ts';

describe('decoding', () => {

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
