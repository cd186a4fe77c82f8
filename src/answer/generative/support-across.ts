import { textOf } from '../../text/claim/claim-parts.ts';
import type { Gloss } from '../../text/claim/glosses.ts';
import { koreanFor } from '../../text/claim/lexicon.ts';
import { quantitiesIn } from '../../text/claim/quantities.ts';
import { denies, isConnective, type ClaimWord } from '../../text/claim/words.ts';
import { namesHold, namesOf } from './names-across.ts';
import type { Source } from './source.ts';
import { numbersHold } from './support.ts';

/** Why a part of a sentence cannot be what a sentence in the other language says. */
export type AcrossReason = 'number' | 'name' | 'negation' | 'word' | 'anchor';

/** A clause with so many words that say something must hold a fact that can be checked. */
const WORDS_OF_CLAUSE = 2;
const CONJUNCTION = /^(?:and|but|or|after|before|because|while|although|though|when|since|as|so|despite)$/u;

/**
 * The hard facts of a part against a sentence in the other language: numbers, dates, names and quotations must stand there in either
 * script, words that the lexicon knows must be there in the other language, and something must be denied in both or in neither. A clause
 * without any such fact cannot be checked, and does not hold.
 */
export function acrossProblem(part: readonly ClaimWord[], source: Source, glosses: readonly Gloss[]): AcrossReason | null {
  if (!numbersHold(textOf(part), source) || !numbersTogether(textOf(part), source)) return 'number';
  if (!namesHold(part, source, glosses)) return 'name';
  if (denies(part) !== denies(source.words)) return 'negation';
  if (!part.every((word) => wordHolds(word, source))) return 'word';
  return clausesOf(part).every((clause) => isAnchored(clause)) ? null : 'anchor';
}

/** Where a sentence says two things, the numbers of a part must all be those of one of them, or all of the sentence. */
function numbersTogether(claim: string, source: Source): boolean {
  const claimed = quantitiesIn(claim);
  const clauses: ClaimWord[][] = [[]];
  for (const word of source.words) {
    clauses.at(-1)?.push(word);
    if (isConnective(word.folded) && word.raw.endsWith(',')) clauses.push([]);
  }
  const whole = source.quantities.length <= claimed.length;
  return whole || clauses.some((clause) => numbersHold(claim, { ...source, quantities: quantitiesIn(textOf(clause)) }));
}

function isAnchored(clause: readonly ClaimWord[]): boolean {
  const says = clause.filter(({ light }) => !light).length;
  return says < WORDS_OF_CLAUSE || namesOf(clause).length > 0 || quantitiesIn(textOf(clause)).length > 0;
}

/** A part cut at its commas and conjunctions. */
function clausesOf(part: readonly ClaimWord[]): ClaimWord[][] {
  const clauses: ClaimWord[][] = [[]];
  for (const word of part) {
    if (CONJUNCTION.test(word.folded)) clauses.push([]);
    clauses.at(-1)?.push(word);
    if (/[,;:]$/u.test(word.raw)) clauses.push([]);
  }
  return clauses;
}

/** A word that begins a sentence with a capital is an ordinary one when the lexicon knows it. */
function wordHolds({ folded, light, capital }: ClaimWord, source: Source): boolean {
  if (light || capital || !source.korean) return true;
  const korean = koreanFor(folded);
  return korean === undefined || korean.some((beginning) => source.compact.includes(beginning));
}
