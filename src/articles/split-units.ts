/** The sentences of a document with what splitting needs to know of each. */

import { isQuestionLine } from '../text/sentence-roles.ts';
import { findLines, splitSentences } from '../text/sentences.ts';
import type { Document, Span } from '../types.ts';

/** What beginning a chunk with a sentence would do: separate a heading or question from what follows it, or suit it more or less. */
export type Break = 'severs' | 'section' | 'question' | 'paragraph' | 'sentence';

export interface Unit extends Span {
  /** A Hangul or Hanja character counts 1, any other ½. */
  weight: number;
  break: Break;
  isHeading: boolean;
  /** Titles of the sections it stands in, outermost first. */
  headings: string[];
}

interface Line extends Span {
  text: string;
  isHeading: boolean;
  isQuestion: boolean;
  headings: string[];
}

const WIDE = /[\p{Script=Hangul}\p{Script=Han}]/gu;

/** Every sentence of the document in order. */
export function unitsOf(document: Document): Unit[] {
  const lines = linesOf(document);
  const units: Unit[] = [];
  let index = 0;
  let before: Line | undefined;
  for (const { start, end } of splitSentences(document.text)) {
    while ((lines[index]?.end ?? Infinity) <= start) index += 1;
    const line = lines[index];
    if (line === undefined) break;
    const { isHeading, headings } = line;
    units.push({ start, end, weight: weigh(document.text.slice(start, end)), break: breakBefore(line, before), isHeading, headings });
    before = line;
  }
  return units;
}

function weigh(text: string): number {
  return (text.length + (text.match(WIDE)?.length ?? 0) + 1) / 2;
}

/** @param before the line of the sentence before, which may be the same line */
function breakBefore(line: Line, before: Line | undefined): Break {
  if (before !== undefined && (before.isHeading || before.isQuestion)) return 'severs';
  if (line === before) return 'sentence';
  if (line.isHeading) return 'section';
  return line.isQuestion ? 'question' : 'paragraph';
}

function linesOf({ text, headings }: Document): Line[] {
  const spans = findLines(text).filter(({ start, end }) => /\S/u.test(text.slice(start, end)));
  const texts = spans.map(({ start, end }) => text.slice(start, end).trim());
  const levels = new Map(headings.map((heading) => [heading.start, heading.level]));
  let open: { level: number; title: string }[] = [];
  return spans.map((span, index) => {
    const title = texts[index] ?? '';
    const level = levels.get(span.start);
    if (level !== undefined) open = [...open.filter((section) => section.level < level), { level, title }];
    const isQuestion = isQuestionLine(title, texts[index + 1] ?? '');
    return { ...span, text: title, isHeading: level !== undefined, isQuestion, headings: open.map((section) => section.title) };
  });
}
