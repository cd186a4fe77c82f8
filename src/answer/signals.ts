import { datesIn, holdsCount, holdsMoney } from '../text/patterns.ts';
import { foldText } from '../text/normalize.ts';
import { numberValues } from '../text/numbers.ts';
import type { Hit, Retrieval } from '../search/retriever.ts';
import { sharedCoverage } from './across.ts';
import { featureOf } from './features.ts';
import { share } from './share.ts';
import type { RankedSentence } from './scorer.ts';

/** Names of the signals that tell whether the articles answer a question at all, in the order of a signal vector. */
export const SIGNALS = [
  'coverage', // idf share of the question's content terms in the best sentence's chunk or title
  'lexical', // the chunk's lexical score
  'lexicalSquared', // its square: from poor to middling says more than from middling to good
  'cosine', // cosine of the chunk's best sentence
  'recall', // idf share of the question's content terms in the best sentence
  'lastStems', // the same of the last three question words: with the others given, too much of it means that little else fits
  'unspacedRecall', // three features of the best sentence
  'beginnings',
  'lastBeginnings',
  'probability', // of the best sentence among the candidates
  'lead', // the chunk's fused score − that of the best other one: one passage stands out where the answer is
  'missingNumber', // a number of the question stands nowhere in the chunk
  'missingCount', // "몇 X" is asked and the chunk holds no number + X
  'missingDateOrMoney', // a date or an amount of money is asked and the chunk holds none
  'sharedCoverage', // between scripts: share of the question's names, numbers and known words in the chunk or title
] as const;

export type SignalVector = Float64Array;

/** Beyond this a greater lead says nothing more. */
const MOST_LEAD = 0.5;

/** The signals of a question whose best sentence is known; in the order of SIGNALS. */
export function signalsOf(retrieval: Retrieval, { sentence, features, probability }: RankedSentence): SignalVector {
  const { question, idf, hits } = retrieval;
  const { hit, terms, hitTerms, titleTerms } = sentence;
  const { asked, numbers, contentTerms } = question;
  const passage = foldText(`${hit.chunk.article.title}\n${hit.chunk.text}`);
  const present = numberValues(passage);
  const isIn = (test: boolean): number => (test ? 1 : 0);
  return Float64Array.of(
    share(contentTerms, idf, (term) => hitTerms.has(term) || titleTerms.has(term)),
    hit.lexical,
    hit.lexical ** 2,
    hit.dense,
    share(contentTerms, idf, (term) => terms.has(term)),
    share(question.lastTerms, idf, (term) => terms.has(term)),
    featureOf(features, 'unspacedRecall'),
    featureOf(features, 'beginnings'),
    featureOf(features, 'lastBeginnings'),
    probability,
    leadOf(hit, hits),
    isIn([...numbers].some((value) => !present.has(value))),
    isIn(asked.units.length > 0 && !holdsCount(passage, asked.units, numbers)),
    isIn((asked.date && datesIn(passage).size === 0) || (asked.money && !holdsMoney(passage))),
    sharedCoverage(retrieval, sentence),
  );
}

/** 0 where there is no other chunk to compare with. */
function leadOf(hit: Hit, hits: readonly Hit[]): number {
  const other = hits.find((each) => each !== hit);
  return other ? Math.min(hit.score - other.score, MOST_LEAD) : 0;
}
