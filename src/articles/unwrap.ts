import { columnsOf, endsUnfinished, endsWithStop, startsItem } from '../text/shape.ts';

/** A line of a text before its paragraphs are known. */
export interface SourceLine {
  text: string;
  /** Whether an empty line or the border of a block stands before it. */
  gap: boolean;
  /** Width of the line as it stands in the file, indentation and marks included. */
  columns: number;
  /** Whether the line is never joined with the next: headings, code. */
  alone: boolean;
}

const MIN_WIDTH = 50;
const MAX_WIDTH = 160;
const MIN_BREAKS = 3;
/** How many of a text's line breaks must be where a typesetter would break, for the text to count as hard-wrapped. */
const MIN_SHARE = 0.6;
/** A wrapped text breaks mid-sentence; a text of one sentence a line ends nearly every line with a full stop. */
const MAX_STOPS = 0.5;
/** A quotation set in short lines has no more of them, and none is wider. */
const MOST_STANZA_LINES = 8;
const STANZA_WIDTH = 60;
const TABULAR = /\t|\S {2,}\S|\|/;

/** Joins what was broken to fit a width, and sentences that were set in short lines for their looks. */
export function joinBrokenLines<Line extends SourceLine>(lines: Line[]): Line[] {
  return joinStanzas(unwrapLines(lines));
}

/**
 * Joins a paragraph of short lines that is one sentence: every line but the last stops in its middle, and the last ends it. Each line would
 * be quoted as a fragment otherwise. Poems and lists, whose lines end anyhow, stay as they are.
 */
function joinStanzas<Line extends SourceLine>(lines: readonly Line[]): Line[] {
  const stanzas: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const open = stanzas.at(-1);
    if (open && !line.gap) open.push(line);
    else stanzas.push([line]);
  }
  return stanzas.flatMap((stanza) =>
    isOneSentence(stanza) ? [{ ...stanza[0], text: stanza.map(({ text }) => text.trim()).join(' ') }] : stanza,
  );
}

function isOneSentence(stanza: readonly SourceLine[]): boolean {
  if (stanza.length < 2 || stanza.length > MOST_STANZA_LINES) return false;
  const isShort = ({ text, columns, alone }: SourceLine): boolean => !alone && columns <= STANZA_WIDTH && !startsItem(text);
  const last = stanza.at(-1)?.text.trim() ?? '';
  return stanza.every(isShort) && stanza.slice(0, -1).every(({ text }) => endsUnfinished(text)) && endsWithStop(last);
}

/**
 * Joins the lines of hard-wrapped paragraphs with a space. A break counts as a wrap when the first word of the next line
 * would not have fitted: poems, lists and one-sentence lines break earlier than that and stay as they are.
 */
function unwrapLines<Line extends SourceLine>(lines: Line[]): Line[] {
  const width = wrapWidth(lines);
  if (width === undefined) return lines;
  const joined: Line[] = [];
  let parts: string[] = [];
  lines.forEach((line, index) => {
    parts.push(line.text.trim());
    const next = lines[index + 1];
    if (next && isWrap(line, next, width)) return;
    joined.push({ ...(lines[index - parts.length + 1] ?? line), text: parts.join(' ') });
    parts = [];
  });
  return joined;
}

/** The width the text was wrapped at, or undefined when it was not wrapped. */
function wrapWidth(lines: SourceLine[]): number | undefined {
  const long = lines.filter((line) => line.columns > MAX_WIDTH).length;
  const width = lines.reduce((most, line) => (line.columns > MAX_WIDTH ? most : Math.max(most, line.columns)), 0);
  if (long > lines.length * 0.1 || width < MIN_WIDTH) return undefined;
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && !next.gap && !line.alone ? [{ line, next }] : [];
  });
  const wraps = pairs.filter(({ line, next }) => isWrap(line, next, width));
  const stops = wraps.filter(({ line }) => endsWithStop(line.text)).length;
  const wrapped = wraps.length >= MIN_BREAKS && wraps.length >= pairs.length * MIN_SHARE && stops <= wraps.length * MAX_STOPS;
  return wrapped ? width : undefined;
}

function isWrap(line: SourceLine, next: SourceLine, width: number): boolean {
  if (next.gap || line.alone || line.columns > MAX_WIDTH || startsItem(next.text)) return false;
  if (TABULAR.test(line.text.trim()) || TABULAR.test(next.text.slice(0, MAX_WIDTH).trim())) return false;
  const word = next.text.trimStart().slice(0, 40).split(/\s/, 1)[0] ?? '';
  return line.columns + 1 + columnsOf(word) > width;
}
