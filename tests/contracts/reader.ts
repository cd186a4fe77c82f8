import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/load.ts';
import { ArticleError } from '../../src/errors.ts';
import type { Document } from '../../src/types.ts';

/** What the suite needs to know of a format. */
export interface ReaderCase {
  format: string;
  extension: string;
  /** A file of the format that shows these lines, each in a paragraph of its own. */
  write: (paragraphs: string[], metadata?: { title: string; publisher: string; date: string; url: string }) => Buffer;
  /** Cases the format cannot do, with the reason. */
  cannot?: { hangul?: string; invisible?: string; metadata?: string; random?: string; manyLines?: string };
}

const INVISIBLE = /[\u00AD\u061C\u115F\u1160\u200B-\u200F\u202A-\u202E\u2060-\u2069\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/u;
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/;
const METADATA = { title: 'Harbour opens', publisher: 'Solbit Times', date: '2023-05-08', url: 'https://news.example/1' };
const ASCII = ['The harbour opened again on Monday after two years.', 'Boats may enter from six in the morning until nightfall.'];
const KOREAN = ['항구가 월요일에 다시 문을 열었다.', '배는 아침 여섯 시부터 들어올 수 있다.'];

/** The behaviour that readers of all formats share. */
export function describeReader({ format, extension, write, cannot = {} }: ReaderCase): void {
  const parse = (bytes: Buffer): Promise<Document> => parseArticle(`a.${extension}`, bytes);

  describe(`the reader of ${format}`, () => {
    it('gives one paragraph a line, as it stands in the file', async () => {
      expect((await parse(write(ASCII))).text).toBe(ASCII.join('\n'));
    });

    it('refuses a file without text', async () => {
      await expect(parse(write([]))).rejects.toThrow(ArticleError);
    });

    it('refuses an empty file', async () => {
      await expect(parse(Buffer.alloc(0))).rejects.toThrow(ArticleError);
    });

    it('takes the title from the file name when nothing else gives one', async () => {
      expect((await parse(write([ASCII[0]!]))).title).toBe('a');
    });

    it.skipIf(cannot.hangul)('gives Hangul in NFC', async () => {
      const { text } = await parse(write(KOREAN.map((line) => line.normalize('NFD'))));
      expect(text).toBe(KOREAN.join('\n'));
    });

    it.skipIf(cannot.invisible)('removes what cannot be seen, from titles too', async () => {
      const hidden = 'The\u200B har\u202Ebour\u{E0041} o\u00ADpened\u3164 again \u2066here.';
      const document = await parse(write([hidden, ...ASCII], { ...METADATA, title: `Har\u200Bbour\u{E0041}\u202E opens` }));
      expect(document.text).toContain('The harbour opened again here.');
      expect(document.text).not.toMatch(INVISIBLE);
      expect(document.title).not.toMatch(INVISIBLE);
    });

    it.skipIf(cannot.metadata)('reads title, publisher, day and address', async () => {
      expect(await parse(write(ASCII, METADATA))).toMatchObject(METADATA);
    });

    it.skipIf(cannot.random)('gives well-formed lines for any text, each found in the text of the file', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 8 }), async (parts) => {
          const paragraphs = ['The harbour opened again on Monday.', ...parts];
          const { text, headings } = await parse(write(paragraphs));
          const visible = seen(paragraphs.join('\n'));
          for (const line of text.split('\n')) {
            expect(line).toBe(line.trim());
            expect(line).not.toMatch(CONTROL);
            expect(visible).toContain(line);
          }
          expect(text.isWellFormed()).toBe(true);
          expect(text.normalize('NFC')).toBe(text);
          for (const { start } of headings) expect(start === 0 || text[start - 1] === '\n').toBe(true);
        }),
        { numRuns: 150 },
      );
    });

    it.skipIf(cannot.manyLines)('reads 40,000 paragraphs without losing one', async () => {
      const paragraphs = Array.from(
        { length: 40_000 },
        (_, index) => `Paragraph number ${index} says that the harbour is open today.`,
      );
      expect((await parse(write(paragraphs))).text.split('\n')).toHaveLength(40_000);
    });
  });
}

/** The text as it is compared from outside: NFC, invisible characters removed, white space collapsed. */
function seen(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g, '')
    .replace(
      /[\u034F\u17B4\u17B5\u180B-\u180F\uFE00-\uFE0F\uFFF9-\uFFFB\u206A-\u206F\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu,
      '',
    )
    .replace(new RegExp(INVISIBLE, 'gu'), '')
    .normalize('NFC')
    .replace(/[\s\u0085]+/gu, ' ');
}
