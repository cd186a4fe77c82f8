/** Characters as people count them (grapheme clusters). */

import type { Span } from '../../types.ts';

/** The rules of the root locale are those of Korean and English. */
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** UTF-16 units given to the segmenter at once: the time it takes for a character grows with the text it is in. */
const WINDOW = 256;

/** The grapheme clusters of a text in order, one by one. A cluster longer than WINDOW comes in pieces. Linear. */
export function* charactersIn(text: string): Generator<Span, undefined> {
  for (let start = 0; start < text.length;) {
    const window = text.slice(start, windowEnd(text, start));
    const ends = Array.from(SEGMENTER.segment(window), ({ index, segment }) => start + index + segment.length);
    // The last cluster may go on behind the window.
    if (start + window.length < text.length && ends.length > 1) ends.pop();
    for (const end of ends) {
      yield { start, end };
      start = end;
    }
  }
}

function windowEnd(text: string, start: number): number {
  const end = start + WINDOW;
  return /[\udc00-\udfff]/.test(text.charAt(end)) ? end + 1 : end;
}
