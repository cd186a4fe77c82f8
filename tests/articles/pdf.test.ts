import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/load.ts';
import { blocksOfPages } from '../../src/articles/pdf/layout.ts';
import { linesOfItems } from '../../src/articles/pdf/lines.ts';
import { buildPdf, setLines } from '../support/pdf.ts';

const FIRST = ['The harbour of the small town opened again on Monday after', 'two years of repairs, the mayor said. Boats may enter from six', 'in the morning.'];
const SECOND = ['A second paragraph begins here and is long enough to go on', 'over the end of the'];
const REST = ['page, where its last line stands.'];

const page = (number: number, lines: { text: string; x: number; y: number; size?: number }[]) => [
  { text: `Solbit Times ${number}`, x: 50, y: 780, size: 8 },
  ...lines,
  { text: `- ${number} -`, x: 290, y: 20 },
];

describe('a PDF', () => {
  it('becomes paragraphs without running headers and page numbers', async () => {
    const pdf = buildPdf([
      page(1, [{ text: 'Harbour opens', x: 50, y: 740, size: 20 }, ...setLines([...FIRST, ...SECOND])]),
      page(2, setLines(REST)),
    ]);
    const { text, headings } = await parseArticle('a.pdf', pdf);
    expect(text.split('\n')).toEqual(['Harbour opens', FIRST.join(' '), [...SECOND, ...REST].join(' ')]);
    expect(headings).toEqual([{ start: 0, level: 1 }]);
  });

  it('gives Hangul through the map of its font, lines joined with a space', async () => {
    const lines = ['항구가 월요일 다시 문을 열었다. 시는 두 해 동안 방파제를', '고쳤다고 밝혔다. 배는 아침 여섯 시부터', '들어올 수 있다.'];
    const { text } = await parseArticle('a.pdf', buildPdf([setLines(lines)], { hangul: true }));
    expect(text).toBe(lines.join(' '));
  });

  it('takes its title from the document, but not from the program that wrote it', async () => {
    const titleOf = async (title: string) => (await parseArticle('harbour.pdf', buildPdf([setLines(FIRST)], { title }))).title;
    expect(await titleOf('The harbour')).toBe('The harbour');
    expect(await titleOf('Microsoft Word - harbour.docx')).toBe('harbour');
  });
});

describe('the lines of a page', () => {
  const item = (str: string, x: number, y: number, width: number) => ({ str, transform: [10, 0, 0, 10, x, y], width, height: 10, hasEOL: false });

  it('get a space where pieces stand apart, and none where they touch', () => {
    const [line] = linesOfItems([item('har', 50, 700, 15), item('bour', 65, 700, 20), item('opens', 90, 700, 25)]);
    expect(line?.text).toBe('harbour opens');
  });

  it('end where the next piece stands lower', () => {
    expect(linesOfItems([item('one', 50, 700, 15), item('two', 50, 688, 15)]).map((line) => line.text)).toEqual(['one', 'two']);
  });
});

describe('the paragraphs of a page', () => {
  const line = (text: string, y: number) => ({ text, x: 50, y, right: 50 + text.length * 5, size: 10 });

  it('are kept apart by a wider gap', () => {
    expect(blocksOfPages([[line('The first one ends with a sentence.', 700), line('The second one stands lower.', 660)]])).toHaveLength(2);
  });

  it('begin anew at an item of a list', () => {
    expect(blocksOfPages([[line('- one of the two items of this list', 700), line('- two of the two items of this list', 688)]])).toHaveLength(2);
  });
});
