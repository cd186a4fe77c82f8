import { foldText } from '../text/normalize.ts';
import { asksForOtherThanQuantity } from '../text/question-facts.ts';
import { quantitiesAsked, type AskedQuantity } from '../text/quantities-asked.ts';
import type { AnalyzedQuestion } from '../text/question.ts';
import type { RankedSentence } from './scorer.ts';
import type { Sentence } from './sentence.ts';

/** Two sentences that give different values for what is asked. */
export interface Disagreement {
  kind: 'number' | 'date';
  /** The newer article's first; the value as it stands in the sentence. */
  sides: { sentence: Sentence; value: string }[];
}

/** So much below the best cosine a sentence may lie that speaks of the same. */
const COSINE_MARGIN = 0.03;
/** So many words of the question both sentences must have in common. */
const LEAST_SHARED_WORDS = 2;
/** So many of the best sentences are compared with the best one. */
const LOOKED_AT = 8;

/**
 * Whether two articles give different values for the number or the date that is asked. Precision before recall: each sentence must hold
 * exactly one value of the kind and unit asked that is not in the question, and they must hold the same words of the question, the same
 * numbers of it included. A date that merely is less exact (a month for a day) is no difference.
 */
export function findDisagreement(question: AnalyzedQuestion, ranked: readonly RankedSentence[]): Disagreement | null {
  const [best] = ranked;
  if (!best || asksForOtherThanQuantity(question.folded)) return null;
  const own = quantityIn(question, best.sentence);
  if (!own) return null;
  for (const { sentence } of ranked.slice(1, LOOKED_AT)) {
    if (!isComparable(question, best.sentence, sentence)) continue;
    const other = quantityIn(question, sentence);
    if (other?.kind !== own.kind || other.unit !== own.unit || !differ(own, other)) continue;
    const sides = [
      { sentence: best.sentence, value: own.text },
      { sentence, value: other.text },
    ];
    return { kind: own.kind, sides: sides.sort((a, b) => dateOf(b.sentence).localeCompare(dateOf(a.sentence))) };
  }
  return null;
}

function quantityIn({ asked, numbers }: AnalyzedQuestion, { text }: Sentence): AskedQuantity | undefined {
  const found = quantitiesAsked(text, asked).filter(({ parts }) => !parts.every((part) => part === '' || numbers.has(part)));
  const [only] = found;
  return found.length === 1 ? only : undefined;
}

function differ(a: AskedQuantity, b: AskedQuantity): boolean {
  return a.parts.some(
    (part, index) => part !== '' && b.parts[index] !== undefined && b.parts[index] !== '' && b.parts[index] !== part,
  );
}

function isComparable(question: AnalyzedQuestion, best: Sentence, other: Sentence): boolean {
  if (best.hit.chunk.article.source === other.hit.chunk.article.source) return false;
  if (best.hit.cosines.length > 0 && other.cosine < best.cosine - COSINE_MARGIN) return false;
  const words = wordsIn(question, best);
  return words.length >= LEAST_SHARED_WORDS && words.join('\n') === wordsIn(question, other).join('\n');
}

/** The words of the question that stand in the sentence, in the question's order. */
function wordsIn({ stems }: AnalyzedQuestion, { compact }: Sentence): string[] {
  return stems.filter((stem) => compact.includes(foldText(stem)));
}

function dateOf({ hit }: Sentence): string {
  return hit.chunk.article.date ?? '';
}
