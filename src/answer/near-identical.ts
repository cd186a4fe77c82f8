import { foldText, lettersAndDigits } from '../text/normalize.ts';
import { numberValues } from '../text/numbers.ts';

/** Characters of a shingle, and what share of them two texts must have in common. */
const SHINGLE = 5;
const SAME = 0.8;
const CONTAINED = 0.9;

/** What two texts are compared by: runs of letters and digits of one length, and the values of the numbers. */
export interface Fingerprint {
  shingles: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

export function fingerprintOf(text: string): Fingerprint {
  const folded = foldText(text);
  const characters = lettersAndDigits(folded);
  const count = Math.max(1, characters.length - SHINGLE + 1);
  const shingles = Array.from({ length: count }, (_, start) => characters.slice(start, start + SHINGLE));
  return { shingles: new Set(shingles), numbers: numberValues(folded) };
}

/**
 * Whether a text says nothing that another does not say in nearly the same words: their shingles' Jaccard index is at least .8 (Broder,
 * 1997), or nearly all of it stands in the other. A number that the other does not hold makes it different: it may be the correction.
 */
export function repeats(text: Fingerprint, other: Fingerprint): boolean {
  if (![...text.numbers].every((value) => other.numbers.has(value))) return false;
  let common = 0;
  for (const shingle of text.shingles) if (other.shingles.has(shingle)) common += 1;
  return common >= CONTAINED * text.shingles.size || common >= SAME * (text.shingles.size + other.shingles.size - common);
}

/** The items in groups: one that says something of its own, and after it those that repeat it. Items and groups stay in order. */
export function groupRepetitions<Item>(items: readonly Item[], textOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups: { fingerprint: Fingerprint; members: [Item, ...Item[]] }[] = [];
  for (const item of items) {
    const fingerprint = fingerprintOf(textOf(item));
    const repeated = groups.find((group) => repeats(fingerprint, group.fingerprint));
    if (repeated) repeated.members.push(item);
    else groups.push({ fingerprint, members: [item] });
  }
  return groups.map(({ members }) => members);
}
