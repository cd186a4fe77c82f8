/** Where in a line a sentence can end. Every look around a mark is bounded, so the work grows with the length of the line only. */

import {
  BEGINS_WITHOUT_SPACE,
  CLOSING_MARK,
  DATE_BEFORE_PERIOD,
  EXCLAIMED_NAME,
  FINAL_SYLLABLE,
  LEADING_ABBREVIATIONS,
  LIST_MARKER,
  NUMBERED_ABBREVIATIONS,
  PARTICLE,
  QUOTATIVE,
  SENTENCE_OPENER,
  STRAIGHT_QUOTE,
  TERMINATOR,
  TRAILING_ABBREVIATIONS,
} from './sentence-rules.ts';

const URL = /(?:https?:\/\/|www\.)[!-~]+/gu;
const HANGUL = /\p{Script=Hangul}/u;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\d]/u;
const LOOK_BACK = 24;
const LONGEST_ASIDE = 60;
const ASIDE = /^(?:[([][^()[\]]{1,20}[)\]]){1,2}(?=\s|$)|^\s?[([][^()[\]]{1,40}[)\]](?:\.(?=\s|$)|$)/u;

/** One mark (or run of marks) that may end a sentence. */
interface Mark {
  line: string;
  /** Where the sentence that the mark would end begins. */
  sentenceStart: number;
  /** The run of terminators, for example "?!" or "...". */
  run: string;
  /** Position of the first terminator. */
  at: number;
  /** Position after the run and the closing quotes and brackets behind it. */
  end: number;
  /** Position of the next character that is not white space; the length of the line if there is none. */
  next: number;
}

/**
 * Ends of sentences in one line, ascending, each the position after the closing quotes that belong to the sentence.
 * Ends inside quotations are included: what becomes of them depends on the length of the quotation.
 * @param closingQuotes positions of straight quotes known to close a quotation
 */
export function findEnds(line: string, closingQuotes: ReadonlySet<number>): number[] {
  const ends: number[] = [];
  const addresses = addressSpans(line);
  let sentenceStart = 0;
  let index = 0;
  while (index < line.length) {
    const address = addresses.get(index);
    if (address !== undefined) {
      index = address;
      continue;
    }
    if (!TERMINATOR.test(line.charAt(index))) {
      index += 1;
      continue;
    }
    const mark = readMark(line, index, sentenceStart, closingQuotes);
    index += mark.run.length;
    if (!isEnd(mark)) continue;
    const end = afterAside(line, mark.end);
    ends.push(end);
    sentenceStart = skipSpace(line, end);
    index = Math.max(index, end);
  }
  return ends;
}

/** Web addresses, start → end, without the punctuation behind them. */
function addressSpans(line: string): Map<number, number> {
  const spans = new Map<number, number>();
  for (const match of line.matchAll(URL)) {
    let length = match[0].length;
    while (/[.,!?)'"\]>;:]/u.test(match[0].charAt(length - 1))) length -= 1;
    spans.set(match.index, match.index + length);
  }
  return spans;
}

function readMark(line: string, at: number, sentenceStart: number, closingQuotes: ReadonlySet<number>): Mark {
  let end = at;
  while (end < line.length && TERMINATOR.test(line.charAt(end))) end += 1;
  const run = line.slice(at, end);
  while (end < line.length && isClosing(line, end, closingQuotes)) end += 1;
  return { line, sentenceStart, run, at, end, next: skipSpace(line, end) };
}

function isClosing(line: string, index: number, closingQuotes: ReadonlySet<number>): boolean {
  const character = line.charAt(index);
  if (CLOSING_MARK.test(character)) return true;
  if (closingQuotes.has(index)) return true;
  return STRAIGHT_QUOTE.test(character) && /^\s?$/u.test(line.charAt(index + 1));
}

function skipSpace(line: string, index: number): number {
  let next = index;
  while (next < line.length && /\s/u.test(line.charAt(next))) next += 1;
  return next;
}

/** A short "(웃음)" or "[1]" directly behind the end stays with the sentence, as does "(1998)." after a space at the end of the line or before a period. */
function afterAside(line: string, end: number): number {
  const aside = ASIDE.exec(line.slice(end, end + LONGEST_ASIDE));
  return aside === null ? end : end + aside[0].length;
}

function isEnd(mark: Mark): boolean {
  const { line, end, next } = mark;
  if (next >= line.length) return true;
  if (/[,;:·/~%=&*_|]/u.test(line.charAt(next))) return false;
  if (goesOn(mark)) return false;
  if (/^[.．]$/u.test(mark.run)) return isEndOfPeriod(mark);
  if (/[?!。！？]/u.test(mark.run)) return isEndOfQuestion(mark);
  return next > end && isEndOfEllipsis(mark);
}

/** Whether what follows is a speaker tag or a particle, which never begins a sentence. */
function goesOn({ line, run, at, end, next }: Mark): boolean {
  const isQuoted = end > at + run.length;
  if (matchesAt(QUOTATIVE, line, next) && (isQuoted || next === end)) return true;
  const takesParticle = isQuoted || /[?!！？]/u.test(run);
  return takesParticle && next === end && matchesAt(PARTICLE, line, next);
}

function matchesAt(sticky: RegExp, line: string, index: number): boolean {
  sticky.lastIndex = index;
  return sticky.test(line);
}

function isEndOfQuestion({ line, at, end, next }: Mark): boolean {
  const follows = line.charAt(next);
  if (isLowerCase(line, next)) return false;
  if (EXCLAIMED_NAME.test(line.slice(Math.max(0, at - LOOK_BACK), at))) return false;
  return next > end || BEGINS_WITHOUT_SPACE.test(follows);
}

function isEndOfEllipsis({ line, at, next }: Mark): boolean {
  const before = line.charAt(at - 1);
  if (HANGUL.test(before)) return FINAL_SYLLABLE.test(before);
  return /\p{Lu}/u.test(line.charAt(next)) && LATIN_OR_DIGIT.test(before);
}

function isEndOfPeriod(mark: Mark): boolean {
  const { line, at, end, next, sentenceStart } = mark;
  const before = line.charAt(at - 1);
  if (next === end && end === at + 1) return isEndWithoutSpace(line, at);
  if (at - sentenceStart <= 6 && LIST_MARKER.test(line.slice(sentenceStart, at))) return false;
  if (next === end) return HANGUL.test(before);
  if (/\d/u.test(before)) return isEndOfNumber(line, at, next);
  if (/\p{Script=Latin}/u.test(before)) return isEndOfWord(line, at, next);
  return HANGUL.test(before) || !isLowerCase(line, next);
}

/** "밝혔다.이어" is two sentences, "제1.2조", "가.나.다" and "example.com" are not. */
function isEndWithoutSpace(line: string, at: number): boolean {
  const follows = line.charAt(at + 1);
  if (/[”’"']/u.test(line.charAt(at - 1))) return HANGUL.test(follows) && !matchesAt(PARTICLE, line, at + 1);
  return FINAL_SYLLABLE.test(line.charAt(at - 1)) && HANGUL.test(line.charAt(at - 2)) && BEGINS_WITHOUT_SPACE.test(follows);
}

function isEndOfNumber(line: string, at: number, next: number): boolean {
  const follows = line.charAt(next);
  if (/\d/u.test(follows) || isLowerCase(line, next)) return false;
  const before = line.slice(Math.max(0, at - LOOK_BACK), at);
  if (DATE_BEFORE_PERIOD.test(before)) return false;
  const isShortNumber = /(?:^|\s)\d{1,2}$/u.test(before);
  return !(isShortNumber && HANGUL.test(follows));
}

function isEndOfWord(line: string, at: number, next: number): boolean {
  if (isLowerCase(line, next)) return false;
  const word = /[\p{Script=Latin}.]+$/u.exec(line.slice(Math.max(0, at - LOOK_BACK), at))?.[0] ?? '';
  if (LEADING_ABBREVIATIONS.has(word)) return false;
  if (NUMBERED_ABBREVIATIONS.has(word) && /\d/u.test(line.charAt(next))) return false;
  const isAbbreviation = TRAILING_ABBREVIATIONS.has(word) || /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Ph\.D)$/u.test(word);
  return !isAbbreviation || matchesAt(SENTENCE_OPENER, line, next);
}

/** "iPhone" and "eBay" count as capitalised: they do begin sentences. */
function isLowerCase(line: string, index: number): boolean {
  return /^\p{Ll}(?!\p{Lu})/u.test(line.slice(index, index + 2));
}
