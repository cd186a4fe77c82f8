import type { Hit } from '../search/retriever.ts';
import type { RankedSentence } from './scorer.ts';

/** A hit with the probability that the answer stands in one of its sentences; 0 where they were not looked at. */
export interface RankedHit extends Hit {
  probability: number;
}

/**
 * Passages, the likeliest to hold the answer first: what their sentences say one by one tells more than their own scores (KorQuAD R@1 .939
 * → .951). Those whose sentences were not looked at follow in their own order.
 * @param passages Each a hit and those that repeat it, which are as likely.
 */
export function rankPassages(
  passages: readonly (readonly [Hit, ...Hit[]])[],
  ranked: readonly Pick<RankedSentence, 'sentence' | 'probability'>[],
): [RankedHit, ...RankedHit[]][] {
  const sums = new Map<Hit, number>();
  for (const { sentence, probability } of ranked) sums.set(sentence.hit, (sums.get(sentence.hit) ?? 0) + probability);
  return passages
    .map(([first, ...others]): [RankedHit, ...RankedHit[]] => {
      const probability = sums.get(first) ?? 0;
      return [{ ...first, probability }, ...others.map((hit) => ({ ...hit, probability }))];
    })
    .sort(([a], [b]) => b.probability - a.probability);
}
