import { createRequire } from 'node:module';

/** Characters that are never seen: zero-width, bidirectional marks, tags, variation selectors, soft hyphen, Hangul fillers. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

const HANGUL = /\p{Script=Hangul}/u;
const HANJA_RUN = /\p{Script=Han}+/gu;

/** The text as it is stored and shown: NFC, well-formed UTF-16, without characters that cannot be seen. Line breaks and tabs stay. */
export function cleanCharacters(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(INVISIBLE, '').replace(CONTROL, '');
}

/** The form in which texts are compared: compatibility characters folded (２０２４ → 2024), lower case. Offsets differ from the original's. */
export function foldText(text: string): string {
  return cleanCharacters(text.normalize('NFKC')).toLowerCase();
}

/** White space collapsed to single spaces, none at the ends. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** All white space removed: words are found whatever their spacing. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Letters and digits only: what is the same but for spacing and punctuation is the same. */
export function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

export function hasHangul(text: string): boolean {
  return HANGUL.test(text);
}

/** Whether more than a fifth of the text's letters are Hangul: English articles hold a Korean name here and there, Korean ones Latin names. */
export function isMostlyHangul(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{Script=Hangul}/gu)?.length ?? 0) > letters / 5;
}

interface HanjaPackage {
  translate(text: string, mode: 'SUBSTITUTION'): string;
}
let hanja: HanjaPackage | undefined;

/** Hanja replaced by their Korean reading (國際 → 국제). The table of 0.5 MB is read at the first text that holds Hanja. */
export function readHanja(text: string): string {
  return text.replace(HANJA_RUN, (run) => {
    hanja ??= createRequire(import.meta.url)('hanja/lib/translate.js') as HanjaPackage;
    return hanja.translate(run, 'SUBSTITUTION');
  });
}
