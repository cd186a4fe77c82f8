import { z } from 'zod';
import type { Retrieval } from '../search/retriever.ts';
import type { AnswerKind } from '../types.ts';
import { situationOf } from './scorer.ts';
import type { Sentence } from './sentence.ts';
import { SIGNALS, type SignalVector } from './signals.ts';
import stored from './weights.json' with { type: 'json' };

const Model = z.object({ provenance: z.string(), bias: z.number(), weights: z.record(z.enum(SIGNALS), z.number()) });
const ByHand = z.object({ provenance: z.string(), weights: z.partialRecord(z.enum(SIGNALS), z.number()) });
const { confidence: models } = z
  .object({ confidence: z.object({ withModel: Model, withoutModel: Model, crossScript: Model, byHand: ByHand }) })
  .parse(stored);

/** Below REFUSE nothing is shown, below WARN the nearest sentences with a warning. Transfer decides: docs/decisions/004-three-levels.md. */
const REFUSE = -4.3;
const WARN = -0.5;

/** The signals whose weights are set by hand: too rare in the development set to be fitted. */
export const SIGNALS_BY_HAND: ReadonlySet<string> = new Set(Object.keys(models.byHand.weights));

/**
 * Whether the articles answer the question at all: the logarithm of the odds, by a logistic regression over the signals of its best
 * sentence. It was fitted on questions whose article, or only its passage, was taken away.
 */
export function confidence({ question }: Retrieval, { hit }: Sentence, signals: SignalVector): number {
  const { bias, weights } = models[situationOf(question, hit)];
  return SIGNALS.reduce(
    (sum, name, index) => sum + (signals[index] ?? 0) * (weights[name] + (models.byHand.weights[name] ?? 0)),
    bias,
  );
}

export function levelOf(score: number): Exclude<AnswerKind, 'chat'> {
  if (score < REFUSE) return 'unanswered';
  return score < WARN ? 'unsure' : 'answered';
}
