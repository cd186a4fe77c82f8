/** The pieces of Markdown that are never cut. */

import type { Span } from '../../types.ts';
import { charactersIn } from './split-characters.ts';

export interface Token extends Span {
  /** What the token does to the text after it. */
  bold: 'opens' | 'closes' | null;
}

/** Longer clusters of marks or joined emoji are no character anybody reads: they are cut between code points. */
const LONGEST_CHARACTER = 16;

/** Escapes, masked links, what stands in angle brackets, addresses, disarmed mentions, inline code; bounded, so that reading is linear. */
const UNIT = new RegExp(
  [
    String.raw`\\[^0-9A-Za-z\s]`,
    String.raw`\[(?:\\.|[^\\\]\n]){1,600}\]\((?:<[^>\n]{1,600}>|[^)\s]{1,600})\)`,
    String.raw`<[@#:/\w][^<>\n]{0,600}>`,
    String.raw`https?:\/\/[^\s<]{1,600}`,
    String.raw`@\u2060?(?:everyone|here)`,
    '(?<ticks>`{1,3})[^`\\n]{1,600}\\k<ticks>',
  ].join('|'),
  'uy',
);
const STARS = '**';

/**
 * The tokens of a line of Markdown, without white space; ** that has no partner on the line is text. Linear.
 * @param longest UTF-16 units; a longer link or address is read as single characters
 */
export function readTokens(line: string, longest: number): Token[] {
  const tokens: Token[] = [];
  const stars: Token[] = [];
  const endOfCharacter = charactersOf(line);
  for (let offset = 0; offset < line.length;) {
    const isStars = line.startsWith(STARS, offset);
    const end = isStars ? offset + STARS.length : (endOfUnit(line, offset, longest) ?? endOfCharacter(offset));
    const token: Token = { start: offset, end, bold: null };
    tokens.push(token);
    if (isStars) stars.push(token);
    offset = end;
  }
  stars.slice(0, stars.length - (stars.length % 2)).forEach((token, index) => {
    token.bold = index % 2 === 0 ? 'opens' : 'closes';
  });
  return tokens.filter(({ start, end }) => /\S/u.test(line.slice(start, end)));
}

function endOfUnit(line: string, offset: number, longest: number): number | null {
  UNIT.lastIndex = offset;
  const length = UNIT.exec(line)?.[0].length ?? 0;
  return length > 0 && length <= longest ? offset + length : null;
}

/** Where the character (grapheme cluster) at an offset ends. */
export function charactersOf(text: string): (offset: number) => number {
  const ends = new Uint32Array(text.length);
  for (const { start, end } of charactersIn(text)) ends.fill(end, start, end);
  return (offset) => {
    const end = ends[offset] ?? offset + 1;
    return end - offset <= LONGEST_CHARACTER ? end : offset + String.fromCodePoint(text.codePointAt(offset) ?? 0).length;
  };
}
