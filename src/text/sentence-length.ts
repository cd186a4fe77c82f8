/** Cutting a sentence that is too long to be shown. */

import type { Span } from '../types.ts';

/** Characters (UTF-16 units) that no sentence exceeds. */
export const LONGEST_SENTENCE = 400;
/** A cut leaves at least this much, so that no stump of a clause is shown. */
const SHORTEST_PIECE = 120;

/** Where a clause ends, best kinds first; the position after the match is the cut. */
const CLAUSE_ENDS = [/[.?!…][”’"']?\s+/gu, /[,;:，、]\s+/gu, /[며고](?=\s)/gu, /\s+/gu];
const CHARACTERS = new Intl.Segmenter('ko', { granularity: 'grapheme' });
const NEVER_FIRST = /^[\p{M}\u200d\ufe00-\ufe0f]/u;

/** Cuts a span of text into pieces of at most LONGEST_SENTENCE characters, at the latest good clause boundary. */
export function cutToLength(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  while (span.end - start > LONGEST_SENTENCE) {
    const cut = start + findCut(text.slice(start, start + LONGEST_SENTENCE + 1));
    pieces.push({ start, end: cut });
    start = cut;
  }
  pieces.push({ start, end: span.end });
  return pieces;
}

/** @param window the first LONGEST_SENTENCE characters and the one after them */
function findCut(window: string): number {
  for (const pattern of CLAUSE_ENDS) {
    const cuts = [...window.matchAll(pattern)].map((match) => match.index + match[0].length);
    const cut = cuts.findLast(
      (position) => position <= LONGEST_SENTENCE && position >= SHORTEST_PIECE && isWholeAt(window, position),
    );
    if (cut !== undefined) return cut;
  }
  return lastGrapheme(window);
}

function isWholeAt(window: string, position: number): boolean {
  return !NEVER_FIRST.test(window.slice(position, position + 2));
}

/** The last boundary between characters as people see them; one that fills the whole window is cut between code points. */
function lastGrapheme(window: string): number {
  const last = CHARACTERS.segment(window).containing(window.length - 1)?.index ?? 0;
  if (last > 0) return last;
  const isLowSurrogate = /[\udc00-\udfff]/.test(window.charAt(LONGEST_SENTENCE));
  return isLowSurrogate ? LONGEST_SENTENCE - 1 : LONGEST_SENTENCE;
}
