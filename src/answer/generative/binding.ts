import { quantitiesIn } from '../../text/claim/quantities.ts';
import { isSameWord } from '../../text/claim/same-word.ts';
import { isAdnominal, isPassive, isPlaceTopic, isPossessor, type ClaimWord } from '../../text/claim/words.ts';
import type { Source } from './source.ts';

/** Words on either side of a number that tell what it belongs to. */
const REACH = 3;
/** So many more shared neighbours say that a number belongs to another value's place; one more may be chance. */
const CLEARLY_MORE = 2;

/**
 * Whether every number of a part stands among the words among which it stands in the source: where the source has several numbers, one of
 * its places with this value shares neighbours with the part, and no place of another value shares clearly more.
 */
export function boundNumbers(part: readonly ClaimWord[], { words }: Source): boolean {
  const places = numberPlaces(words);
  if (new Set(places.map(({ value }) => value)).size < 2) return true;
  return numberPlaces(part).every(({ value, at }) => {
    const own = places.filter((place) => place.value === value);
    if (own.length === 0) return true;
    const neighbours = around(part, at);
    const shared = ({ at: there }: Place): number =>
      neighbours.filter((word) => around(words, there).some((other) => isSameWord(word, other))).length;
    const best = Math.max(...own.map(shared));
    const rival = Math.max(0, ...places.filter((place) => place.value !== value).map(shared));
    return best > rival - CLEARLY_MORE && (best > 0 || neighbours.length === 0);
  });
}

interface Place {
  value: string;
  at: number;
}

/** The numbers of a run of words: the value, and the position of the word that holds its end. */
function numberPlaces(words: readonly ClaimWord[]): Place[] {
  const text = words.map(({ raw }) => raw).join(' ');
  const ends: number[] = [];
  words.forEach(({ raw }, index) => ends.push((ends[index - 1] ?? -1) + 1 + raw.length));
  return quantitiesIn(text).map(({ value, end }) => ({
    value,
    at: Math.max(
      0,
      ends.findIndex((position) => position >= end),
    ),
  }));
}

/** The nearest words on either side that say something and are no numbers. */
function around(words: readonly ClaimWord[], at: number): ClaimWord[] {
  const says = ({ light, folded }: ClaimWord): boolean => !light && !/^\d/u.test(folded);
  return [
    ...words.slice(0, at).filter(says).slice(-REACH),
    ...words
      .slice(at + 1)
      .filter(says)
      .slice(0, REACH),
  ];
}

/**
 * Whether two words have changed places: in the part the first acts and the second does not, in the source it is the other way round. In
 * English, which has no particles, whether two names have changed their order.
 */
export function swapsRoles(part: readonly ClaimWord[], source: Source): boolean {
  return source.korean ? swapsParticles(part, source.words) : swapsOrder(part, source.words);
}

/**
 * A word that acts in the part but never in the source must be what a clause before it describes there ("… 지배하는 쿠팡을" → "쿠팡은 …
 * 지배한다") or the object of what is now told in the passive. Nouns side by side, and a noun with its possessor, must stay so.
 */
function swapsParticles(part: readonly ClaimWord[], words: readonly ClaimWord[]): boolean {
  const [acting, actingThere] = [actors(part), actors(words)];
  const sameIn = (given: readonly ClaimWord[], { stem }: ClaimWord): ClaimWord[] =>
    given.filter((other) => !other.light && other.stem === stem);
  const predicate = part.findLast(({ light }) => !light);
  const mayBeRaised = (there: ClaimWord): boolean => {
    if (there.role === 'object' && isPassive(part) && !isPassive(words)) return true;
    const before = words[words.indexOf(there) - 1];
    return before !== undefined && predicate !== undefined && isAdnominal(before.folded) && isSameWord(predicate, before);
  };
  const isRaised = acting.some((word) => {
    const there = sameIn(words, word);
    if (there.length > 0) return !there.some((other) => actingThere.includes(other) || mayBeRaised(other));
    // A compound, or another word for the same: something like it must act there.
    const isHead = word.role === 'topic' || word.role === 'subject';
    return isHead && !words.some((other) => isLike(word, other) && (actingThere.includes(other) || mayBeRaised(other)));
  });
  const isDisplaced = part.some((word) => {
    const there = isPlaceTopic(word.folded) && !word.light ? sameIn(words, word) : [];
    return there.length > 0 && there.every(({ role }) => role !== 'place');
  });
  const isLowered = part.some((word) => {
    const there = word.role === 'object' && !word.light ? sameIn(words, word) : [];
    return there.length > 0 && there.every((other) => actingThere.includes(other)) && !isPassive(words);
  });
  return isRaised || isLowered || isDisplaced || movesApart(part, words);
}

const PHRASE_REACH = 4;

/** Whether two nouns that form a phrase in the part (X Y, X의 Y) stand elsewhere, the other way round or apart in the source. */
function movesApart(part: readonly ClaimWord[], words: readonly ClaimWord[]): boolean {
  return part.some((word, index) => {
    const next = part[index + 1];
    const isPhrase = (word.folded === word.stem && word.role === 'other' && !word.endsClause) || isPossessor(word.folded);
    if (!next || !isPhrase || [word, next].some(({ light, folded }) => light || /^\d/u.test(folded))) return false;
    const places = positionsOf(word, words);
    const nextPlaces = positionsOf(next, words);
    if (places.length === 0 || nextPlaces.length === 0) return false;
    const isPhraseThere = (at: number): boolean =>
      !['topic', 'subject', 'object'].includes(words[at]?.role ?? '') &&
      nextPlaces.some((then) => then >= at && then - at <= PHRASE_REACH);
    return !places.some(isPhraseThere);
  });
}

function isLike(word: ClaimWord, other: ClaimWord): boolean {
  return isSameWord(word, other) || word.stem.includes(other.stem) || other.stem.includes(word.stem);
}

function positionsOf(word: ClaimWord, words: readonly ClaimWord[]): number[] {
  return words.flatMap((other, index) => (other.stem === word.stem || isSameWord(word, other) ? [index] : []));
}

/** The words with the particle of a topic or a subject, and the words without a particle that belong to them (레이 장 대표는). */
function actors(words: readonly ClaimWord[]): ClaimWord[] {
  return words.filter((word, index) => {
    if (word.light || /^\d/u.test(word.folded)) return false;
    for (const next of words.slice(index, index + REACH + 1)) {
      if (next.role === 'topic' || next.role === 'subject') return true;
      if (next.role === 'object' || next.folded !== next.stem || next.endsClause) return false;
    }
    return false;
  });
}

function swapsOrder(part: readonly ClaimWord[], words: readonly ClaimWord[]): boolean {
  const passive = (given: readonly ClaimWord[]): boolean => given.some(({ folded }) => folded === 'by');
  if (passive(part) !== passive(words)) return false;
  const names = part.filter(({ capital, light }) => capital && !light);
  const position = (word: ClaimWord): number => words.findIndex((other) => other.folded === word.folded);
  return names.some((name, index) => {
    const next = names[index + 1];
    return next !== undefined && position(name) >= 0 && position(next) >= 0 && position(name) > position(next);
  });
}
