import { collapseSpaces } from '../text/normalize.ts';
import type { AnswerKind, Language, UnansweredReason } from '../types.ts';
import { wordingIn } from './wording.ts';

/** The part of an answer that is put into words. */
export interface WordedAnswer {
  kind: AnswerKind;
  reason: UnansweredReason | null;
  language: Language;
  citations: readonly { number: number; quote: string }[];
  nearest: readonly { title: string }[];
}

const TITLE_CHARACTERS = 80;

/** What a reader sees of an answer: quotes with their [n], or why there are none and which articles are nearest. At most 700 characters. */
export function answerText(answer: WordedAnswer): string {
  const wording = wordingIn(answer.language);
  const quotes = answer.citations.map(({ number, quote }) => `${collapseSpaces(quote)} [${number}]`);
  if (answer.kind === 'answered') return quotes.join('\n');
  if (answer.kind === 'unsure') return [wording.unsure, ...quotes].join('\n');
  const reason = wording.unanswered[answer.reason ?? 'not-in-articles'];
  const titles = answer.nearest.map(({ title }) => `- ${shortened(title)}`);
  return [reason, ...(titles.length > 0 ? [wording.nearest, ...titles] : [])].join('\n');
}

function shortened(title: string): string {
  const characters = Array.from(collapseSpaces(title));
  return characters.length <= TITLE_CHARACTERS ? characters.join('') : `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…`;
}
