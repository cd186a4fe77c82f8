import type { Hit, Retrieval } from '../search/retriever.ts';
import { foldText, withoutSpaces } from '../text/normalize.ts';
import { numberValues } from '../text/numbers.ts';
import { namesIn } from '../text/question-facts.ts';
import type { Sentence } from './sentence.ts';
import { share } from './share.ts';

/**
 * Something in a question that an article in the other script can be seen to hold: a name as the articles may call it, a number, a word
 * with its meanings.
 */
interface SharedWord {
  /** Folded, without spaces: one of them has to stand there. */
  options: readonly string[];
  /** Names and numbers are what a question is about; a word may be said otherwise. */
  isName: boolean;
  isNumber: boolean;
}

/** What a question shares with an article, if that is in the other script. */
function sharedWords({ question, names }: Retrieval, hit: Hit | undefined): SharedWord[] {
  if (!hit || hit.chunk.article.korean === question.korean) return [];
  const known = names.map(({ written, others, isName }) => ({
    options: [...others, written].map((option) => withoutSpaces(foldText(option))),
    ...{ isName, isNumber: false },
  }));
  const unknown = namesIn(question.text).filter((name) => !names.some(({ written }) => written.includes(name)));
  return [
    ...known,
    ...unknown.map((name) => ({ options: [withoutSpaces(foldText(name))], isName: true, isNumber: false })),
    ...[...question.numbers].map((value) => ({ options: [value], isName: true, isNumber: true })),
  ];
}

/** How much of a question's shared words stands in a sentence, and elsewhere in its chunk or in the title only. */
export interface SharedShare {
  recall: number;
  gain: number;
}

/** A share for each of the sentences, all 0 where the best hit is in the question's script; words are weighted by their rarity among them. */
export function sharedShares(retrieval: Retrieval, sentences: readonly Sentence[]): SharedShare[] {
  const words = sharedWords(retrieval, retrieval.hits[0]);
  if (words.length === 0) return sentences.map(() => NOTHING_SHARED);
  const own = sentences.map((sentence) => heldIn(words, sentence));
  const passages = new Map<Hit, ReadonlySet<SharedWord>>();
  for (const { hit } of sentences) if (!passages.has(hit)) passages.set(hit, heldInPassage(words, hit));
  const rarity = (word: SharedWord): number =>
    Math.log((sentences.length + 1) / (own.filter((held) => held.has(word)).length + 0.5));
  const weights = new Map(words.map((word) => [word, rarity(word)]));
  return sentences.map(({ hit }, row) => ({
    recall: share(words, weights, (word) => own[row]?.has(word) === true),
    gain: share(words, weights, (word) => own[row]?.has(word) !== true && passages.get(hit)?.has(word) === true),
  }));
}

export const NOTHING_SHARED: SharedShare = { recall: 0, gain: 0 };
/** A name or a number that is missing says more than a word, which may be said otherwise. */
const NAME_WEIGHT = 2;

/** Share of the question's shared words that stand in the sentence's chunk or in the title. */
export function sharedCoverage(retrieval: Retrieval, { hit }: Sentence): number {
  const words = sharedWords(retrieval, hit);
  if (words.length === 0) return 0;
  const held = heldInPassage(words, hit);
  const weights = new Map(words.map((word) => [word, word.isName ? NAME_WEIGHT : 1]));
  return share(words, weights, (word) => held.has(word));
}

/** Which of the words stand in a chunk or in the title of its article. */
function heldInPassage(words: readonly SharedWord[], { chunk }: Hit): ReadonlySet<SharedWord> {
  const folded = foldText(`${chunk.article.title}\n${chunk.text}`);
  return heldIn(words, { folded, compact: withoutSpaces(folded) });
}

function heldIn(
  words: readonly SharedWord[],
  { folded, compact }: Pick<Sentence, 'folded' | 'compact'>,
): ReadonlySet<SharedWord> {
  const numbers = numberValues(folded);
  const holds = (option: string, isNumber: boolean): boolean => {
    if (isNumber) return numbers.has(option);
    return option.length > 1 ? compact.includes(option) : standsAlone(option, folded);
  };
  return new Set(words.filter(({ options, isNumber }) => options.some((option) => holds(option, isNumber))));
}

/** A word of one syllable is part of many others: it counts with no more than a particle of one syllable behind it. */
function standsAlone(syllable: string, folded: string): boolean {
  return Array.from(folded.matchAll(WORD), ([word]) => word).some((word) => word.length <= 2 && word.startsWith(syllable));
}

const WORD = /\p{L}+/gu;
