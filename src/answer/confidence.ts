import { datesIn, holdsCount, holdsMoney } from '../text/patterns.ts';
import { foldText } from '../text/normalize.ts';
import { numberValues } from '../text/numbers.ts';
import type { Retrieval } from '../search/retriever.ts';
import { share } from './features.ts';
import type { AnswerKind } from '../types.ts';
import type { Sentence } from './sentence.ts';

/** Below REFUSE nothing is shown, below WARN the nearest sentences with a warning. Transfer decides: docs/decisions/004-three-levels.md. */
const REFUSE = -2.8;
const WARN = -1;

/** Between scripts only the cosine speaks; it is mapped onto the same scale, with REFUSE at this cosine. */
const CROSS_SCRIPT_FLOOR = 0.775;
const CROSS_SCRIPT_SLOPE = 72;

const MISSING_NUMBER = -3;
const MISSING_COUNT = -1.4;
const MISSING_DATE_OR_MONEY = -3.5;

/**
 * Whether the articles answer the question at all: a logistic score of how much of the question stands in the best sentence's chunk, how
 * near that chunk is, and how clearly one sentence wins, less vetoes for a number of the question or a kind of answer that is missing.
 */
export function confidence(retrieval: Retrieval, best: Sentence, probability: number): number {
  const { question, idf } = retrieval;
  const { hit } = best;
  const embedded = hit.cosines.length > 0;
  if (embedded && question.korean !== hit.chunk.article.korean) {
    return REFUSE + CROSS_SCRIPT_SLOPE * (hit.dense - CROSS_SCRIPT_FLOOR);
  }
  const coverage = share(question.contentTerms, idf, (term) => best.hitTerms.has(term) || best.titleTerms.has(term));
  const recall = share(question.contentTerms, idf, (term) => best.terms.has(term));
  const base = embedded
    ? 4.46 * coverage + 28.3 * hit.dense + 2.61 * recall + 2.77 * probability - 30.2
    : 7.5 * coverage + 2.61 * recall + 2.77 * probability - 8.5;
  return base + vetoes(retrieval, best);
}

export function levelOf(score: number): Exclude<AnswerKind, 'chat'> {
  if (score < REFUSE) return 'unanswered';
  return score < WARN ? 'unsure' : 'answered';
}

function vetoes({ question }: Retrieval, { hit }: Sentence): number {
  const { asked, numbers } = question;
  const passage = foldText(`${hit.chunk.article.title}\n${hit.chunk.text}`);
  const present = numberValues(passage);
  let sum = 0;
  if ([...numbers].some((value) => !present.has(value))) sum += MISSING_NUMBER;
  if (asked.units.length > 0 && !holdsCount(passage, asked.units, numbers)) sum += MISSING_COUNT;
  if ((asked.date && datesIn(passage).size === 0) || (asked.money && !holdsMoney(passage))) sum += MISSING_DATE_OR_MONEY;
  return sum;
}
