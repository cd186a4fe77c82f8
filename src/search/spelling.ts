import { HANGUL_RUN, LOOSE_LETTERS, TYPED_RUN, asHangul, asLatin } from '../text/keyboard.ts';
import { collapseSpaces, foldText, hasHangul } from '../text/normalize.ts';
import { isQuestionWord } from '../text/question.ts';
import { questionWords } from '../text/question-roles.ts';
import { partsOf, respace } from '../text/respacing.ts';
import { stemOf, wordsOf } from '../text/stems.ts';
import { bigramsOf, STEM } from '../text/terms.ts';
import { oneLetterAway } from '../text/typos.ts';
import { idf } from './bm25.ts';
import type { IndexReader } from './index-port.ts';

/** A question as it is searched, and the same to be shown where its letters had to be changed. */
export interface Spelled {
  text: string;
  corrected: string | null;
}

type Vocabulary = Pick<IndexReader, 'chunkCounts'> & { manifest: { chunks: number } };

/** A run of Hangul so long is looked at for missing spaces. */
const LONG_RUN = 7;
/** A corrected word must stand in so many chunks … */
const FREQUENT = 2;
/** … and in so many times more than the next candidate. */
const CLEARLY = 4;
const SHORTEST_TYPO = 3;
const FEWEST_KEYS = 4;

/**
 * Reads a question as it was meant: typed on the keyboard's other layout (dkfflqkqk), without spaces, with one wrong letter in a word. Only
 * words that the index does not hold are touched, and only where what they become is a word of the index: what articles say is the dictionary.
 */
export async function readSpelling(vocabulary: Vocabulary, question: string): Promise<Spelled> {
  const typed = await otherLayout(vocabulary, question);
  const spaced = await withSpaces(vocabulary, await joined(vocabulary, typed));
  const text = await withoutTypos(vocabulary, spaced);
  return { text, corrected: text === spaced && typed === question ? null : text };
}

/** Each word without its punctuation, replaced. */
function replaceWords(text: string, replacements: ReadonlyMap<string, string>): string {
  return text
    .split(' ')
    .map((raw) => {
      const [word = ''] = wordsOf(raw);
      const other = replacements.get(word);
      return other === undefined ? raw : raw.replace(word, other);
    })
    .join(' ');
}

async function counts(vocabulary: Vocabulary, words: readonly string[]): Promise<(word: string) => number> {
  const found = await vocabulary.chunkCounts([...new Set(words.flatMap(termsFor))]);
  return (word) => Math.max(...termsFor(word).map((term) => found.get(term) ?? 0));
}

/** How the index notes a word: Hangul by its stem, Latin as it is. */
function termsFor(word: string): string[] {
  const folded = foldText(word);
  return hasHangul(folded) ? [`${STEM}${stemOf(folded)}`, `${STEM}${folded}`] : [folded];
}

/** Where most words make sense on the other layout and none as it stands, all were typed on it. */
async function otherLayout(vocabulary: Vocabulary, question: string): Promise<string> {
  const others = new Map<string, string>();
  for (const [run] of question.matchAll(TYPED_RUN)) {
    const other = hasHangul(run) ? (LOOSE_LETTERS.test(run) ? asLatin(run) : undefined) : asHangul(run);
    if (other !== undefined) others.set(run, other);
  }
  const telling = [...others].filter(([run, other]) => run.length >= FEWEST_KEYS && other.length >= 2);
  if (telling.length === 0) return question;
  const count = await counts(vocabulary, telling.flat());
  if (telling.some(([run]) => count(run) > 0)) return question;
  const sense = telling.filter(([, other]) => count(other) > 0 || isQuestionWord(other, true));
  if (sense.length * 2 <= telling.length) return question;
  return question.replace(TYPED_RUN, (run) => others.get(run) ?? run);
}

async function withSpaces(vocabulary: Vocabulary, question: string): Promise<string> {
  const runs = question
    .split(' ')
    .flatMap((raw) => wordsOf(raw))
    .filter((word) => HANGUL_RUN.test(word) && word.length >= LONG_RUN);
  if (runs.length === 0) return question;
  const count = await counts(
    vocabulary,
    runs.flatMap((run) => [run, ...partsOf(run)]),
  );
  const rarity = (word: string): number | undefined => {
    const chunks = count(word);
    return chunks > 0 ? idf(chunks, vocabulary.manifest.chunks) : undefined;
  };
  const unknown = runs.filter((run) => count(run) === 0);
  return collapseSpaces(replaceWords(question, new Map(unknown.map((run) => [run, respace(run, rarity)]))));
}

/** Neighbours of which one is no word are joined where they make one: 반기 문이 → 반기문이. */
async function joined(vocabulary: Vocabulary, question: string): Promise<string> {
  const words = question.split(' ');
  const isPlain = words.map((word) => HANGUL_RUN.test(word));
  const pair = (index: number): string => `${words[index] ?? ''}${wordsOf(words[index + 1] ?? '').join('')}`;
  const count = await counts(
    vocabulary,
    words.flatMap((word, index) => [...wordsOf(word), pair(index)]),
  );
  const isUnknown = (word = ''): boolean => {
    const [plain = ''] = wordsOf(word);
    return HANGUL_RUN.test(plain) && plain.length >= 2 && count(plain) === 0 && !isQuestionWord(plain, true);
  };
  return words
    .map((word, index) => {
      const joins = isPlain[index] && (isUnknown(word) || isUnknown(words[index + 1])) && count(pair(index)) > 0;
      return joins ? word : `${word} `;
    })
    .join('')
    .trim();
}

async function withoutTypos(vocabulary: Vocabulary, question: string): Promise<string> {
  const words = questionWords(question)
    .filter(({ role, word }) => role === 'content' && HANGUL_RUN.test(word) && stemOf(word).length >= SHORTEST_TYPO)
    .map(({ word }) => word);
  if (words.length === 0) return question;
  const count = await counts(vocabulary, words);
  const replacements = new Map<string, string>();
  for (const word of words.filter((each) => count(each) === 0)) {
    const corrected = await nearWord(vocabulary, word);
    if (corrected !== undefined) replacements.set(word, corrected);
  }
  return replacements.size > 0 ? replaceWords(question, replacements) : question;
}

/**
 * The one frequent word of the index that differs in one letter, with the particle of the word. The wrong letter must make a pair of
 * syllables that no article holds: otherwise the word is more likely a compound or a form that is only not in the index as a whole.
 */
async function nearWord(vocabulary: Vocabulary, word: string): Promise<string | undefined> {
  const stem = stemOf(word);
  const near = oneLetterAway(stem);
  const pairs = bigramsOf(stem);
  const found = await vocabulary.chunkCounts([...pairs, ...near.map((each) => `${STEM}${each}`)]);
  const strange = new Set(pairs.flatMap((pair, index) => (found.get(pair) === 0 ? [index, index + 1] : [])));
  const [best, second] = near
    .filter((each) => Array.from(each).some((syllable, index) => syllable !== stem.charAt(index) && strange.has(index)))
    .map((each) => ({ each, chunks: found.get(`${STEM}${each}`) ?? 0 }))
    .sort((a, b) => b.chunks - a.chunks);
  if (!best || best.chunks < FREQUENT || best.chunks < CLEARLY * (second?.chunks ?? 0)) return undefined;
  return best.each + word.slice(stem.length);
}
