import { cleanCharacters, collapseSpaces } from '../text/normalize.ts';

/** Anything but printable ASCII, line feeds and Hangul syllables: most lines need no work. */
const UNUSUAL = /[^\n\x20-\x7E\uAC00-\uD7A3]/;
const BREAK = /\r\n|[\r\u2028\u2029\u0085\v\f]/g;

/** A text without what cannot be seen: line breaks as '\n', NFC, no control, zero-width, bidirectional or tag characters. */
export function visibleText(raw: string): string {
  if (!UNUSUAL.test(raw)) return raw;
  const clean = cleanCharacters(raw.replace(BREAK, '\n'));
  // Removing a zero-width character can bring a base and its mark together: NFC once more.
  return clean.normalize('NFC');
}

/** One line of text: visible characters, white space collapsed. */
export function visibleLine(raw: string): string {
  return collapseSpaces(visibleText(raw));
}
