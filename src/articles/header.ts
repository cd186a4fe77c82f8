import { isFact, isFurniture, isHeadline, type Line } from './classify.ts';
import { keyOf } from './furniture-match.ts';

/** A menu is a run of at least this many short lines. */
const MENU_RUN = 4;
const MENU_COLUMNS = 18;

/**
 * Where the article begins in a page: at its headline. The headline is the line the metadata name; else the last headline-like
 * group before the facts of the page (date, byline); else the first one after the menus. Nothing before it is dropped
 * unless there is a menu.
 */
export function headerStart(lines: Line[], bodyStart: number, title: string | undefined): number {
  const named = title ? namedStart(lines, bodyStart, title) : -1;
  if (named !== -1) return named;
  const menuEnd = lines.findLastIndex((_, index) => index < bodyStart && isMenu(lines, index));
  if (menuEnd === -1) return 0;
  const headline = factsHeadline(lines, bodyStart);
  if (headline !== -1) return groupStart(lines, headline);
  const menuStart = lines.findIndex((_, index) => isMenu(lines, index));
  const before = lines.findIndex((line, index) => index < menuStart && isHeadline(line));
  const after = lines.findIndex((line, index) => index > menuEnd && index < bodyStart && isHeadline(line));
  if (after !== -1) return after;
  return before === -1 ? bodyStart : before;
}

/** A fact of the page with so many menu lines after it belongs to the top of the site, not to the article. */
const MENU_AFTER = 3;

/** The headline-like line before a fact of the page: before the first such fact that no menu follows, else the first at all; -1 for none. */
function factsHeadline(lines: Line[], bodyStart: number): number {
  let first = -1;
  let menuAfter = lines.filter((_, index) => index < bodyStart && isMenu(lines, index)).length;
  let headline = -1;
  for (let index = 0; index < bodyStart; index++) {
    const line = lines[index];
    if (!line) break;
    if (isMenu(lines, index)) menuAfter--;
    else if (isHeadline(line)) headline = index;
    else if (isFact(line) && headline !== -1) {
      if (menuAfter < MENU_AFTER) return headline;
      if (first === -1) first = headline;
    }
  }
  return first;
}

/** The last line before the body that is the title; menus and breadcrumbs may repeat it. */
function namedStart(lines: Line[], bodyStart: number, title: string): number {
  const key = keyOf(title);
  return lines.findLastIndex((line, index) => {
    const text = keyOf(line.block.text);
    return index <= bodyStart && text.length >= 6 && (text === key || (key.startsWith(text) && text.length >= key.length * 0.6));
  });
}

/** The first line of the headlines that stand together with this one. */
function groupStart(lines: Line[], headline: number): number {
  let start = headline;
  for (let index = headline - 1; index >= 0; index--) {
    const line = lines[index];
    if (!line || !isHeadline(line) || isMenu(lines, index) || line.block.links > 0.6) break;
    start = index;
  }
  return start;
}

function isMenu(lines: Line[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  if (line.kind === 'navigation' || line.kind === 'sections') return true;
  return isShort(line) && runLength(lines, index, -1) + runLength(lines, index, 1) + 1 >= MENU_RUN;
}

function runLength(lines: Line[], from: number, step: 1 | -1): number {
  let length = 0;
  for (let index = from + step; length < MENU_RUN; index += step) {
    const line = lines[index];
    if (!line || !isShort(line)) break;
    length++;
  }
  return length;
}

function isShort(line: Line): boolean {
  return line.kind === 'sections' || line.kind === 'navigation' || (line.kind === 'other' && line.columns <= MENU_COLUMNS && !isFurniture(line));
}
