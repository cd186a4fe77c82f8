import { day, daysLater, isDay, partsOfDay } from './calendar.ts';

/** Words of an article that mean a time, and which: YYYY-MM-DD, YYYY-MM or YYYY. */
export interface ResolvedDate {
  phrase: string;
  date: string;
}

type Read = (match: RegExpMatchArray, article: string) => string | undefined;

/** Behind a date that is a length of time instead: 지난 5일간. */
const NOT_A_SPAN = String.raw`(?!간|\s?동안|째|\s?이내|\s?만에|\s?사이|치)`;
const DATE = String.raw`(\d{1,2})일${NOT_A_SPAN}`;

/** The longest phrase first where one begins another. */
const PHRASES: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(String.raw`(올해|지난해|작년|내년|재작년)\s?(\d{1,2})월(?:\s?${DATE})?`, 'gu'), (match, article) => named(yearOf(match[1], article), match[2], match[3])],
  [new RegExp(String.raw`(지난|오는)\s(\d{1,2})월(?:\s?${DATE})?`, 'gu'), nearestMonth],
  [new RegExp(String.raw`(이달|이번\s?달|지난달|지난\s달|다음\s?달|내달)\s${DATE}`, 'gu'), (match, article) => dateIn(monthOf(match[1], article), match[2])],
  [new RegExp(String.raw`(지난|오는)\s${DATE}`, 'gu'), nearestDate],
  [/(?<![가-힣])(올해|지난해|작년|내년|재작년)(?=\s|[,.의에는은도까부말초]|$)/gu, ([, word], article) => String(yearOf(word, article))],
  [/(?<![가-힣])(이달|이번\s?달|지난달|다음\s?달|내달)(?=\s|[,.의에는은도까부말초]|$)/gu, ([, word], article) => monthOf(word, article)],
  [/(?<![가-힣])(전날|어제|오늘|내일)(?=\s|[,.의에은도까부]|$)/gu, ([, word], article) => daysLater(article, DAYS[word ?? ''] ?? 0)],
  [/\b(yesterday|today|tomorrow)\b/giu, ([, word], article) => daysLater(article, DAYS[word?.toLowerCase() ?? ''] ?? 0)],
  [/\b(last|this|next) (year|month)\b/giu, ([, which, unit], article) => {
    const word = `${which ?? ''} ${unit ?? ''}`.toLowerCase();
    return word.endsWith('year') ? String(yearOf(word, article)) : monthOf(word, article);
  }],
]; // prettier-ignore

const DAYS: Readonly<Record<string, number>> = { 전날: -1, 어제: -1, 오늘: 0, 내일: 1, yesterday: -1, today: 0, tomorrow: 1 };
const YEARS: Readonly<Record<string, number>> = {
  ...{ 재작년: -2, 지난해: -1, 작년: -1, 올해: 0, 내년: 1 },
  ...{ 'last year': -1, 'this year': 0, 'next year': 1 },
};

/**
 * The times that an article's words mean, counted from the day it was published: 지난 5일, 오는 10일, 전날, 올해 3월, 내년. In the order of the text;
 * none without that day. Only words that count from it: a bare 5일 may be of any month, and 이날 is whatever day was told before.
 */
export function resolveDates(text: string, articleDate: string | null): ResolvedDate[] {
  if (articleDate === null) return [];
  const found: (ResolvedDate & { start: number; end: number })[] = [];
  for (const [pattern, read] of PHRASES) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const date = read(match, articleDate);
      if (date === undefined || found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ phrase: match[0], date, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({ phrase, date }) => ({ phrase, date }));
}

function yearOf(word: string | undefined, article: string): number {
  return partsOfDay(article)[0] + (YEARS[word ?? ''] ?? 0);
}

/** YYYY-MM of this, the last or the next month. */
function monthOf(word: string | undefined, article: string): string {
  const [year, month] = partsOfDay(article);
  const step = /^(?:지난|last)/u.test(word ?? '') ? -1 : /^(?:다음|내달|next)/u.test(word ?? '') ? 1 : 0;
  return day(year, month + step, 1).slice(0, 7);
}

function dateIn(yearAndMonth: string, date: string | undefined): string | undefined {
  const [year, month] = partsOfDay(`${yearAndMonth}-01`);
  return named(year, String(month), date);
}

function named(year: number, month: string | undefined, date: string | undefined): string | undefined {
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (date === undefined) return day(year, Number(month), 1).slice(0, 7);
  return isDay(year, Number(month), Number(date)) ? day(year, Number(month), Number(date)) : undefined;
}

/** 지난 3월 is the last March that was over or had begun before this month, 오는 3월 the next one that begins. */
function nearestMonth([, direction, month, date]: RegExpMatchArray, article: string): string | undefined {
  const [year, current] = partsOfDay(article);
  const isPast = direction === '지난';
  const inYear = isPast ? (Number(month) <= current ? year : year - 1) : Number(month) >= current ? year : year + 1;
  return named(inYear, month, date);
}

/** 지난 5일 is the last 5th up to the article's day, 오는 10일 the next 10th from it on. */
function nearestDate([, direction, date]: RegExpMatchArray, article: string): string | undefined {
  const [year, month] = partsOfDay(article);
  for (let step = 0; step <= 2; step++) {
    const candidate = dateIn(day(year, direction === '지난' ? month - step : month + step, 1).slice(0, 7), date);
    if (candidate !== undefined && (direction === '지난' ? candidate <= article : candidate >= article)) return candidate;
  }
  return undefined;
}
