import { synonymGroups } from './synonyms.ts';

/** What inflects a Korean verb, adjective or verbal noun, spelled as by `spelled`: it does not change what the word is about. */
const INFLECTION = /^[ㄴㄹㅂㅆ다고며면서지만는데은을던기음하되이있습니요게도록자려러라란까야네어아여겠든등로으므시리느]*$/u;
/** A word that ends like this is a verb, so that one common syllable may carry its meaning (샀다, 산). */
const VERBAL = /(?:다|고|며|면서|지만|는데|는|은|던|을|여|어|아|서|게|도록|기|ㄴ|ㄹ|ㅆ)$/u;
/** What may follow the single syllable of a short verb; ㄹ이, ㄹ리 begin another verb (줄이다). */
const SHORT_VERB = /^(?:[ㄴㅆ다고며면지는은던기서게도려느]|[어아여](?!ㅂ)|ㄹ(?![이어여리])|ㅂ니)/u;
const ENGLISH_ENDING = /(?:ies|ied|ing|ed|es|s|e|y|er|ers|ly|ment|ion|ions|ation|ive)?$/;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;
const VOWELS = 21;
const MIEUM = 6;
const WA = 9;
const CONTRACTING = new Set([2, 7, 11]);
/** Final consonants that verbs take: ㄴ ㄹ ㅂ ㅆ. */
const SPLIT_FINALS: Readonly<Record<number, string>> = { 4: 'ㄴ', 8: 'ㄹ', 17: 'ㅂ', 20: 'ㅆ' };
/** Vowels that a verb has before -어: ㅝ is ㅜ, ㅘ is ㅗ, ㅕ is ㅣ, ㅙ is ㅚ. */
const BARE_VOWELS: Readonly<Record<number, number>> = { 14: 13, 9: 8, 6: 20, 10: 11 };
const HAE = 0xd574;
const HA = 0xd558;

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
    const code = character.charCodeAt(0);
    const offset = code - FIRST_SYLLABLE;
    if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) {
      text += character;
      continue;
    }
    const final = offset % FINALS;
    const split = SPLIT_FINALS[final];
    const open = split === undefined ? code : code - final;
    text += bare(open) + (split ?? '');
  }
  return text;
}

function bare(code: number): string {
  if (code === HAE) return String.fromCharCode(HA);
  const offset = code - FIRST_SYLLABLE;
  const vowel = Math.floor(offset / FINALS) % VOWELS;
  const initial = Math.floor(offset / FINALS / VOWELS);
  // 며 and 면 are endings of their own; ㅘ is a contraction in 와, 봐 and 놔 only.
  if (initial === MIEUM || (vowel === WA && !CONTRACTING.has(initial))) return String.fromCharCode(code);
  return String.fromCharCode(code + ((BARE_VOWELS[vowel] ?? vowel) - vowel) * FINALS);
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
