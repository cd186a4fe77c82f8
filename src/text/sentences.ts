/** Korean and English sentences. Rules: sentence-rules.ts; where a sentence can end: sentence-ends.ts. */

import type { Span } from '../types.ts';
import { findEnds } from './sentence-ends.ts';
import { cutToLength } from './sentence-length.ts';
import { findPairs } from './sentence-pairs.ts';
import type { Pair } from './sentence-pairs.ts';

/** A sentence longer than this is split inside its quotations; a shorter one keeps what was said with who said it. */
const COMFORTABLE_LENGTH = 200;
/** Inside shorter quotations and brackets a sentence is never split: "왜? 어째서?" is one remark. */
const SHORTEST_SPLIT_QUOTATION = 100;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

interface End {
  position: number;
  /** Length of the innermost quotation or bracket around the end; 0 outside. */
  enclosedBy: number;
}

/**
 * Splits a text into sentences: sorted spans that do not overlap, trimmed, covering every character that is not white space.
 * A line break always ends a sentence; no sentence is longer than 400 UTF-16 units. Linear in the length of the text.
 */
export function splitSentences(text: string): Span[] {
  return findLines(text).flatMap(({ start, end }) => {
    return splitLine(text.slice(start, end)).map((span) => ({ start: start + span.start, end: start + span.end }));
  });
}

/** The lines of a text that are not empty, without their line breaks. */
export function findLines(text: string): Span[] {
  return [...text.matchAll(/[^\n\r\u2028\u2029]+/gu)].map((line) => ({ start: line.index, end: line.index + line[0].length }));
}

function splitLine(line: string): Span[] {
  const pairs = findPairs(line);
  const ends = enclose(findEnds(line, new Set(pairs.map((pair) => pair.end))), pairs);
  const outer = ends.filter((end) => end.enclosedBy === 0);
  const inner = ends.filter((end) => end.enclosedBy >= SHORTEST_SPLIT_QUOTATION);
  return splitAtQuoted(line, pieces(line, { start: 0, end: line.length }, positionsOf(outer)), positionsOf(inner))
    .flatMap((sentence) => cutToLength(line, sentence))
    .map((sentence) => trim(line, sentence))
    .filter((sentence) => sentence.end > sentence.start);
}

function positionsOf(ends: readonly End[]): number[] {
  return ends.map((end) => end.position);
}

/** Splits the sentences that are too long at the ends inside their quotations; both lists ascend. */
function splitAtQuoted(line: string, sentences: readonly Span[], quotedEnds: readonly number[]): Span[] {
  let next = 0;
  return sentences.flatMap((sentence) => {
    const first = next;
    while ((quotedEnds[next] ?? Infinity) < sentence.end) next += 1;
    if (sentence.end - sentence.start <= COMFORTABLE_LENGTH) return [sentence];
    return pieces(line, sentence, quotedEnds.slice(first, next));
  });
}

/** Cuts a span at the given ascending positions; a piece without a letter or a digit joins its neighbour. */
function pieces(line: string, span: Span, cuts: readonly number[]): Span[] {
  const spans: Span[] = [];
  let start = span.start;
  let from = span.start;
  let hasLetter = false;
  for (const cut of [...cuts, span.end]) {
    if (cut <= from || cut > span.end) continue;
    hasLetter ||= LETTER_OR_DIGIT.test(line.slice(from, cut));
    from = cut;
    if (!hasLetter) continue;
    spans.push({ start, end: cut });
    start = cut;
    hasLetter = false;
  }
  const last = spans.at(-1);
  if (last === undefined) return [span];
  last.end = span.end;
  return spans;
}

/** Finds the innermost pair around each end. Positions ascend; pairs are nested. */
function enclose(positions: readonly number[], pairs: readonly Pair[]): End[] {
  const byStart = pairs.toSorted((one, other) => one.start - other.start);
  const around: Pair[] = [];
  let next = 0;
  return positions.map((position) => {
    for (let pair = byStart[next]; pair !== undefined && pair.start < position; pair = byStart[next]) {
      leave(around, pair.start);
      around.push(pair);
      next += 1;
    }
    leave(around, position);
    const innermost = around.at(-1);
    return { position, enclosedBy: innermost === undefined ? 0 : innermost.end - innermost.start };
  });
}

function leave(around: Pair[], position: number): void {
  while ((around.at(-1)?.end ?? Infinity) < position) around.pop();
}

function trim(line: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(line.charAt(start))) start += 1;
  while (end > start && /\s/u.test(line.charAt(end - 1))) end -= 1;
  return { start, end };
}
