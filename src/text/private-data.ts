/** Stands for one letter or digit that was masked. */
export const MASK = '█';

/** What people type for a hyphen, a space and ASCII: one unit each, so that offsets stay. */
const DASH = /[\u2010-\u2015\u2212\uFE63]/gu;
const SPACE = /[\t\u00A0\u2000-\u200A\u202F\u3000]/gu;
const FULL_WIDTH = /[\uFF01-\uFF5E]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;

/** What may stand between two groups of digits. */
const GAP = '(?:[ ]?[-.)/~_]{1,2}[ ]?|[ ]{1,2})';
/** Never a part of a longer run of digits: so a mask has no digit beside it that a second masking would read anew. */
const START = '(?<!\\d)';
const END = '(?!\\d)';
/** For digits without a shape of their own: not within a word, a decimal fraction, an address or a longer number. */
const BARE_START = '(?<![\\w.,/=-])';
const BARE_END = `${END}(?![ ]?[원개만억조명건호])`;

const MOBILE = '1[016789]';
/** The numbers of landlines (02, 031…064), internet lines, safe and free numbers after their 0. */
const AREA = '(?:2|[3-6][1-5]|70|80|50\\d?)';
const YEAR = '(?:19|20)\\d\\d';
const BIRTHDAY = '\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';

interface Rule {
  pattern: RegExp;
  /** A further condition on the digits of a match. */
  holds?: (digits: string) => boolean;
}

const EMAIL = /[\w.+%-]{1,64}@(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24}/giu;

const RESIDENT_NUMBERS = [
  `${START}\\d{6}[ ]?-[ ]?\\d{7}${END}`,
  `${START}\\d{6}[ ]?-[ ]?[1-8](?=[*xX●○]{6})`,
  `${START}${BIRTHDAY}[ ]?[1-8]\\d{6}${END}`,
];
const PHONES = [
  `(?:\\+[ ]?|${START}00)82${GAP}?\\(?0?${GAP}?(?:${MOBILE}|${AREA})${GAP}?\\d{3,4}${GAP}?\\d{4}${END}`,
  `${START}82${GAP}?\\(?0?${GAP}?10${GAP}?\\d{4}${GAP}?\\d{4}${END}`,
  `${START}0${MOBILE}${GAP}?\\d{3,4}${GAP}?\\d{4}${END}`,
  `${START}0${AREA}${GAP}\\d{3,4}${GAP}?\\d{4}${END}`,
  `${BARE_START}0${AREA}\\d{3,4}${GAP}?\\d{4}${BARE_END}`,
];
const CARD_GAP = '(?:[ ]?-[ ]?|[ ]{1,2})';
const SPACED_CARDS = [
  `${START}(?!(?:${YEAR}[ -]{1,3}){3}${YEAR})\\d{4}(?:${CARD_GAP}\\d{4}){3}${END}`,
  `${START}3[47]\\d\\d${CARD_GAP}\\d{6}${CARD_GAP}\\d{5}${END}`,
];
const BARE_CARD = `${BARE_START}(?:\\d{16}|3[47]\\d{13})${BARE_END}`;
/** Three or four groups with hyphens. A year, the prefix of a book's number and an ordinal prefix (제) begin other things. */
const ACCOUNT = `${BARE_START}(?<!제[ ]?)(?!${YEAR}-|97[89]-)\\d{2,6}(?:-\\d{2,7}){2,3}(?!\\w|-\\w)(?!호)`;
const NAMED_ACCOUNT = `(?<=(?:계좌|account)[^\\d${MASK}\\n]{0,12})\\d(?:[ -]?\\d){9,15}${BARE_END}`;

/** In the order in which they are masked. Every quantifier is bounded, so the time is linear in the text. */
const RULES: readonly Rule[] = [
  { pattern: EMAIL },
  ...[...RESIDENT_NUMBERS, ...PHONES, ...SPACED_CARDS, NAMED_ACCOUNT].map((source) => ({ pattern: patternOf(source) })),
  { pattern: patternOf(BARE_CARD), holds: hasLuhnDigit },
  { pattern: patternOf(ACCOUNT), holds: (digits) => digits.length >= 10 && digits.length <= 16 },
];

/**
 * Masks what identifies a person, letter by letter and digit by digit, so that the text keeps its length and the reader sees what stood
 * there: e-mail addresses; Korean phone numbers (mobile, landline, internet, +82; with hyphens, dots, spaces, brackets or nothing);
 * resident registration numbers and those of foreigners; card numbers (grouped, or 15 or 16 digits with a valid Luhn digit); account numbers
 * (10 to 16 digits in three or four groups with hyphens, or after the word for account). Dates, prices, years, article and book numbers
 * stay, and so do companies' eight-digit numbers (1588-…), which look like a span of years. Characters that cannot be seen must have been
 * removed before (cleanCharacters). Idempotent.
 */
export function maskPrivateData(text: string): string {
  const plain = foldUnits(text);
  const masked = RULES.reduce((current, { pattern, holds }) => {
    return current.replace(pattern, (match) => (!holds || holds(match.replace(/\D/gu, '')) ? maskUnits(match) : match));
  }, plain);
  if (masked === plain) return text;
  return Array.from({ length: text.length }, (_, at) => (masked[at] === plain[at] ? text.charAt(at) : MASK)).join('');
}

function patternOf(source: string): RegExp {
  return new RegExp(source, 'giu');
}

function maskUnits(match: string): string {
  return match.replace(/[a-z\d]/giu, MASK);
}

/** The text with ASCII for full-width characters, hyphens for dashes and plain spaces; of the same length. */
function foldUnits(text: string): string {
  return text
    .replace(FULL_WIDTH, (unit) => String.fromCharCode(unit.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(DASH, '-')
    .replace(SPACE, ' ');
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
function hasLuhnDigit(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce((total, digit, at) => {
    const isDoubled = (digits.length - at) % 2 === 0;
    return total + (isDoubled ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit);
  }, 0);
  return sum % 10 === 0;
}
