import { z } from 'zod';
import { FEATURES, type FeatureVector } from './features.ts';
import type { Hit } from '../search/retriever.ts';
import type { AnalyzedQuestion } from '../text/question.ts';
import type { Sentence } from './sentence.ts';
import stored from './weights.json' with { type: 'json' };

const Model = z.object({ provenance: z.string(), weights: z.record(z.enum(FEATURES), z.number()) });
const ByHand = z.object({ provenance: z.string(), weights: z.partialRecord(z.enum(FEATURES), z.number()) });
const { byHand, ...models } = z
  .object({ withModel: Model, withoutModel: Model, crossScript: Model, byHand: ByHand })
  .parse(stored);

/** A candidate sentence with the probability that it holds the answer. */
export interface RankedSentence {
  sentence: Sentence;
  probability: number;
  features: FeatureVector;
}

/** Which weights apply: with an embedding model, without one, or between scripts (an English question, a Korean article). */
export type Situation = keyof typeof models;

/** The features whose weights are set by hand: too rare in the development set to be fitted. */
export const SET_BY_HAND: ReadonlySet<string> = new Set(Object.keys(byHand.weights));

/** The situation of a question whose best hit is this one. */
export function situationOf({ korean }: Pick<AnalyzedQuestion, 'korean'>, hit: Hit | undefined): Situation {
  if (!hit || hit.cosines.length === 0) return 'withoutModel';
  return hit.chunk.article.korean === korean ? 'withModel' : 'crossScript';
}

/** Weights in the order of FEATURES. */
export function weightsFor(situation: Situation): Float64Array {
  const { weights } = models[situation];
  return Float64Array.from(FEATURES, (name) => weights[name] + (byHand.weights[name] ?? 0));
}

/** Probability that a sentence holds the answer: softmax of the weighted features over all candidates (a conditional logit). */
export function probabilities(features: readonly FeatureVector[], weights: Float64Array): Float64Array {
  const scores = Float64Array.from(features, (row) =>
    row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0),
  );
  const highest = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
