/** Quotation marks and brackets of one line, matched. Unmatched marks are left out: a stray quote must not swallow a text. */

import type { Span } from '../types.ts';

/** Positions of the opening and of the closing mark. */
export type Pair = Span;

const DOUBLE = '"';
const SINGLE = "'";
/** Straight quotes and their curly forms are one kind: news mixes them ('…’). */
const KIND_OF_QUOTE = new Map([
  ['"', DOUBLE],
  ['“', DOUBLE],
  ['”', DOUBLE],
  ['„', DOUBLE],
  ['＂', DOUBLE],
  ["'", SINGLE],
  ['‘', SINGLE],
  ['’', SINGLE],
]);
const OPENING_BRACKETS = '([{<（［｛【〔「『《〈＜«';
const CLOSING_BRACKETS = ')]}>）］｝】〕」』》〉＞»';
const OPENS_AFTER = /[\s([{<（［｛【〔「『《〈＜«"“'‘,·]/u;
const WORD_CHARACTER = /[\p{Script=Latin}\d]/u;

type Role = 'open' | 'close' | 'none';

/** Matches the quotation marks and brackets of one line in one pass; pairs are properly nested, in the order of their closing marks. */
export function findPairs(line: string): Pair[] {
  const pairs: Pair[] = [];
  const stack: { kind: string; start: number }[] = [];
  const waiting = new Map<string, number>();
  const count = (kind: string, change: number): void => void waiting.set(kind, (waiting.get(kind) ?? 0) + change);

  for (let index = 0; index < line.length; index += 1) {
    const kind = kindAt(line, index);
    if (kind === undefined) continue;
    const role = roleOf(line, index, (waiting.get(kind) ?? 0) > 0);
    if (role === 'open') {
      stack.push({ kind, start: index });
      count(kind, 1);
    }
    while (role === 'close') {
      const top = stack.pop();
      if (top === undefined) break;
      count(top.kind, -1);
      if (top.kind !== kind) continue;
      pairs.push({ start: top.start, end: index });
      break;
    }
  }
  return pairs;
}

/** Quotes by their direction, brackets by their opening form; undefined for any other character. */
function kindAt(line: string, index: number): string | undefined {
  const character = line.charAt(index);
  const quote = KIND_OF_QUOTE.get(character);
  if (quote !== undefined) return quote;
  if (OPENING_BRACKETS.includes(character)) return character;
  const closing = CLOSING_BRACKETS.indexOf(character);
  return closing < 0 ? undefined : OPENING_BRACKETS.charAt(closing);
}

function roleOf(line: string, index: number, isOpen: boolean): Role {
  const character = line.charAt(index);
  if (OPENING_BRACKETS.includes(character)) return 'open';
  if (CLOSING_BRACKETS.includes(character)) return isOpen ? 'close' : 'none';
  return roleOfQuote(line.charAt(index - 1), character, line.charAt(index + 1), isOpen);
}

/** An apostrophe has no role. A quote with a space before and none after opens, even where one is open: the earlier was a stray. */
function roleOfQuote(before: string, character: string, after: string, isOpen: boolean): Role {
  if (isApostrophe(before, character, after)) return 'none';
  const canOpen = /^\S/u.test(after);
  if (/[“‘„]/u.test(character)) return canOpen ? 'open' : 'none';
  const standsBefore = canOpen && OPENS_AFTER.test(before === '' ? ' ' : before);
  const isCurly = /[”’]/u.test(character);
  if (isOpen) return standsBefore && !isCurly ? 'open' : 'close';
  return (isCurly ? standsBefore : canOpen) ? 'open' : 'none';
}

function isApostrophe(before: string, character: string, after: string): boolean {
  return KIND_OF_QUOTE.get(character) === SINGLE && WORD_CHARACTER.test(before) && WORD_CHARACTER.test(after);
}
