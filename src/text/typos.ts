import { CODAS, ONSETS, putTogether, takeApart, VOWELS } from './syllables.ts';

/** The words that differ from a Hangul word in one letter of one syllable: another consonant or vowel, one more final consonant or none. */
export function oneLetterAway(word: string): string[] {
  const characters = Array.from(word);
  return characters.flatMap((character, index) => {
    const syllable = takeApart(character);
    if (!syllable) return [];
    const others = [
      ...ONSETS.map((onset) => ({ ...syllable, onset })),
      ...VOWELS.map((vowel) => ({ ...syllable, vowel })),
      ...CODAS.map((coda) => ({ ...syllable, coda })),
    ];
    return others.flatMap((other) => {
      const changed = putTogether(other);
      if (changed === undefined || changed === character) return [];
      return [[...characters.slice(0, index), changed, ...characters.slice(index + 1)].join('')];
    });
  });
}
