import { foldText, lettersAndDigits, readHanja } from './normalize.ts';
import { isRelational } from './relational-nouns.ts';
import { stemOf } from './stems.ts';
import { putTogether, takeApart } from './syllables.ts';
import { latinLetters, soundsAlike } from './transliteration.ts';

/** Changes whenever the same text would give other pairs: an index made by another version is rebuilt. */
export const ALIASES_VERSION = 'aliases-2';

/** Two names that an article gives to the same thing, as they stand there: the name, and what its brackets add. */
export interface AliasPair {
  name: string;
  alias: string;
}

/** A bracket, what stands directly before it on the same line, and whether white space lies between. Bounded, so that matching stays linear. */
const BRACKET = /([^()（）\n]{1,80}?)( ?)[(（]([^()（）\n]{2,90})[)）]/gu;
const PARTS = /\s*[,;/·=:]\s*|\s+(?:or|또는|혹은)\s+/u;
/** Words that introduce another name: the name itself follows. */
const INTRODUCTION =
  /^(?:이하|약칭(?:은)?|약자|영어|영문(?:명)?|영어명|한자|중국어|일본어|독일어|프랑스어|정식 명칭(?:은)?|본명(?:은)?|옛|구|현|a\.?k\.?a\.?|formerly|hereafter|short for|or)[\s:]+/iu;

const LATIN_NAME =
  /^[\p{Script=Latin}][\p{Script=Latin}\p{M}\d'’.&+-]*(?: [\p{Script=Latin}\d&][\p{Script=Latin}\p{M}\d'’.&+-]*){0,6}$/u;
const HANGUL_NAME = /^[가-힣]{2,}(?: [가-힣]+){0,4}$/u;
const HANJA_NAME = /^\p{Script=Han}{2,8}$/u;
const ACRONYM = /^(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z0-9&.-]{1,7}$/;
const SMALL_WORD = /^(?:of|the|and|for|in|on|to|de|la|du|von|van|et|&)$/i;
/** Hangul before a bracket that says something instead of naming it: verbs and particles at its end. */
const NOT_A_NAME =
  /(?:[다요까죠며고서면는은을를의]|했|됐|였|한|된|하는|라는|라고|에서|으로|에게|까지|부터|이라|하기|보다|때문|경우|가운데|이후|이전|당시)$/u;
/** Below this a spelling does not read as the name. */
const SOUNDS = 0.72;
/** Parts of a full name in which every capital of an acronym must be found. */
const MOST_WORDS = 8;
const ACRONYM_FROM_SYLLABLES = 4;

/**
 * The pairs of names that a text itself states in brackets: "레이 장(Ray Zhang)", "마윈(Jack Ma)", "국제올림픽위원회(IOC)", "전국경제인연합회(전경련)",
 * "International Olympic Committee (IOC)", either way round. Only what reads as the same name: spellings that sound alike, initials that
 * match, or a capitalised name behind one Hangul word. Dates, numbers, ages, codes and remarks do not. Pure; in the order of the text.
 */
export function collectAliases(text: string): AliasPair[] {
  const pairs = new Map<string, AliasPair>();
  for (const [, before = '', space = '', inside = ''] of text.normalize('NFC').matchAll(BRACKET)) {
    for (const pair of pairsOf(before, inside, space === '')) pairs.set(`${pair.name}\0${pair.alias}`, pair);
  }
  return [...pairs.values()];
}

/** The form in which names are looked up: folded, letters and digits alone. */
export function nameKey(name: string): string {
  return lettersAndDigits(foldText(name));
}

function pairsOf(before: string, inside: string, attached: boolean): AliasPair[] {
  const parts = inside
    .split(PARTS)
    .map((part) =>
      part
        .replace(INTRODUCTION, '')
        .replace(/^["'“‘《〈]|["'”’》〉]$/gu, '')
        .trim(),
    )
    .filter((part) => part.length >= 2);
  const words = before
    .replace(/["'”’》〉」』]$/u, '')
    .split(/[^\p{L}\p{M}\p{N}&.'’-]+/u)
    .filter((word) => word !== '');
  const found = parts.flatMap((alias) => {
    const name = nameBefore(words, alias, attached);
    return name === undefined ? [] : [{ name, alias }];
  });
  return [...found, ...besides(parts, found)];
}

/** "둥번훙(크리스 텅·Chris Tung)": a part that sounds like one that was accepted names the same. */
function besides(parts: readonly string[], found: readonly AliasPair[]): AliasPair[] {
  const accepted = new Set(found.map(({ alias }) => alias));
  return parts.flatMap((part) => {
    const like = HANGUL_NAME.test(part) && !accepted.has(part) && found.find(({ alias }) => sounds(part, alias));
    return like ? [{ name: like.name, alias: part }] : [];
  });
}

/** The words before a bracket that the part in it also names; undefined when it names nothing. */
function nameBefore(words: readonly string[], alias: string, attached: boolean): string | undefined {
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const hangulBefore = HANGUL_NAME.test(last) || /^[가-힣]+$/u.test(last);
  if (LATIN_NAME.test(alias)) return hangulBefore ? hangulFor(words, alias, attached) : acronymAround(words, alias);
  if (HANJA_NAME.test(alias)) return hangulBefore ? hangulForHanja(last, alias) : undefined;
  if (!HANGUL_NAME.test(alias)) return undefined;
  return hangulBefore ? abbreviationAround(words, alias) : latinFor(words, alias, attached);
}

/** 레이 장(Ray Zhang), 유럽중앙은행(European Central Bank), 국제올림픽위원회(IOC). */
function hangulFor(words: readonly string[], alias: string, attached: boolean): string | undefined {
  const count = alias.split(' ').length;
  const spoken = lastWords(words, count + 1, /^[가-힣]+$/u).find((name) => sounds(name, alias));
  if (spoken !== undefined) return spoken;
  const begun = lastWords(words, count + 1, /^[가-힣]+$/u).find((name) => beginAlike(name, alias));
  if (begun !== undefined) return begun;
  const last = words.at(-1) ?? '';
  if (!attached || NOT_A_NAME.test(last) || isRelational(last)) return undefined;
  if (ACRONYM.test(alias)) return fullNameFor(words, alias);
  return isProperName(alias) ? last : undefined;
}

/** 예일 대학교(Yale University): the first words sound alike, the others are translated. */
function beginAlike(name: string, alias: string): boolean {
  const [[spoken = '', ...more], [spelled = '', ...others]] = [name.split(' '), alias.split(' ')];
  return more.length > 0 && others.length > 0 && startsWithCapital(alias) && sounds(spoken, spelled);
}

/** One long word, or else a word a letter, or else the shortest run long enough. */
function fullNameFor(words: readonly string[], acronym: string): string | undefined {
  const [shortest, ...longer] = lastWords(words, MOST_WORDS, /^[가-힣]+$/u).filter((name) => isFullName(name, acronym));
  if (shortest === undefined || !shortest.includes(' ')) return shortest;
  return [shortest, ...longer].find((name) => name.split(' ').length === acronym.length) ?? shortest;
}

/** Long enough to be the full name of an acronym, without particles inside. */
function isFullName(name: string, acronym: string): boolean {
  const words = name.split(' ');
  return (
    name.replaceAll(' ', '').length >= ACRONYM_FROM_SYLLABLES &&
    words.length <= acronym.length &&
    !words.slice(0, -1).some((word) => NOT_A_NAME.test(word) || stemOf(word) !== word)
  );
}

function isProperName(alias: string): boolean {
  const words = alias.split(' ');
  return (
    alias.length >= 4 &&
    /^\p{Lu}/u.test(alias) &&
    words.every((word) => /^[\p{Lu}\d&]/u.test(word) || SMALL_WORD.test(word)) &&
    !ACRONYM.test(alias)
  );
}

/** Ray Zhang(레이 장), IOC(국제올림픽위원회), Jack Ma(마윈). */
function latinFor(words: readonly string[], alias: string, attached: boolean): string | undefined {
  const names = lastWords(words, MOST_WORDS, /^\p{Script=Latin}/u);
  const spoken = names.find((name) => sounds(alias, name));
  if (spoken !== undefined) return spoken;
  const last = words.at(-1) ?? '';
  if (!attached || NOT_A_NAME.test(alias)) return undefined;
  if (ACRONYM.test(last)) return isFullName(alias, last) ? last : undefined;
  const longest = names.filter((name) => name.includes(' ') && isProperName(name)).at(-1);
  return alias.includes(' ') ? undefined : longest;
}

/** International Olympic Committee (IOC), and IOC (International Olympic Committee). */
function acronymAround(words: readonly string[], alias: string): string | undefined {
  const names = lastWords(words, MOST_WORDS, /^[\p{Script=Latin}&]/u);
  if (ACRONYM.test(alias)) return names.filter((name) => startsWithCapital(name)).find((name) => isInitials(alias, name));
  const last = words.at(-1) ?? '';
  return ACRONYM.test(last) && isInitials(last, alias) ? last : undefined;
}

function startsWithCapital(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** Whether an acronym is made of the first letters of the words, small words aside: IOC, DoD, AT&T. */
function isInitials(acronym: string, name: string): boolean {
  const words = name.split(/[\s-]+/u);
  if (words.length < 2) return false;
  const initials = (list: readonly string[]): string => list.map((word) => word.charAt(0).toUpperCase()).join('');
  const letters = acronym.replace(/[^A-Za-z]/g, '').toUpperCase();
  return initials(words) === letters || initials(words.filter((word) => !SMALL_WORD.test(word))) === letters;
}

/** 전국경제인연합회(전경련), 전경련(전국경제인연합회): the syllables of one stand in the other, in order, the first one first. */
function abbreviationAround(words: readonly string[], alias: string): string | undefined {
  const names = lastWords(words, MOST_WORDS, /^[가-힣]+$/u);
  return names.find((name) => isAbbreviation(alias, name) || isAbbreviation(name, alias));
}

function isAbbreviation(short: string, long: string): boolean {
  if (short.includes(' ') || short.length < 2) return false;
  const [parts, syllables] = [soundsAtStart(short), soundsAtStart(long.replaceAll(' ', ''))];
  if (syllables.length < parts.length + 2 || syllables.charAt(0) !== parts.charAt(0) || syllables.startsWith(parts)) return false;
  let at = -1;
  return Array.from(parts).every((syllable) => (at = syllables.indexOf(syllable, at + 1)) >= 0);
}

/** ㄹ and ㄴ are lost at the start of a word: what is 연 in 연합 is 련 in 전경련. */
function soundsAtStart(word: string): string {
  return Array.from(word, (character) => {
    const syllable = takeApart(character);
    return syllable && 'ㄹㄴ'.includes(syllable.onset) ? (putTogether({ ...syllable, onset: 'ㅇ' }) ?? character) : character;
  }).join('');
}

/** 마윈(馬雲), 반기문(潘基文): as many characters as syllables, and at least one of them read the same. */
function hangulForHanja(name: string, hanja: string): string | undefined {
  const reading = Array.from(readHanja(hanja));
  const tail = name.slice(-reading.length);
  if (tail.length !== reading.length || NOT_A_NAME.test(name)) return undefined;
  return reading.join('') === tail ? undefined : name.length === reading.length ? name : undefined;
}

function sounds(hangul: string, latin: string): boolean {
  const [spoken, spelled] = [hangul.replaceAll(' ', ''), latinLetters(latin)];
  return spoken.length >= 2 && spelled.length >= 3 && soundsAlike(spoken, spelled) >= SOUNDS;
}

/** The last 1, 2, … words before the bracket, as long as each is of the kind. */
function lastWords(words: readonly string[], most: number, kind: RegExp): string[] {
  const runs: string[] = [];
  for (let count = 1; count <= Math.min(most, words.length); count++) {
    if (!kind.test(words.at(-count) ?? '')) break;
    runs.push(words.slice(-count).join(' '));
  }
  return runs;
}
