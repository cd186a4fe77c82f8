import { foldText } from '../normalize.ts';
import { findNumbers } from '../numbers.ts';

/** A number with what it counts, as far as that is written; dates are numbers of years, months and days. */
export interface Quantity {
  /** Canonical value ("977151", "3.5"). */
  value: string;
  /** What is counted, the same in both languages (percent, won, day …); null when it is not known. */
  unit: string | null;
  /** Offsets in the folded text. */
  start: number;
  end: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const ENGLISH_WORDS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100, dozen: 12, twice: 2, double: 2, triple: 3, half: 0.5 },
  ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6 },
};
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const KOREAN_WORDS: Readonly<Record<string, number>> = {
  ...{ 한: 1, 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10, 첫: 1, 둘: 2, 셋: 3, 넷: 4, 절반: 0.5 },
};
const KOREAN_WORD =
  /(?<![가-힣])(한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|첫)\s?(번째|단계|달|명|가지|차례|번|개|곳|분야|편|살|시간|배|사람|주|해|쪽|가구|나라|군데|장)|(?<![가-힣])(둘|셋|넷|절반)(?![가-힣]{2})/gu;
const ENGLISH_WORD = /\b([a-z]+)(?:[ -](hundred|thousand|million|billion|trillion))?\b/gu;
const ENGLISH_SCALE = /^[\s-]?(hundred|thousand|million|billion|trillion|bn|m|k)\b/u;

/** Units by what follows a number. */
const AFTER: readonly [RegExp, string][] = [
  [/^\s?(?:퍼센트|프로(?![가-힣])|%|％|percent|per cent)/u, 'percent'],
  [/^\s?(?:원|won\b|krw\b)/u, 'won'],
  [/^\s?(?:달러|dollars?\b|usd\b)/u, 'dollar'],
  [/^\s?(?:위안|yuan\b|rmb\b)/u, 'yuan'],
  [/^\s?(?:엔(?![가-힣])|yen\b)/u, 'yen'],
  [/^\s?(?:유로|euros?\b)/u, 'euro'],
  [/^\s?(?:개월|달(?!러)|months?\b)/u, 'months'],
  [/^\s?(?:년간|years?\b)/u, 'years'],
  [/^\s?(?:일간|days?\b)/u, 'days'],
  [/^\s?(?:주(?:간|일|\b)|weeks?\b)/u, 'weeks'],
  [/^\s?(?:시간|hours?\b)/u, 'hours'],
  [/^\s?(?:여\s?)?(?:명|인(?![가-힣])|사람|people\b|persons?\b)/u, 'people'],
  [/^\s?(?:개국|countries\b)/u, 'countries'],
  [/^\s?(?:개\s?언어|languages?\b)/u, 'languages'],
  [/^\s?(?:위(?![가-힣]*안)|st\b|nd\b|rd\b|th\b)/u, 'rank'],
  [/^\s?(?:차례|회(?![가-힣])|번(?!째)|times\b)/u, 'times'],
  [/^\s?년/u, 'year'],
  [/^\s?월/u, 'month'],
  [/^\s?일(?=$|[^가-힣]|부터|까지|에|은|이|의|로|을|과|만|쯤|자|째|도|간|동안|만)/u, 'days'],
];
/** Korean counters that stand for themselves: 7550개 is not 7550곳. */
const COUNTER = /^\s?(?:여\s?)?(개|곳|장|편|배|살|건|대|가지|분야|권|마리|채|척|쪽)/u;
const BEFORE: readonly [RegExp, string][] = [
  [/(?:us)?\$\s?$/u, 'dollar'],
  [/₩\s?$/u, 'won'],
  [/€\s?$/u, 'euro'],
];

/** The numbers of a text: digits with Korean or English units, Korean and English number words, names of months. */
export function quantitiesIn(text: string): Quantity[] {
  const folded = foldText(text);
  const found = [...digitsIn(folded), ...koreanWordsIn(folded), ...englishWordsIn(folded)];
  return found.sort((a, b) => a.start - b.start);
}

function digitsIn(folded: string): Quantity[] {
  return findNumbers(folded).map(({ start, end, value }) => {
    const scale = ENGLISH_SCALE.exec(folded.slice(end));
    const factor = { bn: 1e9, m: 1e6, k: 1e3 }[scale?.[1] ?? ''] ?? SCALES[scale?.[1] ?? ''] ?? 1;
    const last = end + (scale?.[0].length ?? 0);
    return { value: canonical(value * factor), unit: unitAt(folded, start, last), start, end: last };
  });
}

function koreanWordsIn(folded: string): Quantity[] {
  return [...folded.matchAll(KOREAN_WORD)].map((match) => {
    const [all, word = '', counted, alone] = match;
    const end = match.index + (counted === undefined ? all.length : all.length - counted.length);
    return { value: String(KOREAN_WORDS[alone ?? word] ?? 0), unit: unitAt(folded, match.index, end), start: match.index, end };
  });
}

function englishWordsIn(folded: string): Quantity[] {
  return [...folded.matchAll(ENGLISH_WORD)].flatMap((match): Quantity[] => {
    const [all, word = '', scale] = match;
    const end = match.index + all.length;
    const month = MONTHS.indexOf(word) + 1;
    // "may" is a verb unless a number stands beside it.
    const isMonth =
      month > 0 && (word !== 'may' || /^\s?\d|\d\s?$/u.test(folded.slice(end, end + 2) + folded.slice(0, match.index).slice(-2)));
    if (isMonth) return [{ value: String(month), unit: 'month', start: match.index, end }];
    const value = Object.hasOwn(ENGLISH_WORDS, word) ? ENGLISH_WORDS[word] : undefined;
    // "one" and "first" are pronouns and connectives more often than numbers.
    if (value === undefined || ((word === 'one' || word === 'first' || word === 'second') && scale === undefined)) return [];
    return [
      { value: canonical(value * (SCALES[scale ?? ''] ?? 1)), unit: unitAt(folded, match.index, end), start: match.index, end },
    ];
  });
}

function unitAt(folded: string, start: number, end: number): string | null {
  const [after, before] = [folded.slice(end, end + 16), folded.slice(Math.max(0, start - 4), start)];
  const unit = AFTER.find(([pattern]) => pattern.test(after)) ?? BEFORE.find(([pattern]) => pattern.test(before));
  // 12년 is a span of years, 2028년 is a year.
  if (unit?.[1] === 'year' && end - start < 4) return 'years';
  return unit?.[1] ?? COUNTER.exec(after)?.[1] ?? null;
}

function canonical(value: number): string {
  return String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(12)));
}

/** Whether two units may be one: the same, or one of them not written. A span of years is not a year. */
export function unitsAgree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}
