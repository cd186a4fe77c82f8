import { holdsHedge } from '../../text/claim/light-words.ts';
import { impliedYears } from '../../text/claim/implied-years.ts';
import { quantitiesIn, unitsAgree } from '../../text/claim/quantities.ts';
import { isSameWord } from '../../text/claim/same-word.ts';
import { textOf } from '../../text/claim/claim-parts.ts';
import { isPersonalPronoun, type ClaimWord } from '../../text/claim/words.ts';
import { boundNumbers, swapsRoles } from './binding.ts';
import { compactOf, type Source } from './source.ts';

/** Why a sentence does not hold. */
export type Reason = 'number' | 'word' | 'negation' | 'certainty' | 'binding' | 'too-little';

/** How many words after a predicate its source may take back what it says: "…할 계획이다". */
const HEDGE_REACH = 4;
const FEWEST_WORDS = 2;
const COMPOUND_GAP = 3;

/**
 * Why a part of a sentence is not what a sentence of the passage says, in the same language; null when it is. Every number and every word
 * that claims something must stand there; what is denied must be denied there; a plan must stay a plan; numbers must belong to what they
 * belong to there.
 */
export function supportProblem(part: readonly ClaimWord[], source: Source): Reason | null {
  const claimed = part.filter(({ light, folded }) => !light && !/^\d/u.test(folded));
  const text = textOf(part);
  if (!numbersHold(text, source)) return 'number';
  // Whom a pronoun means cannot be told, unless the source leaves it open in the same words.
  if (part.some(({ folded }) => isPersonalPronoun(folded) && !source.words.some((other) => other.folded === folded)))
    return 'word';
  const matches = new Map(claimed.map((word) => [word, matchesOf(word, source)]));
  const isTopic = (word: ClaimWord): boolean => part.indexOf(word) <= part.findIndex(({ role }) => role === 'topic');
  for (const [word, { found, words }] of matches) {
    if (!found && !(isTopic(word) && source.context.some((other) => isSameWord(word, other)))) return 'word';
    if (words.length > 0 && words.every(({ negated }) => negated !== word.negated)) return 'negation';
  }
  const said = claimed.length + quantitiesIn(text).length;
  if (said < FEWEST_WORDS) return 'too-little';
  if (dropsHedge(part, matches, source)) return 'certainty';
  return boundNumbers(part, source) && !swapsRoles(part, source) ? null : 'binding';
}

interface Match {
  found: boolean;
  /** The words of the source that it may be a form of. */
  words: readonly ClaimWord[];
}

function matchesOf(word: ClaimWord, source: Source): Match {
  const same = source.words.filter((other) => !other.light && isSameWord(word, other));
  if (same.length > 0) return { found: true, words: same };
  const stem = compactOf(word.stem);
  if (stem.length < 2) return { found: source.words.some((other) => isSameWord(word, other)), words: [] };
  const holding = source.words.filter(({ folded }) => compactOf(folded).includes(stem));
  if (/\p{Script=Latin}/u.test(stem)) return { found: holding.length > 0 || source.compact.includes(stem), words: holding };
  return { found: source.compact.includes(stem) || isCompound(stem, source.compact), words: holding };
}

/** A compound of two words that the source writes apart, with at most a few characters between them. */
function isCompound(stem: string, compact: string): boolean {
  for (let cut = 2; cut <= stem.length - 2; cut += 1) {
    const [first, second] = [stem.slice(0, cut), stem.slice(cut)];
    for (let at = compact.indexOf(first); at >= 0; at = compact.indexOf(first, at + 1)) {
      const next = compact.indexOf(second, at + first.length);
      if (next >= 0 && next - at - first.length <= COMPOUND_GAP) return true;
    }
  }
  return false;
}

/** Every number must stand there as often as it is claimed. A year may also be the one of the article, where the source's date has none. */
export function numbersHold(claim: string, { quantities, year, text }: Pick<Source, 'quantities' | 'year' | 'text'>): boolean {
  const years = year === null ? [] : impliedYears(text, year);
  const left = [...quantities];
  return quantitiesIn(claim).every(({ value, unit }) => {
    const at = left.findIndex((other) => other.value === value && unitsAgree(unit, other.unit));
    if (at >= 0) left.splice(at, 1);
    return at >= 0 || ((unit === 'year' || unit === null) && years.includes(Number(value)));
  });
}

/** Whether the source only plans, fears or hopes for what the part says to be so. */
function dropsHedge(part: readonly ClaimWord[], matches: ReadonlyMap<ClaimWord, Match>, source: Source): boolean {
  if (holdsHedge(foldedOf(part.slice(-HEDGE_REACH)))) return false;
  const last = [...matches].at(-1);
  if (!last) return false;
  const positions = last[1].words.map((word) => source.words.indexOf(word));
  if (positions.length === 0) return false;
  return positions.every((position) => {
    const end = source.words.findIndex(({ raw }, index) => index >= position && /[,;]$/u.test(raw));
    return holdsHedge(foldedOf(source.words.slice(position, Math.min(position + HEDGE_REACH, end < 0 ? Infinity : end + 1))));
  });
}

function foldedOf(words: readonly ClaimWord[]): string {
  return words.map(({ folded }) => folded).join(' ');
}
