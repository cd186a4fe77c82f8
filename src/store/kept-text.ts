import { cleanCharacters, collapseSpaces } from '../text/normalize.ts';
import { maskPrivateData } from '../text/private-data.ts';

/** The longest wording that is kept, in UTF-16 units: as long as a Discord message may be. */
const KEPT_CHARACTERS = 2_000;

/** The form in which a member's words are kept: cleaned, private data masked, at most KEPT_CHARACTERS long; null when nothing is left. */
export function keepable(text: string): string | null {
  const masked = maskPrivateData(collapseSpaces(cleanCharacters(text)));
  if (masked === '') return null;
  // A pair of surrogates that the cut parts goes as a whole.
  return masked.slice(0, KEPT_CHARACTERS).replace(/\p{Surrogate}$/u, '');
}
