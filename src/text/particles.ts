/** Korean particles that follow the last sound of a word: 은/는, 이/가, 을/를, 과/와, 으로/로. Rules: how the end of the word is read aloud. */

import { takeApart } from './syllables.ts';

/** The form after a consonant, then the form after a vowel. */
export type ParticlePair =
  '은/는' | '이/가' | '을/를' | '과/와' | '으로/로' | '이라/라' | '이라고/라고' | '이며/며' | '이나/나' | '이다/다' | '이었/였';

type Sound = 'vowel' | 'consonant' | 'rieul';

const CLOSING_MARKS = /[\s"'“”‘’)\]}>）］｝」』》〉】〕»*_~`.,!?…]+$/u;
const GLOSS = /[([（［][^()[\]（）［］]*[)\]）］]$/u;

/** Read: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS: readonly Sound[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];
/** Letters whose Korean name ends in a consonant: 엘 엠 엔 아르(알). */
const LETTERS = new Map<string, Sound>([
  ['L', 'rieul'],
  ['M', 'consonant'],
  ['N', 'consonant'],
  ['R', 'rieul'],
]);
/** Units as read, longest first where one ends another: 킬로그램 밀리그램 그램, 킬로미터 미터. */
const UNITS: readonly (readonly [RegExp, Sound])[] = [
  [/\d\s?(?:kg|mg|g|㎏|㎎)$/u, 'consonant'],
  [/\d\s?(?:cm|mm|km|m|㎝|㎜|㎞|㎡|㎥|㎢)$/u, 'vowel'],
  [/\d\s?(?:mL|ml|L|l|㎖|ℓ)$/u, 'vowel'],
  [/[%％℃°]$/u, 'vowel'],
];

/**
 * The word with the particle its last sound asks for. Closing quotes and brackets and a gloss in brackets are not read;
 * digits are read as numbers, capital letters by name. An end whose sound is unknown gets both forms: "Google은(는)".
 */
export function withParticle(word: string, pair: ParticlePair): string {
  return word + particleFor(word, pair);
}

/** The particle alone, as withParticle would append it. */
export function particleFor(word: string, pair: ParticlePair): string {
  const [afterConsonant = '', afterVowel = ''] = pair.split('/');
  const sound = lastSound(word);
  if (sound === undefined) return bothForms(afterConsonant, afterVowel);
  if (sound === 'vowel') return afterVowel;
  return sound === 'rieul' && pair === '으로/로' ? afterVowel : afterConsonant;
}

/** 은(는), 이(가), 을(를), 과(와), but (으)로 and (이)며 where one form ends in the other. */
function bothForms(afterConsonant: string, afterVowel: string): string {
  if (!afterConsonant.endsWith(afterVowel)) return `${afterConsonant}(${afterVowel})`;
  return `(${afterConsonant.slice(0, -afterVowel.length)})${afterVowel}`;
}

function lastSound(word: string): Sound | undefined {
  const read = withoutUnread(word.normalize('NFC'));
  for (const [unit, sound] of UNITS) if (unit.test(read)) return sound;
  const last = read.at(-1) ?? '';
  if (/\p{Script=Hangul}/u.test(last)) return soundOfSyllable(last);
  if (/\d/.test(last)) return soundOfNumber(read);
  if (/[A-Z]/.test(last)) return LETTERS.get(last) ?? 'vowel';
  return undefined;
}

/** Takes off what stands behind the last word read: closing marks, and a gloss unless it is all there is. */
function withoutUnread(word: string): string {
  for (let rest = word; ;) {
    const next = rest.replace(GLOSS, '').trimEnd();
    const shorter = next !== rest && next !== '' ? next : rest.replace(CLOSING_MARKS, '');
    if (shorter === rest || shorter === '') return rest;
    rest = shorter;
  }
}

function soundOfSyllable(syllable: string): Sound | undefined {
  const coda = takeApart(syllable)?.coda;
  if (coda === undefined) return undefined;
  if (coda === '') return 'vowel';
  return coda === 'ㄹ' ? 'rieul' : 'consonant';
}

/** Round numbers end in their unit: 십 백 천 만 and 억 in a consonant, 조 not. Decimals and years end in their last digit. */
function soundOfNumber(read: string): Sound | undefined {
  const number = /\d[\d,.]*$/u.exec(read)?.[0].replaceAll(',', '') ?? '';
  const zeros = number.includes('.') || /^0+$/.test(number) ? 0 : (/0*$/.exec(number)?.[0].length ?? 0);
  if (zeros >= 12 && zeros < 16) return 'vowel';
  if (zeros > 0) return 'consonant';
  return DIGITS[Number(number.at(-1))];
}
