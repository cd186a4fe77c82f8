import { CODAS, ONSETS, putTogether, takeApart, VOWELS } from './syllables.ts';

/** Whole syllables and nothing else. */
export const HANGUL_RUN = /^[가-힣]+$/u;
/** What was typed in one go on one layout. */
export const TYPED_RUN = /[A-Za-z]+|[가-힣ㄱ-ㅣ]+/gu;
/** Letters that make no syllable. */
export const LOOSE_LETTERS = /[ㄱ-ㅣ]/u;

/** Keys of the Korean standard layout (두벌식) and the letter each gives; keys not named here give the same with shift. */
const KEYS = 'rRseEfaqQtTdwWczxvgkoiOjpuPhynbml';
const LETTERS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ';
/** Letters that are typed as two. */
const PAIRS: Readonly<Record<string, string>> = {
  ...{ ㅗㅏ: 'ㅘ', ㅗㅐ: 'ㅙ', ㅗㅣ: 'ㅚ', ㅜㅓ: 'ㅝ', ㅜㅔ: 'ㅞ', ㅜㅣ: 'ㅟ', ㅡㅣ: 'ㅢ', ㄱㅅ: 'ㄳ', ㄴㅈ: 'ㄵ', ㄴㅎ: 'ㄶ' },
  ...{ ㄹㄱ: 'ㄺ', ㄹㅁ: 'ㄻ', ㄹㅂ: 'ㄼ', ㄹㅅ: 'ㄽ', ㄹㅌ: 'ㄾ', ㄹㅍ: 'ㄿ', ㄹㅎ: 'ㅀ', ㅂㅅ: 'ㅄ' },
};

const LETTER_OF = new Map(Array.from(KEYS, (key, index) => [key, LETTERS.charAt(index)]));
const KEY_OF = new Map(Array.from(LETTERS, (letter, index) => [letter, KEYS.charAt(index)]));
const PARTS_OF = new Map(Object.entries(PAIRS).map(([parts, letter]) => [letter, parts]));

/** What the Korean layout would have shown: dkfflqkqk → 알리바바. undefined unless every letter falls into a whole syllable. */
export function asHangul(typed: string): string | undefined {
  const letters = Array.from(typed, (key) => LETTER_OF.get(key) ?? LETTER_OF.get(key.toLowerCase()) ?? '');
  if (letters.length < 2 || letters.includes('')) return undefined;
  let text = '';
  for (let at = 0; at < letters.length;) {
    const [syllable, next] = syllableAt(letters, at);
    if (syllable === undefined) return undefined;
    text += syllable;
    at = next;
  }
  return text;
}

/** What the English layout would have shown: ㅐㅔ두먀 → openai. undefined when the text holds anything but Hangul. */
export function asLatin(typed: string): string | undefined {
  let keys = '';
  for (const character of typed) {
    const syllable = takeApart(character);
    const letters = syllable ? [syllable.onset, syllable.vowel, syllable.coda] : [character];
    for (const letter of letters.flatMap((each) => Array.from(PARTS_OF.get(each) ?? each))) {
      const key = KEY_OF.get(letter);
      if (key === undefined) return undefined;
      keys += key;
    }
  }
  return keys === '' ? undefined : keys;
}

/** One syllable from a position on, and where the next begins. A consonant before a vowel belongs to that vowel. */
function syllableAt(letters: readonly string[], start: number): [syllable: string | undefined, next: number] {
  const onset = letters[start] ?? '';
  if (!ONSETS.includes(onset) || !isVowel(letters[start + 1])) return [undefined, start];
  let at = start + 2;
  let vowel = letters[start + 1] ?? '';
  const both = PAIRS[`${vowel}${letters[at] ?? ''}`];
  if (both !== undefined) [vowel, at] = [both, at + 1];
  let coda = '';
  if (isCoda(letters[at]) && !isVowel(letters[at + 1])) {
    coda = letters[at] ?? '';
    at += 1;
    const double = PAIRS[`${coda}${letters[at] ?? ''}`];
    if (double !== undefined && !isVowel(letters[at + 1])) [coda, at] = [double, at + 1];
  }
  return [putTogether({ onset, vowel, coda }), at];
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && VOWELS.includes(letter);
}

function isCoda(letter: string | undefined): boolean {
  return letter !== undefined && CODAS.includes(letter);
}
