import type { Asked } from '../text/question.ts';
import type { Sentence } from './sentence.ts';

/** Sentences are added until their probabilities reach this mass … */
const ENOUGH = 0.9;
/** … or there are so many, or their text is as long as a reader reads. */
const MOST_SENTENCES = 3;
const MOST_CHARACTERS = 600;
/** A sentence below this many characters says little alone ("There are three."): the one after it comes along. */
const SHORT = 30;

interface Ranked {
  sentence: Sentence;
  probability: number;
}

/**
 * The sentences to show, in reading order: the most probable ones (given best first) until it is likely that the answer is among them. The
 * first always counts; when it is short, introduces what the question asks about, or opens an answer in an interview, what follows it in its
 * paragraph comes along.
 */
export function chooseSentences(ranked: readonly Ranked[], asked: Pick<Asked, 'definition'>): Sentence[] {
  const [best] = ranked;
  if (!best) return [];
  const chosen: Ranked[] = [];
  const add = (next: Ranked): void => {
    const characters = sum(chosen.map(({ sentence }) => sentence.text.length)) + next.sentence.text.length;
    const fits = chosen.length === 0 || (chosen.length < MOST_SENTENCES && characters <= MOST_CHARACTERS);
    if (fits && !chosen.includes(next)) chosen.push(next);
  };
  add(best);
  followers(best.sentence, ranked, asked).forEach(add);
  for (const next of ranked) {
    if (sum(chosen.map(({ probability }) => probability)) >= ENOUGH) break;
    add(next);
  }
  return chosen.map(({ sentence }) => sentence).sort((a, b) => a.rank - b.rank || a.ordinal - b.ordinal);
}

function followers(
  { hit, ordinal, span, text, opensAnswer }: Sentence,
  ranked: readonly Ranked[],
  asked: Pick<Asked, 'definition'>,
): Ranked[] {
  const wanted = opensAnswer ? MOST_SENTENCES - 1 : text.length < SHORT || asked.definition ? 1 : 0;
  const rest = hit.chunk.text.slice(span.end - hit.chunk.start);
  const paragraphEnd = span.end + (rest.includes('\n') ? rest.indexOf('\n') : rest.length);
  return Array.from({ length: wanted }, (_, index) => ordinal + 1 + index).flatMap((next) =>
    ranked.filter(({ sentence }) => sentence.hit === hit && sentence.ordinal === next && sentence.span.end <= paragraphEnd),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
