import { putTogether, takeApart } from '../syllables.ts';
import { foldText } from '../normalize.ts';
import { stemOf } from '../stems.ts';
import { isLight } from './light-words.ts';

/** What a Korean word does in its clause, as far as its particle tells. */
export type Role = 'topic' | 'subject' | 'object' | 'place' | 'other';

/** A word of a sentence, taken apart for comparing it with another sentence. */
export interface ClaimWord {
  /** As it is written, the marks around it included. */
  raw: string;
  folded: string;
  /** Without its particle. */
  stem: string;
  role: Role;
  /** Claims nothing of its own. */
  light: boolean;
  /** What it says is denied. */
  negated: boolean;
  /** It, or the comma behind it, may end a clause. */
  endsClause: boolean;
  /** Written in Latin letters with a capital: perhaps a name. */
  capital: boolean;
}

const EDGE = /^[^\p{L}\p{N}$₩€£¥%+-]+|[^\p{L}\p{N}%]+$/gu;
/** Brackets and quotation marks; an apostrophe inside a Latin word is part of it. */
const MARKS = /[()[\]{}"“”‘「」『』《》〈〉<>]|(?<![a-z])['’]|['’](?![a-z])/gu;
const TOPIC = /(?:은|는|란)$/u;
const SUBJECT = /(?:이|가|께서)$/u;
const PLACE = /(?:에|에서|에게|에게서|으로|로|까지|부터|보다|처럼)(?:는|도)?$/u;
/** Verbs before a noun (묶은, 하는) end like a topic. Nouns take 는 behind a vowel only. */
const ADNOMINAL =
  /(?:[하되]|시키|으키|이끄|만드|[쓰르히])는$|(?:^|[어아여해])[묶받높많작좋낮넓같깊늦맞먹믿얻찾담참입잡접앉읽젊잃낳놓쌓넣벗씻짓맺잊닦섞겪]은$/u;
const ADVERB = /^(?:많이|같이|없이|깊이|가까이|높이|일일이|끊임없이|굳이|특히)$/u;
const NOUN_CONSONANT = /[가-힣]는$/u;
const OBJECT = /(?:을|를)$/u;
const CONNECTIVE = /(?:[^최]고|며|면서|지만|는데|은데|으나|거나|아서|어서|해서|하여|해|자|니|므로|라서|여서|려고|려|도록)$/u;
/** Words that deny what stands before them, or (안, not) behind them. */
const DENIES_BEFORE = /^(?:않|못하|못한|못할|못했|못해|없|아니|아닌|아닐|말고|말아|말라|마라)/u;
const DENIES_WITHIN = /(?:하지|되지|지)(?:않|못)|(?:것이|일이|바가|적이)(?:아니|아닌|없)/u;
const DENIES_BEHIND = /^(?:안|못|not|no|never|without|neither|nor|cannot|none|nobody|nothing|hardly|[a-z]+n['’]t)$/u;

/** The words of a sentence in order; negation is put on the word that it denies. */
export function claimWords(text: string): ClaimWord[] {
  const words: ClaimWord[] = [];
  for (const raw of text.split(/[\s/·ㆍ…—–]+|(?<=\p{L})\(|(?<=\d)~(?=\d)/u)) {
    const bare = raw.replace(EDGE, '').replace(/(?:['’]s|['’])$/u, '');
    const folded = plain(foldText(bare)).replace(MARKS, '');
    if (folded === '') continue;
    const stem = /\p{Script=Hangul}/u.test(folded) ? stemOf(folded) : folded;
    words.push({
      ...{ raw, folded, stem, role: roleOf(folded), light: isLight(folded, stem) && !/^\p{Lu}{2,}$/u.test(bare), negated: false },
      endsClause: /[,;:，]['"’”)]*$/u.test(raw) || (CONNECTIVE.test(folded) && folded.length > 1),
      capital: /^[^\p{L}]*\p{Lu}/u.test(bare) && /\p{Script=Latin}/u.test(bare),
    });
  }
  markNegations(words);
  return words;
}

function roleOf(folded: string): Role {
  if (!/\p{Script=Hangul}$/u.test(folded) || folded.length < 2 || ADVERB.test(folded) || ADNOMINAL.test(folded)) return 'other';
  if (PLACE.test(folded)) return 'place';
  if (NOUN_CONSONANT.test(folded) && endsInConsonant(folded.at(-2) ?? '')) return 'other';
  if (TOPIC.test(folded)) return 'topic';
  if (OBJECT.test(folded)) return 'object';
  return SUBJECT.test(folded) ? 'subject' : 'other';
}

function endsInConsonant(syllable: string): boolean {
  return (takeApart(syllable)?.coda ?? '') !== '';
}

/** 합니다 → 한다, 했습니다 → 했다, 입니다 → 이다: the polite forms in which a bot speaks, as news writes them. */
function plain(folded: string): string {
  return folded
    .replace(/습니다$/u, '다')
    .replace(/입니다$/u, '이다')
    .replace(/([가-힣])니다$/u, (all, last: string) => {
      const syllable = takeApart(last);
      return syllable?.coda === 'ㅂ' ? `${putTogether({ ...syllable, coda: 'ㄴ' }) ?? last}다` : all;
    });
}

function markNegations(words: ClaimWord[]): void {
  words.forEach(({ folded }, index) => {
    const word = words[index];
    if (!word) return;
    if (DENIES_WITHIN.test(folded)) deny(words, index, -1);
    else if (/뿐(?:만)?$/u.test(words[index - 1]?.folded ?? '')) word.light = true;
    else if (DENIES_BEFORE.test(folded) || DENIES_BEHIND.test(folded)) {
      word.light = true;
      const isBehind = DENIES_BEHIND.test(folded);
      if (!isBehind || !deny(words, index + 1, 1)) deny(words, index - 1, -1);
    }
  });
}

/** Turns the nearest word that says something, looking from `index` on; false when there is none. */
function deny(words: readonly ClaimWord[], index: number, step: 1 | -1): boolean {
  for (let at = index; at >= 0 && at < words.length; at += step) {
    const word = words[at];
    if (!word || word.light) continue;
    word.negated = !word.negated;
    return true;
  }
  return false;
}

/** Whether anything is denied in a sentence. */
export function denies(words: readonly ClaimWord[]): boolean {
  return words.some(({ negated }) => negated);
}

/** Whether a word describes the noun behind it: a verb that ends in ㄴ or ㄹ (지배하는, 세울). */
export function isAdnominal(folded: string): boolean {
  const coda = takeApart(folded.at(-1) ?? '')?.coda;
  return coda === 'ㄴ' || coda === 'ㄹ';
}

export function isPassive(words: readonly ClaimWord[]): boolean {
  return /(?:되|된|될|돼|됐|받|당하|당했|지다|졌|진다)[가-힣]*$/u.test(words.at(-1)?.folded ?? '');
}

export function isPossessor(folded: string): boolean {
  return folded.length > 1 && folded.endsWith('의');
}

/** Whether a word names the place or time that a sentence is about (서울에서는, 7월부터는). */
export function isPlaceTopic(folded: string): boolean {
  return /(?:에서|에|으로|로|에게|부터|까지)는$/u.test(folded);
}

const PRONOUN = /^(?:그는|그가|그녀는|그녀가|그들은|이들은|이는|이것은|이곳은|he|she|it|they|this|these|its|their)$/u;

export function isPronoun(folded: string): boolean {
  return PRONOUN.test(folded);
}

/** Whether a word stands for persons or things that do something and does not name them. */
export function isPersonalPronoun(folded: string): boolean {
  return /^(?:그는|그가|그녀는|그녀가|그들은|그들이|이들은|이들이|he|she|they)$/u.test(folded);
}

/** Whether a Korean word ends a clause that another one follows (밝혔으며, 열고). */
export function isConnective(folded: string): boolean {
  return CONNECTIVE.test(folded);
}

/** Whether a word ends in 도 (too), which stands in the place of the particle of a subject or an object. */
export function endsInToo(folded: string): boolean {
  return folded.length > 2 && folded.endsWith('도');
}
