import { claimWords, isConnective, type ClaimWord } from './words.ts';

/** A part has at least so many words that say something: less cannot be told from anything else. */
const FEWEST_WORDS = 3;
const MOST_PARTS = 4;
/** A sentence of more clauses is cut at the first of their borders only: the ways to cut grow with the cube of them. */
const MOST_BORDERS = 8;

/** A sentence in the ways it can be cut where its clauses end: whole, in two parts, in three … Each way lists parts of consecutive words. */
export function* waysToCut(words: readonly ClaimWord[]): Generator<ClaimWord[][]> {
  yield [[...words]];
  const borders = words.flatMap((word, index) => (endsPart(word) && index < words.length - 1 ? [index + 1] : []));
  borders.splice(MOST_BORDERS);
  for (let cuts = 1; cuts < MOST_PARTS; cuts += 1) {
    for (const chosen of choices(borders, cuts)) {
      const parts = [0, ...chosen].map((start, index) => words.slice(start, chosen[index] ?? words.length));
      if (parts.every(saysSomething)) yield parts;
    }
  }
}

/** A comma behind a Korean noun separates what is listed. */
function endsPart({ endsClause, light, folded, raw }: ClaimWord): boolean {
  // 말했으며, with a comma ends what somebody said; without one it may go on.
  if (!endsClause || (light && !raw.endsWith(','))) return false;
  return isConnective(folded) || (!light && !/\p{Script=Hangul}/u.test(folded));
}

/** Who said it is no part of its own: the last word that says something must be more than a subject. */
function saysSomething(part: readonly ClaimWord[]): boolean {
  const saying = part.filter(({ light }) => !light);
  const last = saying.at(-1);
  return saying.length >= FEWEST_WORDS && last?.role !== 'topic' && last?.role !== 'subject';
}

/** The topic that a sentence names first; its later clauses are about it unless they name their own. */
export function topicOf(words: readonly ClaimWord[]): ClaimWord[] {
  const end = words.findIndex(({ role, light }) => (role === 'topic' || role === 'subject') && !light);
  return end < 0 ? [] : words.slice(0, end + 1).filter(({ light }) => !light);
}

export function namesTopic(words: readonly ClaimWord[]): boolean {
  return topicOf(words).length > 0;
}

export function textOf(words: readonly ClaimWord[]): string {
  return words.map(({ raw }) => raw).join(' ');
}

/** Reads a part again, since what is denied depends on the words around. */
export function reread(words: readonly ClaimWord[]): ClaimWord[] {
  return claimWords(textOf(words));
}

function* choices(borders: readonly number[], count: number, from = 0): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let index = from; index < borders.length; index += 1) {
    const border = borders[index];
    if (border === undefined) continue;
    for (const rest of choices(borders, count - 1, index + 1)) yield [border, ...rest];
  }
}
