import { classify, isBody, isFurniture, isHeadline, type Line, type LineKind } from './classify.ts';
import { keyOf } from './furniture-match.ts';
import { keepsFooter } from './footer.ts';
import { headerStart } from './header.ts';
import type { Block } from './reader.ts';

export interface Cleaned {
  /** The lines of the article, in order. */
  kept: Block[];
  /** Everything around the article: it is no text, but it names the publisher, the reporter and the day. */
  removed: Block[];
}

export interface CleanOptions {
  /** The title the page's metadata give, if any: it finds the headline. */
  title?: string | undefined;
  /** Whether the metadata say that this is a page of a site. */
  page: boolean;
}

/**
 * Takes the furniture of a news page off its lines. A text without furniture of at least two kinds is no page, and loses
 * only what is certain at its very ends (a copyright notice, a labelled date, a byline with a mail address).
 * In a page, known furniture goes wherever it stands; unknown short lines go before the headline and after the end of the
 * body, and stay inside of it.
 */
export function clean(blocks: Block[], options: CleanOptions): Cleaned {
  const lines = blocks.map(classify);
  const body = bodyOf(lines);
  const keep = lines.map(() => true);
  if (isPage(lines, body, options.page)) cleanPage(lines, keep, body, options.title);
  else cleanEnds(lines, keep, body);
  return { kept: blocks.filter((_, index) => keep[index]), removed: blocks.filter((_, index) => !keep[index]) };
}

/** The first and the last line of running text; of any prose when there is no longer one; undefined when there is none. */
interface Body {
  first: number;
  last: number;
}

function bodyOf(lines: Line[]): Body | undefined {
  let first = lines.findIndex(isBody);
  if (first === -1) first = lines.findIndex((line) => line.kind === 'prose');
  return first === -1 ? undefined : { first, last: lines.findLastIndex((line) => line.kind === 'prose') };
}

/** At least this many pieces of furniture, of two kinds, each beside other short lines, make a page. */
const EVIDENCE = 3;

function isPage(lines: Line[], body: Body | undefined, declared: boolean): boolean {
  if (!body || declared) return declared;
  const furniture = lines.filter((line, index) => isFurniture(line) && !standsAlone(lines, index));
  return furniture.length >= EVIDENCE && new Set(furniture.map((line) => line.kind)).size >= 2;
}

/** Whether prose stands on both sides: a heading inside the text, not a button among buttons. */
function standsAlone(lines: Line[], index: number): boolean {
  return lines[index - 1]?.kind === 'prose' && lines[index + 1]?.kind === 'prose';
}

/** Words that may head a section of a text, where prose stands on both sides. */
const SUBJECTS = new Set<LineKind>(['navigation', 'tool', 'share', 'subscribe', 'imprint']);

function isSubject({ kind, block }: Line): boolean {
  return SUBJECTS.has(kind) && (block.level > 0 || kind === 'navigation');
}

function cleanPage(lines: Line[], keep: boolean[], body: Body | undefined, title: string | undefined): void {
  if (!body) return;
  const start = headerStart(lines, body.first, title);
  const footer = keepsFooter(lines, body.first);
  lines.forEach((line, index) => {
    if (index < start || !footer(index)) keep[index] = false;
    else if (isFurniture(line)) keep[index] = isSubject(line) && standsAlone(lines, index);
    else if (line.kind === 'byline' || (line.kind === 'day' && (index < body.first || index > body.last))) keep[index] = false;
    else if (index < body.first) keep[index] = !isFragment(lines, index, title);
  });
}

/** A short line between the headline and the body that stands among furniture: a section, a count, a name. */
function isFragment(lines: Line[], index: number, title: string | undefined): boolean {
  const line = lines[index];
  if (!line || line.kind === 'prose' || isHeadline(line) || (title && keyOf(title) === keyOf(line.block.text))) return false;
  const beside = [lines[index - 1], lines[index + 1]];
  return line.columns <= 20 && beside.some((other) => other && other.kind !== 'prose' && other.kind !== 'other');
}

/** Outside of pages only the lines before the first and after the last sentence are looked at. */
function cleanEnds(lines: Line[], keep: boolean[], body: Body | undefined): void {
  if (!body) return;
  lines.forEach((line, index) => {
    const before = index < body.first && index <= 8;
    const after = index > body.last;
    if ((before && isHeaderFact(lines, index)) || (after && (isHeaderFact(lines, index) || line.kind === 'notice'))) keep[index] = false;
  });
}

/** A labelled day, or the name of a reporter that is not one of a list. */
function isHeaderFact(lines: Line[], index: number): boolean {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]];
  if (line?.kind === 'date') return true;
  const inList = [before, after].some((other) => other?.kind === 'other' && !isHeadline(other) && other.block.level === 0 && index > 1);
  return line?.kind === 'byline' && !inList && !(after?.kind === 'other' && !isHeadline(after));
}
