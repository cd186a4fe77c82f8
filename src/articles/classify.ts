import { readByline } from '../text/byline.ts';
import { readDateLine } from '../text/published-date.ts';
import { isNotice } from '../text/notice.ts';
import { columnsOf, endsLikeSentence, endsWithPeriod, endsWithStop } from '../text/shape.ts';
import { furnitureKind } from './furniture-match.ts';
import type { FurnitureKind } from './furniture.ts';
import type { Block } from './reader.ts';

/**
 * What a line is: known furniture by kind, `notice` (copyright), `date` (labelled), `day` (a bare date) and `byline`, `prose` (a whole
 * sentence or more), or `other` (headlines, captions, list items, menu entries: only the surroundings can tell).
 */
export type LineKind = FurnitureKind | 'notice' | 'date' | 'day' | 'byline' | 'prose' | 'other';

export interface Line {
  block: Block;
  kind: LineKind;
  columns: number;
}

/** Longer lines are prose whatever they hold; this also bounds the work for a line. */
const MAX_LINE = 400;
const MIN_PROSE = 30;
const LONG = 60;
const LINK = 0.6;

const known = new WeakMap<Block, Line>();

/** What a line is; the answer is remembered with the block. */
export function classify(block: Block): Line {
  let line = known.get(block);
  if (!line) known.set(block, (line = lineOf(block)));
  return line;
}

function lineOf(block: Block): Line {
  const { text } = block;
  const columns = text.length > MAX_LINE ? text.length : columnsOf(text);
  return { block, columns, kind: text.length > MAX_LINE ? 'prose' : kindOf(block, columns) };
}

function kindOf(block: Block, columns: number): LineKind {
  const { text } = block;
  if (isNotice(text)) return 'notice';
  const furniture = furnitureKind(text);
  if (furniture) return furniture;
  if (isTagLine(text)) return 'related';
  const date = readDateLine(text);
  if (date) return date.labelled ? 'date' : 'day';
  if (readByline(text) !== null) return 'byline';
  return isProse(block, columns) ? 'prose' : 'other';
}

/** "#harbour #repairs" */
function isTagLine(text: string): boolean {
  return text.startsWith('#') && text.split(' ').every((word) => /^#[^#]{1,30}$/.test(word));
}

function isProse({ text, links, level }: Block, columns: number): boolean {
  if (links >= LINK || level > 0) return false;
  return (columns >= MIN_PROSE && endsLikeSentence(text)) || columns >= LONG * 3;
}

/** A paragraph of running text, which no headline, menu or button is. */
export function isBody(line: Line): boolean {
  return line.kind === 'prose' && line.columns >= LONG && (endsWithStop(line.block.text) ? !/[?!]$/.test(line.block.text) || line.columns > 120 : true);
}

/** A line that could be a headline: several words, no list item, no sentence of the text. */
export function isHeadline(line: Line): boolean {
  const { text, level } = line.block;
  if (line.kind !== 'other' && line.kind !== 'prose') return false;
  if (level > 0 && level <= 2 && line.columns >= 8) return true;
  return line.columns >= 20 && line.columns <= 200 && text.includes(' ') && !endsWithPeriod(text);
}

const NO_EVIDENCE = new Set<LineKind>(['prose', 'other', 'byline', 'day', 'sections']);

/** Furniture that no article consists of; names, bare dates and menu words alone are no evidence of a page. */
export function isFurniture(line: Line): boolean {
  return !NO_EVIDENCE.has(line.kind);
}

/** Facts about the page that stand beside the headline or after the end. */
export function isFact(line: Line): boolean {
  return line.kind === 'date' || line.kind === 'day' || line.kind === 'byline';
}
