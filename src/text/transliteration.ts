import { latinOutlines, type Outline } from './latin-outline.ts';
import { takeApart } from './syllables.ts';
import { vowelsAgree } from './vowel-spellings.ts';

/**
 * Whether a Hangul word and a Latin word may be the same name: consonants are compared by class, in order, and then how usual each
 * spelling is for the letter it stands beside. Neither script says exactly how a name is read, so a match is a likelihood.
 */

/** Class and usual Latin spellings of each consonant: before a vowel, and behind one. ㅎ has no class: it is too often silent. */
const ONSETS: Readonly<Record<string, readonly [sound: string, usual: string]>> = {
  ...{ ㄱ: ['K', 'g (k) (kk)'], ㄲ: ['K', 'kk k'], ㅋ: ['K', 'k c ck ch q x cc qu'], ㄷ: ['T', 'd dd (t)'], ㄸ: ['T', 'tt t'] },
  ...{
    ㅌ: ['T', 't tt th'],
    ㅂ: ['P', 'b v bb (p)'],
    ㅃ: ['P', 'pp p'],
    ㅍ: ['P', 'p f ph pf pp ff'],
    ㅅ: ['S', 's sh c sc th ss z x sch ti ci si'],
  },
  ...{
    ㅆ: ['S', 'ss s'],
    ㅈ: ['S', 'j z g dg dj (ch) (s)'],
    ㅉ: ['S', 'jj'],
    ㅊ: ['S', 'ch tch ts tz t (c) (z)'],
    ㄴ: ['N', 'n nn'],
    ㅁ: ['M', 'm mm'],
  },
  ㄹ: ['L', 'l r ll rr rh'],
};
const CODAS: Readonly<Record<string, readonly [sound: string, usual: string]>> = {
  ...{
    ㄱ: ['K', 'k g c ck ch x'],
    ㄲ: ['K', 'k'],
    ㄳ: ['K', 'k'],
    ㅋ: ['K', 'k'],
    ㄺ: ['K', 'k'],
    ㄷ: ['T', 't'],
    ㅅ: ['T', 't tt d'],
    ㅆ: ['T', 't'],
  },
  ...{
    ㅈ: ['T', 't'],
    ㅊ: ['T', 't'],
    ㅌ: ['T', 't'],
    ㅂ: ['P', 'p b pp'],
    ㅄ: ['P', 'p'],
    ㅍ: ['P', 'p'],
    ㄴ: ['N', 'n nn'],
    ㄵ: ['N', 'n'],
  },
  ...{
    ㄶ: ['N', 'n'],
    ㅇ: ['N', 'ng n'],
    ㅁ: ['M', 'm mm mb'],
    ㄻ: ['M', 'm'],
    ㄹ: ['L', 'l ll r'],
    ㄼ: ['L', 'l'],
    ㄽ: ['L', 'l'],
    ㄾ: ['L', 'l'],
    ㅀ: ['L', 'l'],
  },
};
/** A spelling of the right class that the letter seldom has. */
const UNUSUAL = 0.6;
/** … and one that it may have in another romanisation. */
const LESS_USUAL = 0.85;

const HANGUL_WORD = /^[가-힣]+$/u;

/** Consonant classes of a Hangul word: what it may share with its Latin spelling. Empty for words with other characters. */
export function hangulSkeleton(word: string): string {
  return HANGUL_WORD.test(word) ? hangulOutline(word).sounds : '';
}

/** The same of a Latin word, for each way its spelling may be read, likeliest first. Accents and hyphens are left aside. */
export function latinSkeletons(word: string): string[] {
  return [...new Set(latinOutlines(latinLetters(word)).map(({ sounds }) => sounds))];
}

/** How well the sounds of the two words agree, 0..1; 0 when their consonants differ. */
export function soundsAlike(hangul: string, latin: string): number {
  return soundsLike(latin)(hangul);
}

/** The same for many Hangul words beside one Latin word. */
export function soundsLike(latin: string): (hangul: string) => number {
  const outlines = latinOutlines(latinLetters(latin));
  return (hangul) => {
    if (!HANGUL_WORD.test(hangul)) return 0;
    const own = hangulOutline(hangul);
    return Math.max(0, ...outlines.filter(({ sounds }) => sounds === own.sounds).map((other) => agreement(own, other)));
  };
}

/** A Latin word in the form in which it is read: small letters alone. */
export function latinLetters(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** The letters of a consonant carry their usual spellings along. */
function hangulOutline(word: string): Outline {
  const outline: Outline = { sounds: '', letters: [], gaps: [''] };
  for (const character of word) {
    const syllable = takeApart(character);
    if (!syllable) continue;
    addConsonant(outline, ONSETS[syllable.onset]);
    outline.gaps.push(`${outline.gaps.pop() ?? ''}${syllable.vowel}`);
    addConsonant(outline, CODAS[syllable.coda]);
  }
  return outline;
}

/** A consonant directly after the same one is one sound, spelled as either. */
function addConsonant(outline: Outline, consonant: readonly [string, string] | undefined): void {
  if (!consonant) return;
  const [sound, usual] = consonant;
  if (outline.gaps.at(-1) === '' && outline.sounds.endsWith(sound))
    outline.letters.push(`${outline.letters.pop() ?? ''} ${usual}`);
  else {
    outline.sounds += sound;
    outline.letters.push(usual);
    outline.gaps.push('');
  }
}

/** Mean over the consonants and the gaps between them. */
function agreement(hangul: Outline, latin: Outline): number {
  const vowels = hangul.gaps.map((gap, index) => vowelsAgree(gap, latin.gaps[index] ?? '', index === hangul.gaps.length - 1));
  const consonants = hangul.letters.map((usual, index) => spellingFits(usual.split(' '), latin.letters[index] ?? ''));
  // Without vowels on both sides a gap tells nothing.
  const telling = [...vowels.filter((_, index) => hangul.gaps[index] !== '' || (latin.gaps[index] ?? '') !== ''), ...consonants];
  return telling.reduce((sum, each) => sum + each, 0) / telling.length;
}

/** What stands in brackets is less usual: t for ㄷ in romanisations that keep voicing aside. */
function spellingFits(usual: readonly string[], spelling: string): number {
  if (usual.includes(spelling)) return 1;
  return usual.includes(`(${spelling})`) ? LESS_USUAL : UNUSUAL;
}
