import { isQuestionWord } from './question.ts';
import { stemOf } from './stems.ts';

/** Words are looked for up to so many syllables. */
const LONGEST = 9;
/** Every word costs this and its rarity, so that few and frequent words are preferred to many and rare ones. */
const WORD = 3;
/** A syllable that belongs to no word. */
const UNKNOWN = 9;
/** A question word is as good as a frequent word of the archive. */
const QUESTION_WORD = 2;
/** Of a run that is mostly unknown nothing is known about its spaces. */
const MOST_UNKNOWN = 0.25;

/** How rare a word is in the archive, ln-scaled, 0 or more; undefined for words it does not hold. */
export type Rarity = (word: string) => number | undefined;

/** All words that may have to be looked up to respace a run: its parts without their particles. */
export function partsOf(run: string): string[] {
  const parts = new Set<string>();
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 2; end <= Math.min(run.length, start + LONGEST); end++) parts.add(stemOf(run.slice(start, end)));
  }
  return [...parts];
}

interface Path {
  cost: number;
  unknown: number;
  words: string[];
}

/**
 * A run of Hangul written without spaces, cut into words of the archive, each with its particle, and question words: the cheapest way by
 * dynamic programming. The run as it is when too much of it is unknown. A stretch of unknown syllables stays one word.
 */
export function respace(run: string, rarity: Rarity): string {
  const best: Path[] = [{ cost: 0, unknown: 0, words: [] }];
  for (let end = 1; end <= run.length; end++) best.push(cheapestTo(run, end, best, rarity));
  const path = best[run.length];
  return path && path.unknown <= run.length * MOST_UNKNOWN ? joinUnknown(path.words).join(' ') : run;
}

/** Marks a syllable of no word, until neighbours are joined. */
const MARK = '\u0001';

function cheapestTo(run: string, end: number, best: readonly Path[], rarity: Rarity): Path {
  const before = best[end - 1] ?? { cost: 0, unknown: 0, words: [] };
  let cheapest: Path = {
    cost: before.cost + UNKNOWN,
    unknown: before.unknown + 1,
    words: [...before.words, MARK + run.slice(end - 1, end)],
  };
  for (let start = Math.max(0, end - LONGEST); start <= end - 2; start++) {
    const word = run.slice(start, end);
    const from = best[start];
    const rare = isQuestionWord(word, end === run.length) ? QUESTION_WORD : rarity(stemOf(word));
    if (!from || rare === undefined) continue;
    const cost = from.cost + WORD + rare;
    if (cost < cheapest.cost) cheapest = { cost, unknown: from.unknown, words: [...from.words, word] };
  }
  return cheapest;
}

function joinUnknown(words: readonly string[]): string[] {
  const joined: string[] = [];
  let wasUnknown = false;
  for (const word of words) {
    const isUnknown = word.startsWith(MARK);
    const text = isUnknown ? word.slice(MARK.length) : word;
    if (isUnknown && (wasUnknown || joined.length > 0)) joined.push(`${joined.pop() ?? ''}${text}`);
    else joined.push(text);
    wasUnknown = isUnknown;
  }
  return joined;
}
