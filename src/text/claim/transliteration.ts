/** Sounds of consonants, coarsely: what Hangul keeps of a foreign name. K T P S J L M N G (ng). Vowels, h, w and y are left out. */

const INITIALS = ['K', 'K', 'N', 'T', 'T', 'L', 'M', 'P', 'P', 'S', 'S', '', 'J', 'J', 'J', 'K', 'T', 'P', ''];
const FINALS = [
  ...[
    '',
    'K',
    'K',
    'KS',
    'N',
    'NJ',
    'N',
    'T',
    'L',
    'LK',
    'LM',
    'LP',
    'LS',
    'LT',
    'LP',
    'L',
    'M',
    'P',
    'PS',
    'T',
    'T',
    'G',
    'T',
    'T',
  ],
  ...['K', 'T', 'P', ''],
];
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

const LATIN: readonly [RegExp, string][] = [
  [/tch|ch|zh|dg|[jz]/g, 'J'],
  [/sch|sh|th(?=[aeiouy])|s|c(?=[eiy])/g, 'S'],
  [/th/g, 'T'],
  [/ng(?![aeiou])/g, 'G'],
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
    const code = character.charCodeAt(0);
    if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return '';
    const offset = code - FIRST_SYLLABLE;
    sound += (INITIALS[Math.floor(offset / 588)] ?? '') + (FINALS[offset % 28] ?? '');
  }
  return sound.replace(/(.)\1+/g, '$1');
}

/** The ways in which a Latin word may sound: Korean drops an r before a consonant and at the end, and an s of the plural. */
export function soundsOfLatin(word: string): Set<string> {
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const forms = [folded, folded.replace(/r(?![aeiouy])/g, ''), folded.replace(/s$/, ''), folded.replace(/h$/, '')];
  return new Set(forms.map((form) => soundOf(form)).filter((sound) => sound !== ''));
}

function soundOf(folded: string): string {
  const sound = LATIN.reduce((text, [pattern, to]) => text.replace(pattern, to), folded);
  return sound.replace(/[^A-Z]/g, '').replace(/(.)\1+/g, '$1');
}

/** Whether a Latin word and a Hangul word may be one name. Names with a single consonant are too short to tell. */
export function soundAlike(latin: string, hangul: string): boolean {
  const sound = soundOfHangul(hangul);
  return sound.length >= 2 && soundsOfLatin(latin).has(sound);
}
