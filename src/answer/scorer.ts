import { z } from 'zod';
import { FEATURES, type FeatureVector } from './features.ts';
import stored from './weights.json' with { type: 'json' };

const Model = z.object({ provenance: z.string(), weights: z.record(z.enum(FEATURES), z.number()) });
const models = z.object({ withModel: Model, withoutModel: Model }).parse(stored);

/** Weights in the order of FEATURES, with or without an embedding model. */
export function weightsFor(embedded: boolean): Float64Array {
  const { weights } = embedded ? models.withModel : models.withoutModel;
  return Float64Array.from(FEATURES, (name) => weights[name]);
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
