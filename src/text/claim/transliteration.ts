/** Sounds of consonants, coarsely: what Hangul keeps of a foreign name. K T P S J L M N G (ng). Vowels, h, w and y are left out. */

import { CODAS, ONSETS, takeApart } from '../syllables.ts';

/** In the order of ONSETS and CODAS. */
const INITIALS = ['K', 'K', 'N', 'T', 'T', 'L', 'M', 'P', 'P', 'S', 'S', '', 'J', 'J', 'J', 'K', 'T', 'P', ''];
const FINALS = ' K K KS N NJ N T L LK LM LP LS LT LP L M P PS T T G T T K T P '.split(' ');

const LATIN: readonly [RegExp, string][] = [
  [/tch|ch|zh|dg|[jz]/g, 'J'],
  [/sch|sh|th(?=[aeiouy])|s|c(?=[eiy])/g, 'S'],
  [/th/g, 'T'],
  [/ng(?![aeiou])|n(?=[kgcq])/g, 'G'],
  [/ph|gh(?=t)|[fvbp]/g, 'P'],
  [/ck|[ckqg]/g, 'K'],
  [/^x/g, 'S'],
  [/x/g, 'KS'],
  [/[dt]/g, 'T'],
  [/[rl]/g, 'L'],
  [/m/g, 'M'],
  [/n/g, 'N'],
];

/** What a word written in Hangul sounds like. */
export function soundOfHangul(word: string): string {
  let sound = '';
  for (const character of word) {
    const syllable = takeApart(character);
    if (!syllable) return '';
    sound += `${INITIALS[ONSETS.indexOf(syllable.onset)] ?? ''}.${FINALS[CODAS.indexOf(syllable.coda)] ?? ''}`;
  }
  return withoutDoubles(sound);
}

/** The ways in which a Latin word may sound: Korean drops an r before a consonant and at the end, and an s of the plural. */
export function soundsOfLatin(word: string): Set<string> {
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const forms = [folded, folded.replace(/r(?![aeiouy])/g, ''), folded.replace(/s$/, ''), folded.replace(/h$/, '')];
  return new Set(forms.map((form) => soundOf(form)).filter((sound) => sound !== ''));
}

function soundOf(folded: string): string {
  const sound = LATIN.reduce((text, [pattern, to]) => text.replace(pattern, to), folded);
  return withoutDoubles(sound.replace(/[^A-Z]/g, '.'));
}

/** A doubled consonant sounds once, two with a vowel between them twice. Vowels are dots, which go. */
function withoutDoubles(sound: string): string {
  return sound.replace(/([A-Z])\1+/g, '$1').replaceAll('.', '');
}

/** Ordinary nouns that stand beside names in news and could sound like one. */
const NO_NAME =
  /^(?:대표|회장|사장|의장|기자|장관|시장|교수|감독|선수|총괄|팀장|이사|부장|원장|대회|개막|기업|업체|회사|상품|제품|서비스)$/u;
/** What Korean adds to names of places, people and companies: 경기도 is Gyeonggi. */
const SUFFIX = /(?:도|시|구|군|동|씨|역|산|강|인|어|호|사|닷컴|그룹)$/u;

/**
 * Whether a Latin word and a Hangul word may be one name: the same consonants in order, and about as many vowels.
 * @param shortest Consonants that must agree at least: a single one is too short to tell.
 */
export function soundAlike(latin: string, hangul: string, shortest = 2): boolean {
  if (NO_NAME.test(hangul)) return false;
  return [hangul, hangul.replace(SUFFIX, '')].some((word) => {
    const sound = soundOfHangul(word);
    return sound.length >= shortest && soundsOfLatin(latin).has(sound) && vowelsAgree(latin.toLowerCase(), word);
  });
}

/** Korean puts ㅡ between consonants, and writes i or y as two syllables at times; a final e is silent. */
function vowelsAgree(latin: string, hangul: string): boolean {
  const syllables = Array.from(hangul).filter((syllable) => takeApart(syllable)?.vowel !== 'ㅡ');
  const groups = latin.match(/[aeiouy]+/g)?.length ?? 0;
  const letters = latin.match(/[aeiouy]/g)?.length ?? 0;
  const doubled = latin.match(/[iy]/g)?.length ?? 0;
  return syllables.length >= groups - (latin.endsWith('e') ? 1 : 0) && syllables.length <= letters + doubled + 1;
}
