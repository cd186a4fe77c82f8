import type { Hit, Retrieval } from '../search/retriever.ts';
import { foldText, withoutSpaces } from '../text/normalize.ts';
import { numberValues } from '../text/numbers.ts';
import { namesIn } from '../text/question-facts.ts';
import type { Sentence } from './sentence.ts';

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
  const own = sentences.map((sentence) => words.map((word) => holds(word, sentence)));
  const passages = new Map<Hit, boolean[]>();
  for (const sentence of sentences) if (!passages.has(sentence.hit)) passages.set(sentence.hit, inPassage(words, sentence));
  const weights = words.map((_, index) => Math.log((sentences.length + 1) / (count(own, index) + 0.5)));
  const share = (passes: (index: number) => boolean): number =>
    sum(weights.filter((_, index) => passes(index))) / (sum(weights) || 1);
  return sentences.map(({ hit }, row) => ({
    recall: share((index) => own[row]?.[index] === true),
    gain: share((index) => own[row]?.[index] !== true && passages.get(hit)?.[index] === true),
  }));
}

export const NOTHING_SHARED: SharedShare = { recall: 0, gain: 0 };
/** A name or a number that is missing says more than a word, which may be said otherwise. */
const NAME_WEIGHT = 2;

/** Share of the question's shared words that stand in the sentence's chunk or in the title. */
export function sharedCoverage(retrieval: Retrieval, sentence: Sentence): number {
  const words = sharedWords(retrieval, sentence.hit);
  const found = inPassage(words, sentence);
  const weights = words.map(({ isName }) => (isName ? NAME_WEIGHT : 1));
  return sum(weights.filter((_, index) => found[index] === true)) / (sum(weights) || 1);
}

/** Where words are looked for. */
type Place = Pick<Sentence, 'folded' | 'compact'>;

/** Which of the words stand in the sentence's chunk or in the title of its article. */
function inPassage(words: readonly SharedWord[], { hit }: Sentence): boolean[] {
  const folded = foldText(`${hit.chunk.article.title}\n${hit.chunk.text}`);
  const compact = withoutSpaces(folded);
  return words.map((word) => holds(word, { folded, compact }));
}

function holds({ options, isNumber }: SharedWord, { folded, compact }: Place): boolean {
  if (isNumber) return options.some((value) => numberValues(folded).has(value));
  return options.some((option) => (option.length > 1 ? compact.includes(option) : standsAlone(option, folded)));
}

/** A word of one syllable is part of many others: it counts with no more than a particle of one syllable behind it. */
function standsAlone(syllable: string, folded: string): boolean {
  return Array.from(folded.matchAll(WORD), ([word]) => word).some((word) => word.length <= 2 && word.startsWith(syllable));
}

const WORD = /\p{L}+/gu;

function count(rows: readonly (readonly boolean[])[], column: number): number {
  return rows.filter((row) => row[column] === true).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
