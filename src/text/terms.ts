import { findNumbers } from './numbers.ts';
import { foldText, readHanja } from './normalize.ts';
import { stemOf, wordsOf } from './stems.ts';

/** Changes whenever the same text would give other terms: an index made by another version is rebuilt. */
export const TERMS_VERSION = 'bigrams-stems-3';

/** Runs of one kind: Hangul, Hanja, Latin and other letters, digits. 77번항목 is 77 and the bigrams of 번항목, never one token. */
const RUN = /\p{Script=Hangul}+|\p{Script=Han}+|[[\p{L}\p{M}]--[\p{Script=Hangul}\p{Script=Han}]]+|\d+(?:[.,]\d+)*/gv;
/** Marks the stem of a whole word, so that a two-syllable stem is not the same term as the bigram. */
export const STEM = '=';
const HANGUL = /\p{Script=Hangul}/u;
const HANGUL_START = /^\p{Script=Hangul}/u;
const HAN_START = /^\p{Script=Han}/u;
const HANGUL_OR_LATIN = /[\p{Script=Hangul}a-z]/u;
/** A number with a large unit somewhere in the text: cheap to rule out. */
const WITH_UNIT = /\d ?[십백천]?[만억조경]/;
const KOREAN_UNIT = /[만억조경]/;

/**
 * The terms of a text for the lexical index, duplicates kept: character bigrams of each Hangul or Hanja run (a single character is kept
 * as it is), other words and numbers whole, in lower case. Hanja also give the bigrams of their Korean reading, numbers with Korean
 * units also their value (1조2000억 → 1200000000000), and each word with Hangul its stem, which lifts R@1 of BM25 on KorQuAD from .911
 * to .923 at a hundredth of the cost of a morphological analyser (docs/decisions/002-terms.md). One analyser serves index and questions.
 */
export function termsOf(text: string): string[] {
  return termsOfFolded(foldText(text));
}

/** The same for a text that is folded already (`foldText`). */
export function termsOfFolded(folded: string): string[] {
  const terms: string[] = [];
  for (const [run] of folded.matchAll(RUN)) addRun(run, terms);
  for (const word of wordsOf(folded)) addStem(word, terms);
  addUnitValues(folded, terms);
  return terms;
}

/** Character bigrams of a run; a single character stands for itself. */
export function bigramsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function addRun(run: string, terms: string[]): void {
  if (HANGUL_START.test(run)) {
    addAll(bigramsOf(run), terms);
  } else if (HAN_START.test(run)) {
    addAll(bigramsOf(run), terms);
    const reading = readHanja(run);
    if (HANGUL_OR_LATIN.test(reading)) addAll(bigramsOf(reading), terms);
  } else {
    terms.push(run.replaceAll(',', ''));
  }
}

/** One by one: a call with a hundred thousand arguments overflows the stack. */
function addAll(more: readonly string[], terms: string[]): void {
  for (const term of more) terms.push(term);
}

function addStem(word: string, terms: string[]): void {
  const stem = stemOf(word);
  if (stem.length >= 2 && HANGUL.test(stem)) terms.push(`${STEM}${stem}`);
}

function addUnitValues(folded: string, terms: string[]): void {
  if (!WITH_UNIT.test(folded)) return;
  for (const { start, end, value } of findNumbers(folded)) {
    if (KOREAN_UNIT.test(folded.slice(start, end))) terms.push(String(value));
  }
}
