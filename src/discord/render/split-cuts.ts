/** Where Markdown can be cut into messages, how good each place is, and what has to be closed before it and opened after it. */

import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../types.ts';
import { charactersOf, readTokens } from './split-tokens.ts';
import type { Token } from './split-tokens.ts';

/** How good a place is, best first. */
const RANK = {
  paragraph: 0,
  line: 1,
  sentence: 2,
  word: 3,
  lineOfCode: 4,
  wordInBold: 5,
  character: 6,
  characterInBold: 7,
} as const;

export interface Cut {
  /** Where the part before ends and the part after begins: white space between them is left out. */
  end: number;
  at: number;
  rank: number;
  closing: string;
  opening: string;
}

const FENCE = '```';
const FENCE_LINE = /^```([\w+-]{0,20})\s*$/;
/** What a line that is cut begins with again: block quote, subtext or heading. */
const LINE_PREFIX = /^(?:> |>$)?(?:-# |#{1,3} )?/;
/** What would be a list at the beginning of a line and cannot be escaped there. */
const LIST_NUMBER = /\d{1,9}\.(?:\s|$)/y;
const LINE_MARKUP = /[#>+-]|\*\s/y;

interface Reading {
  markdown: string;
  /** Starts of sentences. */
  sentences: ReadonlySet<number>;
  longest: number;
  cuts: Cut[];
  /** Where the last token ended. */
  end: number;
  isBlankBefore: boolean;
}

/**
 * The places where Markdown can be cut, ascending; the first is its beginning, the last its end. Linear.
 * @param longest UTF-16 units of the longest link or address that is kept whole
 */
export function findCuts(markdown: string, longest: number): Cut[] {
  const sentences = new Set(splitSentences(markdown).map(({ start }) => start));
  const reading: Reading = { markdown, sentences, longest, cuts: [], end: 0, isBlankBefore: false };
  for (let start = 0; start < markdown.length;) {
    const lineBreak = markdown.indexOf('\n', start);
    const line = { start, end: lineBreak === -1 ? markdown.length : lineBreak };
    start = readFence(reading, line) ?? readLine(reading, line);
  }
  return [...reading.cuts, { end: reading.end, at: markdown.length, rank: RANK.paragraph, closing: '', opening: '' }];
}

/** Adds the beginning of a line that is not blank. */
function beginLine(reading: Reading, at: number): void {
  const rank = reading.isBlankBefore ? RANK.paragraph : RANK.line;
  reading.cuts.push({ end: reading.end, at, rank, closing: '', opening: '' });
  reading.isBlankBefore = false;
}

/** Reads a line and returns where the next one begins. */
function readLine(reading: Reading, line: Span): number {
  const text = reading.markdown.slice(line.start, line.end);
  const prefix = LINE_PREFIX.exec(text)?.[0] ?? '';
  const start = line.start + prefix.length;
  let previous: Token | undefined;
  let isBold = false;
  for (const each of readTokens(text.slice(prefix.length), reading.longest)) {
    const token = { ...each, start: start + each.start, end: start + each.end };
    if (previous === undefined) beginLine(reading, line.start);
    else if (canCut(reading.markdown, previous, token))
      reading.cuts.push(cutInLine(reading, previous, token, { prefix, isBold }));
    if (token.bold !== null) isBold = token.bold === 'opens';
    previous = token;
  }
  if (previous === undefined) reading.isBlankBefore = true;
  else reading.end = previous.end;
  return line.end + 1;
}

function canCut(markdown: string, previous: Token, token: Token): boolean {
  return previous.bold !== 'opens' && token.bold !== 'closes' && !matchesAt(LIST_NUMBER, markdown, token.start);
}

function cutInLine(reading: Reading, previous: Token, token: Token, line: { prefix: string; isBold: boolean }): Cut {
  const { prefix, isBold } = line;
  const isWord = previous.end < token.start;
  const escape = !isBold && matchesAt(LINE_MARKUP, reading.markdown, token.start) ? '\\' : '';
  return {
    end: previous.end,
    at: token.start,
    rank: isBold ? (isWord ? RANK.wordInBold : RANK.characterInBold) : rankOutsideBold(reading, token, isWord),
    closing: isBold ? '**' : '',
    opening: prefix + (isBold ? '**' : escape),
  };
}

function rankOutsideBold(reading: Reading, token: Token, isWord: boolean): number {
  if (reading.sentences.has(token.start)) return RANK.sentence;
  return isWord ? RANK.word : RANK.character;
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** Reads a code fence that begins with the line, if it does, and returns where the text after it begins. */
function readFence(reading: Reading, line: Span): number | null {
  const { markdown } = reading;
  const language = FENCE_LINE.exec(markdown.slice(line.start, line.end))?.[1];
  const closing = language === undefined ? -1 : markdown.indexOf(FENCE, line.end + 1);
  if (language === undefined || closing === -1) return null;
  beginLine(reading, line.start);
  readCode(reading, { start: line.end + 1, end: closing }, `${FENCE}${language}\n`);
  reading.end = closing + FENCE.length;
  return markdown.charAt(reading.end) === '\n' ? reading.end + 1 : reading.end;
}

function readCode(reading: Reading, span: Span, opening: string): void {
  const code = reading.markdown.slice(span.start, span.end).trimEnd();
  const endOfCharacter = charactersOf(code);
  const closing = `\n${FENCE}`;
  for (let offset = endOfCharacter(0); offset < code.length; offset = endOfCharacter(offset)) {
    const at = span.start + offset;
    if (code.charAt(offset - 1) === '\n') reading.cuts.push({ end: at - 1, at, rank: RANK.lineOfCode, closing, opening });
    else if (code.charAt(offset) !== '\n') reading.cuts.push({ end: at, at, rank: RANK.character, closing, opening });
  }
}
