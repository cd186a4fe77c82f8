import { putTogether, takeApart, type Syllable } from '../syllables.ts';
import { synonymGroups } from './synonyms.ts';

/** What inflects a Korean verb, adjective or verbal noun, spelled as by `spelled`: it does not change what the word is about. */
const INFLECTION = /^[ㄴㄹㅂㅆ다고며면서지만는데은을던기음하되이있습니요게도록자려러라란까야네어아여겠든등로으므시리느]*$/u;
/** A word that ends like this is a verb, so that one common syllable may carry its meaning (샀다, 산). */
const VERBAL = /(?:다|고|며|면서|지만|는데|는|은|던|을|여|어|아|서|게|도록|기|ㄴ|ㄹ|ㅆ)$/u;
/** What may follow the single syllable of a short verb; ㄹ이, ㄹ리 begin another verb (줄이다). */
const SHORT_VERB = /^(?:[ㄴㅆ다고며면지는은던기서게도려느]|[어아여](?!ㅂ)|ㄹ(?![이어여리])|ㅂ니)/u;
const ENGLISH_ENDING = /(?:ies|ied|ing|ed|es|s|e|y|er|ers|ly|ment|ion|ions|ation|ive)?$/;

/** Onsets before which ㅘ is a contraction: 놔, 봐, 와. */
const CONTRACTING = new Set(['ㄴ', 'ㅂ', 'ㅇ']);
/** Final consonants that verbs take. */
const SPLIT_FINALS = new Set(['ㄴ', 'ㄹ', 'ㅂ', 'ㅆ']);
/** Vowels that a verb has before -어: ㅝ is ㅜ, ㅘ is ㅗ, ㅕ is ㅣ, ㅙ is ㅚ. */
const BARE_VOWELS = new Map([
  ['ㅝ', 'ㅜ'],
  ['ㅘ', 'ㅗ'],
  ['ㅕ', 'ㅣ'],
  ['ㅙ', 'ㅚ'],
]);

interface Form {
  folded: string;
  /** Without its particle. */
  stem: string;
}

/** Whether two folded words are forms of one word, or words that may stand for each other. */
export function isSameWord(a: Form, b: Form): boolean {
  if (a.stem === b.stem || a.folded === b.folded) return true;
  const isKorean = /\p{Script=Hangul}/u.test(a.folded);
  const isSame = isKorean
    ? isSameInflected(a.folded, b.folded) || isSameInflected(a.stem, b.stem)
    : isSameEnglish(a.folded, b.folded);
  return isSame || sharesGroup(a.folded, b.folded);
}

function sharesGroup(a: string, b: string): boolean {
  const groups = synonymGroups(a);
  if (groups.size === 0) return false;
  for (const group of synonymGroups(b)) if (groups.has(group)) return true;
  return false;
}

function isSameInflected(first: string, second: string): boolean {
  const [a, b] = [spelled(first), spelled(second)];
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common += 1;
  if (common === 0) return false;
  if (common === 1 && ![a, b].every((word) => VERBAL.test(word) && SHORT_VERB.test(word.slice(1)))) return false;
  return INFLECTION.test(a.slice(common)) && INFLECTION.test(b.slice(common));
}

/** A Korean word with the final consonants that verbs take by themselves, and contracted vowels undone: 세웠다 → 세우ㅆ다, 세운 → 세우ㄴ. */
function spelled(word: string): string {
  let text = '';
  for (const character of word) {
    const syllable = takeApart(character);
    const split = syllable && SPLIT_FINALS.has(syllable.coda) ? syllable.coda : '';
    const open = syllable && bare(split === '' ? syllable : { ...syllable, coda: '' });
    text += (open ?? character) + split;
  }
  return text;
}

function bare(syllable: Syllable): string | undefined {
  const { onset, vowel, coda } = syllable;
  if (onset === 'ㅎ' && vowel === 'ㅐ' && coda === '') return '하';
  // 며 and 면 are endings of their own.
  if (onset === 'ㅁ' || (vowel === 'ㅘ' && !CONTRACTING.has(onset))) return putTogether(syllable);
  return putTogether({ ...syllable, vowel: BARE_VOWELS.get(vowel) ?? vowel });
}

function isSameEnglish(a: string, b: string): boolean {
  const [rootA, rootB] = [rootOf(a), rootOf(b)];
  return rootA.length >= 3 && rootA === rootB;
}

/** planned → plan: endings off, a doubled last consonant once. */
function rootOf(word: string): string {
  if (word.length <= 3) return word;
  const root = word.replace(ENGLISH_ENDING, '');
  return (root.length >= 3 ? root : word).replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}
