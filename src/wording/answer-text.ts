import { collapseSpaces } from '../text/normalize.ts';
import { splitSentences } from '../text/sentences.ts';
import type { AnswerKind, Language, ReasonDetails, UnansweredReason, Understanding } from '../types.ts';
import { wordingIn, type DifferingValue } from './wording.ts';

/** The part of an answer that is put into words. */
export interface WordedAnswer extends Pick<Understanding, 'topic'> {
  kind: AnswerKind;
  reason: UnansweredReason | null;
  language: Language;
  details: ReasonDetails | null;
  citations: readonly { number: number; quote: string; date: string | null }[];
  difference: { kind: 'number' | 'date'; values: readonly { citation: number; value: string }[] } | null;
  nearest: readonly { title: string }[];
}

/** Characters (UTF-16 units) that no text exceeds, [n] and line breaks counted. */
export const LONGEST_TEXT = 700;
const TITLE_CHARACTERS = 80;

/**
 * What a reader sees of an answer: quotes with their [n], or why there are none and which articles are nearest. At most LONGEST_TEXT long:
 * a quote that does not fit is shown to the last of its sentences that does, or not at all.
 */
export function answerText(answer: WordedAnswer): string {
  const wording = wordingIn(answer.language);
  switch (answer.kind) {
    case 'answered':
      return linesWithin([...differenceOf(answer), ...quotesOf(answer)]).join('\n');
    case 'unsure':
      return linesWithin([fixed(wording.unsure), ...differenceOf(answer), ...quotesOf(answer)]).join('\n');
    case 'unanswered': {
      const titles = answer.nearest.map(({ title }) => fixed(`- ${shortened(title)}`));
      const nearest = titles.length > 0 ? [fixed(wording.nearest), ...titles] : [];
      return linesWithin([fixed(unansweredText(answer)), ...nearest]).join('\n');
    }
    case 'chat':
      return wording.chat[answer.topic ?? 'greeting'];
  }
}

/** Why there is no answer, in one or two sentences. */
export function unansweredText({ reason, details, language }: Pick<WordedAnswer, 'reason' | 'details' | 'language'>): string {
  return wordingIn(language).unanswered[reason ?? 'not-in-articles'](details ?? { dates: null, name: null });
}

/** That the articles differ, and how; null when they do not. */
export function differenceText({
  difference,
  citations,
  language,
}: Pick<WordedAnswer, 'difference' | 'citations' | 'language'>): string | null {
  if (!difference) return null;
  const values = difference.values.map(({ citation, value }): DifferingValue => {
    return { citation, value: collapseSpaces(value), date: citations.find(({ number }) => number === citation)?.date ?? null };
  });
  return wordingIn(language).difference(difference.kind, values);
}

function differenceOf(answer: WordedAnswer): Line[] {
  const text = differenceText(answer);
  return text === null ? [] : [fixed(text)];
}

/** A line that makes the most of so many characters; undefined when it makes no sense in so little room. */
type Line = (room: number) => string | undefined;

function linesWithin(lines: readonly Line[]): string[] {
  const shown: string[] = [];
  let room = LONGEST_TEXT;
  for (const line of lines) {
    const text = line(room);
    if (text === undefined) continue;
    shown.push(text);
    room -= text.length + 1;
  }
  return shown;
}

function fixed(text: string): Line {
  return (room) => (text.length <= room ? text : undefined);
}

function quotesOf({ citations }: WordedAnswer): Line[] {
  return citations.map(({ number, quote }) => (room) => {
    const marker = ` [${number}]`;
    const ends = [
      quote.length,
      ...splitSentences(quote)
        .map(({ end }) => end)
        .reverse(),
    ];
    const texts = ends.map((end) => collapseSpaces(quote.slice(0, end)));
    const text = texts.find((each) => each !== '' && each.length + marker.length <= room);
    return text === undefined ? undefined : text + marker;
  });
}

function shortened(title: string): string {
  const characters = Array.from(collapseSpaces(title));
  return characters.length <= TITLE_CHARACTERS ? characters.join('') : `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…`;
}
