import type { Sentence } from './sentence.ts';

/** Sentences are added until their probabilities reach this mass … */
const ENOUGH = 0.9;
/** … or there are so many, or their text is as long as a reader reads. */
const MOST_SENTENCES = 3;
const MOST_CHARACTERS = 600;

/**
 * The sentences to show, in reading order: the most probable ones (given best first) until it is likely that the answer is among them. The
 * first always counts.
 */
export function chooseSentences(ranked: readonly { sentence: Sentence; probability: number }[]): Sentence[] {
  const chosen: Sentence[] = [];
  let mass = 0;
  let characters = 0;
  for (const { sentence, probability } of ranked) {
    if (chosen.length > 0 && characters + sentence.text.length > MOST_CHARACTERS) continue;
    chosen.push(sentence);
    mass += probability;
    characters += sentence.text.length;
    if (mass >= ENOUGH || chosen.length >= MOST_SENTENCES) break;
  }
  return chosen.sort((a, b) => a.rank - b.rank || a.ordinal - b.ordinal);
}
