import { nameKey } from '../text/aliases.ts';
import { koreanNames } from '../text/exonyms.ts';
import { foldText, hasHangul } from '../text/normalize.ts';
import { koreanWords } from '../text/english-words.ts';
import { analyzeQuestion, isQuestionWord, type AnalyzedQuestion } from '../text/question.ts';
import { stemOf } from '../text/stems.ts';
import { termsOf } from '../text/terms.ts';
import { hangulSkeleton, latinLetters, latinSkeletons, soundsAlike, soundsLike } from '../text/transliteration.ts';
import type { Span } from '../types.ts';
import type { Alternative, IndexReader } from './index-port.ts';

/** A name in a question, and what else the articles may call it: likeliest first. */
export interface OtherNames extends Span {
  written: string;
  others: string[];
  /** Whether it surely is a name: articles state it as one, or it is capitalised. Words that only sound like a loanword are not. */
  isName: boolean;
}

type NameReader = Pick<IndexReader, 'aliases' | 'wordsSounding'>;

type Kind = keyof typeof SOUNDS_ENOUGH;

interface Word extends Span {
  text: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}&.'’-]*/gu;
const WORD_END = /(?:['’]s?|[.&'’-]+)$/u;
const MOST_WORDS_STATED = 6;
const MOST_WORDS_SPOKEN = 3;
const MOST_OTHERS = 3;
/**
 * How well a word has to sound like another, by the number of its consonants: few consonants are shared by many words. Words that are not
 * capitalised are seldom names; that they sound like a loanword has to be clearer.
 */
const SOUNDS_ENOUGH = { name: [2, 1, 0.92, 0.85, 0.8], word: [2, 2, 2, 0.97, 0.95] } as const;
/** Words that sound nearly as well as the best one count too. */
const NEARLY = 0.04;
const FEWEST_LETTERS = 3;

/**
 * The names in a question that articles also call otherwise: names they state as one (an abbreviation and its full name, a name in two
 * scripts), and with `spoken` words of the other script that sound like a word of the question. The longest first; none overlap.
 */
export async function findOtherNames(reader: NameReader, question: string, spoken: boolean): Promise<OtherNames[]> {
  const words = wordsIn(question);
  const found: OtherNames[] = [];
  for (let count = Math.min(MOST_WORDS_STATED, words.length); count >= 1; count--) {
    for (let first = 0; first + count <= words.length; first++) {
      const run = words.slice(first, first + count);
      const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
      if (found.some((name) => start < name.end && name.start < end)) continue;
      const written = question.slice(start, end);
      const others = await statedNames(reader, written);
      if (others.length > 0) found.push({ start, end, written, others, isName: true });
      else if (spoken && count <= MOST_WORDS_SPOKEN) {
        const texts = run.map(({ text }) => text);
        const meant = count === 1 ? meaningsOf(written) : [];
        const sounding = await soundingNames(reader, texts);
        const isName = sounding.length > 0 && meant.length === 0 && kindOf(texts) === 'name';
        if (meant.length + sounding.length > 0) found.push({ start, end, written, others: [...meant, ...sounding], isName });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Each name as terms, for the lexical index. */
export function alternativesOf(names: readonly OtherNames[]): Alternative[] {
  return names.map(({ written, others }) => ({ replaced: termsOf(written), options: others.map((other) => termsOf(other)) }));
}

/** The question with each name as the articles likeliest call it. A word that may be a loanword stays: it is understood as it is. */
export function renamed(question: string, names: readonly OtherNames[]): string {
  let text = '';
  let from = 0;
  for (const { start, end, others } of names.filter(({ isName }) => isName)) {
    text += question.slice(from, start) + (others[0] ?? '');
    from = end;
  }
  return text + question.slice(from);
}

/** The question with the content that articles in the other script can share: its names as they call them, and its numbers. */
export function readAcross(question: AnalyzedQuestion, names: readonly OtherNames[]): AnalyzedQuestion {
  const { contentTerms, stems, lastTerms } = analyzeQuestion(renamed(question.text, names));
  const shared = (words: readonly string[]): string[] =>
    words.filter((word) => hasHangul(word) !== question.korean || /\d/.test(word));
  return { ...question, contentTerms: shared(contentTerms), stems: shared(stems), lastTerms: shared(lastTerms) };
}

function wordsIn(question: string): Word[] {
  return [...question.matchAll(WORD)].map((match) => {
    const text = match[0].replace(WORD_END, '');
    return { text, start: match.index, end: match.index + text.length };
  });
}

async function statedNames(reader: NameReader, written: string): Promise<string[]> {
  const keys = hasHangul(written) ? [nameKey(written), nameKey(stemOf(written))] : [nameKey(written)];
  for (const key of new Set(keys)) {
    const aliases = key.length >= 2 ? await reader.aliases(key) : [];
    if (aliases.length > 0) return aliases.slice(0, MOST_OTHERS).map(({ name }) => name);
  }
  return [];
}

/** Korean words for an English one that is neither a question word nor in Hangul. */
function meaningsOf(written: string): readonly string[] {
  const folded = foldText(written);
  return hasHangul(folded) || isQuestionWord(folded, false) ? [] : koreanWords(folded);
}

/** Words of the other script that sound like these words read as one. */
async function soundingNames(reader: NameReader, words: readonly string[]): Promise<string[]> {
  const joined = words.join('');
  if (words.some((word) => !/^\p{L}/u.test(word))) return [];
  if (hasHangul(joined)) return words.length === 1 ? latinFor(reader, joined) : [];
  const letters = latinLetters(joined);
  const names = koreanNames(letters);
  if (names.length > 0) return [...names];
  if (letters.length < FEWEST_LETTERS || words.some((word) => isQuestionWord(word.toLowerCase(), false))) return [];
  const kind = kindOf(words);
  if (words.length > 1 && kind === 'word') return [];
  const [first = '', ...rest] = words;
  // Family names come last in English and first in Korean.
  const turned = words.length > 1 ? [latinLetters([...words.slice(-1), ...words.slice(0, -1)].join(''))] : [];
  const singular = rest.length === 0 && /[^s]s$/.test(first) ? [letters.slice(0, -1)] : [];
  for (const spelling of [letters, ...turned, ...singular]) {
    const found = await hangulFor(reader, spelling, kind);
    if (found.length > 0) return found;
  }
  return [];
}

function kindOf(words: readonly string[]): Kind {
  return words.every((word) => /^\p{Lu}/u.test(word)) ? 'name' : 'word';
}

async function hangulFor(reader: NameReader, letters: string, kind: Kind): Promise<string[]> {
  const alike = soundsLike(letters);
  const found = new Map<string, Sounding>();
  for (const skeleton of latinSkeletons(letters)) {
    for (const { word, chunks } of await reader.wordsSounding(skeleton)) {
      if (hasHangul(word)) found.set(word, { word, chunks, alike: alike(word), consonants: skeleton.length });
    }
  }
  return best([...found.values()], kind);
}

async function latinFor(reader: NameReader, written: string): Promise<string[]> {
  const stem = stemOf(written);
  const skeleton = hangulSkeleton(stem);
  if (skeleton === '') return [];
  const words = (await reader.wordsSounding(skeleton)).filter(({ word }) => !hasHangul(word));
  return best(
    words.map(({ word, chunks }) => ({ word, chunks, alike: soundsAlike(stem, word), consonants: skeleton.length })),
    'name',
  );
}

interface Sounding {
  word: string;
  chunks: number;
  alike: number;
  consonants: number;
}

/** Of words that sound equally well the one that most chunks hold comes first. */
function best(words: readonly Sounding[], kind: Kind): string[] {
  const enough = SOUNDS_ENOUGH[kind];
  const good = words
    .filter(({ alike, consonants }) => alike >= (enough[Math.min(consonants, enough.length - 1)] ?? 1))
    .sort((a, b) => b.alike - a.alike || b.chunks - a.chunks);
  const highest = good[0]?.alike ?? 0;
  return good
    .filter(({ alike }) => alike >= highest - NEARLY)
    .slice(0, MOST_OTHERS)
    .map(({ word }) => word);
}
