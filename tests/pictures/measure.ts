/** Widths of text without its font: an estimate a little above what common fonts need. */

const WIDE =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\p{Extended_Pictographic}]/u;
const INVISIBLE = /[\p{M}\p{Cf}]/u;
const NARROW = /[iljtfrI.,:;'|!()[\] “”‘’·]/;
const BROAD = /[mwMW%@…—]/;
const CAPITAL = /[A-Z0-9#&=+<>~]/;
const BOLD = 1.06;
const MONOSPACE = 0.602;

export interface Font {
  /** Pixels. */
  size: number;
  bold?: boolean;
  mono?: boolean;
}

/** Pixels. Hangul and Hanja are about as wide as they are high, twice as wide as Latin letters. */
export function widthOf(text: string, { size, bold = false, mono = false }: Font): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character, mono);
  return ems * size * (bold && !mono ? BOLD : 1);
}

function emsOf(character: string, mono: boolean): number {
  if (INVISIBLE.test(character)) return 0;
  if (WIDE.test(character)) return /\p{Emoji_Presentation}/u.test(character) ? 1.3 : 0.95;
  if (mono) return MONOSPACE;
  if (NARROW.test(character)) return 0.32;
  if (BROAD.test(character)) return 0.9;
  return CAPITAL.test(character) ? 0.64 : 0.56;
}

/** The beginning of a text that fits into a width, with … where something is left out. */
export function fitted(text: string, width: number, font: Font): string {
  if (widthOf(text, font) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && widthOf(`${characters.join('')}…`, font) > width) characters.pop();
  return `${characters.join('')}…`;
}
