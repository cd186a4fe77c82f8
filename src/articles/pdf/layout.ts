import { endsWithStop, startsItem } from '../../text/shape.ts';
import { visibleLine } from '../lines.ts';
import { blockOf, type Block } from '../reader.ts';
import type { PdfLine } from './protocol.ts';

/** Lines at the top and the bottom of a page that may be headers and footers. */
const EDGE = 2;
const MAX_HEADER = 120;
const PAGE_NUMBER = /^(?:page\s)?[-–—\s[(]{0,4}\d{1,4}(?:\s?(?:\/|of)\s?\d{1,4})?[-–—\s\])]{0,4}$/i;
/** A heading is set at least this much larger than the text. */
const HEADING = 1.15;
/** A line that ends this far before the right margin (share of the column's width) ends its paragraph. */
const SHORT = 0.85;
/** Lines further apart than this many line heights do not belong to one paragraph. */
const LEADING = 1.7;

/** Joins the lines of a PDF's pages to paragraphs and finds its headings; headers, footers and page numbers go. */
export function blocksOfPages(pages: PdfLine[][]): Block[] {
  const clean = pages.map((lines) => lines.map((line) => ({ ...line, text: visibleLine(line.text) })).filter((line) => line.text !== ''));
  const repeated = repeatedEdges(clean);
  const lines = clean.flatMap((page) => page.filter((line, index) => !isEdge(page, index) || !isRunning(line, repeated)));
  const size = commonSize(lines);
  const blocks: Block[] = [];
  let paragraph: PdfLine[] = [];
  lines.forEach((line, index) => {
    paragraph.push(line);
    const next = lines[index + 1];
    if (next && !endsParagraph(line, next, paragraph, size)) return;
    blocks.push(blockOfLines(paragraph, size));
    paragraph = [];
  });
  return blocks;
}

function isEdge(page: PdfLine[], index: number): boolean {
  return index < EDGE || index >= page.length - EDGE;
}

function runningKey(text: string): string {
  return text.replace(/\d+/g, '#');
}

function isRunning(line: PdfLine, repeated: ReadonlySet<string>): boolean {
  return PAGE_NUMBER.test(line.text) || repeated.has(runningKey(line.text));
}

/** What stands at the edge of at least half of the pages, numbers aside. */
function repeatedEdges(pages: PdfLine[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = page.filter((line, index) => isEdge(page, index) && line.text.length <= MAX_HEADER);
    for (const key of new Set(edges.map((line) => runningKey(line.text)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= Math.max(2, pages.length / 2)).map(([key]) => key));
}

/** The font size most characters are set in. */
function commonSize(lines: PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) counts.set(round(size), (counts.get(round(size)) ?? 0) + text.length);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [1, 0])[0];
}

function round(size: number): number {
  return Math.round(size * 2) / 2;
}

function endsParagraph(line: PdfLine, next: PdfLine, paragraph: PdfLine[], size: number): boolean {
  if (Math.abs(line.size - next.size) > 0.1 * Math.max(line.size, next.size)) return true;
  if (startsItem(next.text)) return true;
  const left = Math.min(...paragraph.slice(-20).map((one) => one.x));
  const right = Math.max(next.right, ...paragraph.slice(-20).map((one) => one.right));
  const short = line.right < left + (right - left) * SHORT;
  const below = line.y - next.y;
  const apart = below > LEADING * Math.max(line.size, size);
  // The first line of the next page or column stands higher: a paragraph goes on there unless its sentence is over.
  if (below < 0) return endsWithStop(line.text) || isHeadingSize(line, size);
  return apart || (short && (endsWithStop(line.text) || right - left < 12 * line.size)) || (endsWithStop(line.text) && next.x > left + line.size);
}

function isHeadingSize(line: PdfLine, size: number): boolean {
  return line.size >= size * HEADING;
}

function blockOfLines(lines: PdfLine[], size: number): Block {
  const text = lines.map((line) => line.text).join(' ');
  const first = lines[0];
  const heading = first !== undefined && isHeadingSize(first, size) && lines.length <= 3 && text.length <= 200;
  return blockOf(text, { gap: true, level: heading ? (first.size >= size * 1.5 ? 1 : 2) : 0 });
}
