import { isGenericCapital, translationsOf } from '../../text/claim/capitals.ts';
import { isLight } from '../../text/claim/light-words.ts';
import { soundAlike } from '../../text/claim/transliteration.ts';
import { textOf } from '../../text/claim/claim-parts.ts';
import { denies, type ClaimWord } from '../../text/claim/words.ts';
import type { Gloss } from '../../text/claim/glosses.ts';
import { numbersHold } from './support.ts';
import { compactOf, type Source } from './source.ts';
import { quantitiesIn } from '../../text/claim/quantities.ts';

/** Why a part of a sentence cannot be what a sentence in the other language says. */
export type AcrossReason = 'number' | 'name' | 'negation' | 'anchor';

/**
 * The hard facts of a part against a sentence in the other language: numbers, dates, names and quotations must stand there in either
 * script, and something must be denied in both or in neither. A part without any such fact cannot be checked, and does not hold.
 */
export function acrossProblem(part: readonly ClaimWord[], source: Source, glosses: readonly Gloss[]): AcrossReason | null {
  const text = textOf(part);
  if (!numbersHold(text, source)) return 'number';
  const names = namesOf(part);
  if (!names.every((name) => namesInSource(name, source, glosses))) return 'name';
  if (denies(part) !== denies(source.words)) return 'negation';
  return names.length + quantitiesIn(text).length > 0 ? null : 'anchor';
}

/** Words that may be names: Latin words with a capital, except the ordinary word that begins an English sentence. */
function namesOf(part: readonly ClaimWord[]): ClaimWord[] {
  return part.filter(({ capital, folded, light }) => capital && !light && !isGenericCapital(folded) && !isLight(folded, folded));
}

function namesInSource({ folded }: ClaimWord, source: Source, glosses: readonly Gloss[]): boolean {
  const places = [source.compact, ...source.context.map(({ folded: word }) => compactOf(word))];
  const stands = (text: string): boolean => places.some((place) => place.includes(compactOf(text)));
  if (stands(folded)) return true;
  if (translationsOf(folded).some(stands)) return true;
  if (glosses.some(({ latin, hangul }) => latin.split(/[\s.]+/u).includes(folded) && stands(hangul))) return true;
  return [...source.words, ...source.context].some(
    ({ stem, folded: word }) => soundAlike(folded, stem) || soundAlike(folded, word),
  );
}
