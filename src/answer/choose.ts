import type { Asked } from '../text/question.ts';
import { explainsOrGoesOn } from '../text/question-facts.ts';
import { fingerprintOf, repeats } from './near-identical.ts';
import { rankPassages } from './passages.ts';
import type { Sentence } from './sentence.ts';

/**
 * Sentences are added until their probabilities reach `enough`, the next one has less than `least`, there are so many, or their text is as
 * long as a reader reads.
 */
const SINGLE = { enough: 0.94, least: 0.04, most: 3 };
/** A reason, a way or a list may take more sentences, and is less often told in the most probable one alone. */
const SEVERAL = { enough: 0.97, least: 0.02, most: 4 };
const MOST_CHARACTERS = 600;
/** A sentence below this many characters says little alone ("There are three."): the one after it comes along. */
const SHORT = 30;
/** So near the best sentence one that explains or goes on counting belongs to it. */
const NEAR = 2;

interface Ranked {
  sentence: Sentence;
  probability: number;
}

/** What the question asks for, as far as it decides how many sentences are shown. */
export interface Wanted extends Pick<Asked, 'definition'> {
  /** Whether it asks for a list, a reason or a way. */
  several: boolean;
}

/**
 * The sentences to show, in reading order, the likeliest passage first: the most probable ones (given best first) until it is likely that
 * the answer is among them. The first always counts; when it is short, introduces what the question asks about, or opens an answer in an
 * interview, what follows it in its paragraph comes along; when several things are asked, what explains or goes on counting beside it. No
 * sentence says what another said.
 */
export function chooseSentences(ranked: readonly Ranked[], wanted: Wanted): Sentence[] {
  const [best] = ranked;
  if (!best) return [];
  const { enough, least, most } = wanted.several ? SEVERAL : SINGLE;
  const chosen: Ranked[] = [];
  const add = (next: Ranked): void => {
    const characters = sum(chosen.map(({ sentence }) => sentence.text.length)) + next.sentence.text.length;
    const fits = chosen.length === 0 || (chosen.length < most && characters <= MOST_CHARACTERS);
    if (fits && !chosen.some(({ sentence }) => isSaidBy(sentence, next.sentence))) chosen.push(next);
  };
  add(best);
  followers(best.sentence, ranked, wanted).forEach(add);
  for (const next of ranked) {
    if (next.probability < least || sum(chosen.map(({ probability }) => probability)) >= enough) break;
    add(next);
  }
  return inReadingOrder(
    chosen.map(({ sentence }) => sentence),
    ranked,
  );
}

function inReadingOrder(chosen: readonly Sentence[], ranked: readonly Ranked[]): Sentence[] {
  const hits = [...new Set(chosen.map(({ hit }) => hit))];
  const passages = rankPassages(
    hits.map((hit) => [hit]),
    ranked,
  );
  return passages.flatMap(([{ chunk }]) => chosen.filter(({ hit }) => hit.chunk === chunk).sort((a, b) => a.ordinal - b.ordinal));
}

function isSaidBy(chosen: Sentence, next: Sentence): boolean {
  return chosen === next || repeats(fingerprintOf(next.text), fingerprintOf(chosen.text));
}

/** What comes along with the best sentence. */
function followers(best: Sentence, ranked: readonly Ranked[], { definition, several }: Wanted): Ranked[] {
  const { hit, ordinal, text, opensAnswer } = best;
  const wanted = opensAnswer ? SINGLE.most - 1 : text.length < SHORT || definition ? 1 : 0;
  const end = paragraphEnd(best);
  const beside = ranked.filter(({ sentence }) => sentence.hit === hit && sentence !== best);
  const following = beside
    .filter(({ sentence }) => sentence.ordinal > ordinal && sentence.ordinal <= ordinal + wanted && sentence.span.end <= end)
    .sort((a, b) => a.sentence.ordinal - b.sentence.ordinal);
  if (!several) return following;
  const near = beside.filter(({ sentence }) => Math.abs(sentence.ordinal - ordinal) <= NEAR);
  const explaining = near.filter(({ sentence }) => explainsOrGoesOn(sentence.folded));
  // What goes on counting goes on from the sentence before it.
  const between = near.filter(({ sentence }) =>
    explaining.some((each) => isBetween(sentence.ordinal, ordinal, each.sentence.ordinal)),
  );
  return [...following, ...new Set([...between, ...explaining])];
}

function isBetween(ordinal: number, one: number, other: number): boolean {
  return Math.min(one, other) < ordinal && ordinal < Math.max(one, other);
}

function paragraphEnd({ hit, span }: Sentence): number {
  const rest = hit.chunk.text.slice(span.end - hit.chunk.start);
  return span.end + (rest.includes('\n') ? rest.indexOf('\n') : rest.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
