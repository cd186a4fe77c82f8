/** Shortening a text before it becomes Markdown: afterwards a cut could fall into an escape. */

import { charactersIn } from './split-characters.ts';

const ELLIPSIS = '…';
const CLOSING = /[」』”’"'）)\]]$/u;

/**
 * At most so many characters as people count them (grapheme clusters), the last of which is … where some were left out; well-formed.
 * @param characters at least 1
 */
export function shorten(text: string, characters: number): string {
  return shortenBefore(text, characters, '');
}

/** shorten for a title in quotation marks: 「긴 제목」 becomes 「긴…」, so that what was opened is closed. */
export function shortenTitle(title: string, characters: number): string {
  const closing = CLOSING.exec(title)?.[0] ?? '';
  return characters > 2 ? shortenBefore(title, characters, closing) : shorten(title, characters);
}

/** Looks no further than the limit, however long the text is. */
function shortenBefore(text: string, characters: number, closing: string): string {
  if (!Number.isInteger(characters) || characters < 1) throw new RangeError(`${characters} characters: at least 1 is needed`);
  const wellFormed = text.toWellFormed();
  const room = characters - ELLIPSIS.length - closing.length;
  let kept = 0;
  let count = 0;
  for (const { start } of charactersIn(wellFormed)) {
    if (count === room) kept = start;
    if (count === characters) return wellFormed.slice(0, kept).trimEnd() + ELLIPSIS + closing;
    count += 1;
  }
  return wellFormed;
}
