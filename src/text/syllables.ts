/** Hangul syllables taken apart into letters (jamo), and put together again. */

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
export const ONSETS = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
export const VOWELS = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ');
export const CODAS = ['', ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')];

/** Letters of one syllable; the final consonant is '' where there is none. */
export interface Syllable {
  onset: string;
  vowel: string;
  coda: string;
}

/** The letters of a composed syllable; undefined for every other character. */
export function takeApart(character: string): Syllable | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return undefined;
  const offset = code - FIRST_SYLLABLE;
  return {
    onset: ONSETS[Math.floor(offset / (VOWELS.length * CODAS.length))] ?? '',
    vowel: VOWELS[Math.floor(offset / CODAS.length) % VOWELS.length] ?? '',
    coda: CODAS[offset % CODAS.length] ?? '',
  };
}

/** The syllable of three letters; undefined when they make none. */
export function putTogether({ onset, vowel, coda }: Syllable): string | undefined {
  const [first, middle, last] = [ONSETS.indexOf(onset), VOWELS.indexOf(vowel), CODAS.indexOf(coda)];
  if (first < 0 || middle < 0 || last < 0) return undefined;
  return String.fromCodePoint(FIRST_SYLLABLE + (first * VOWELS.length + middle) * CODAS.length + last);
}
