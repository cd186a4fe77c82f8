import { daysLater, fromTo, isDay, day, monthsEarlier, monthsOf, partsOfDay, weekOf, type Days } from './calendar.ts';
import { collapseSpaces } from './normalize.ts';

/** A period that a question names: its days, the words that name it, and what it means for the search. */
export interface QuestionPeriod extends Days {
  phrase: string;
  /**
   * `filter`: the question speaks of when articles were published. `prefer`: the date may be part of the fact that is asked for, which an
   * article of any later day may state.
   */
  use: 'filter' | 'prefer';
  /** The question without the phrase and the words about publication that belong to it. */
  rest: string;
}

type Read = (match: RegExpExecArray, today: string) => Days | undefined;

const MONTH_NAMES = 'january|february|march|april|may|june|july|august|september|october|november|december';
const MONTHS = MONTH_NAMES.split('|');
const COUNTS: Readonly<Record<string, number>> = {
  ...{
    한: 1,
    두: 2,
    세: 3,
    네: 4,
    다섯: 5,
    여섯: 6,
    일: 1,
    이: 2,
    삼: 3,
    사: 4,
    a: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
  },
  ...{ seven: 7, ten: 10, '': 1 },
};
const YEAR = String.raw`(?:(?<year>(?:19|20)\d{2})년|(?<relative>올해|금년|작년|지난해|재작년|this year|last year))`;
const PART = String.raw`(?:\s?(?<quarter>[1-4])분기|\s?(?<half>상반기|하반기)|\s?(?<edge>초|말)(?=에|의|부터|까지|이후|\s|$|\p{P})|\s?(?<month>\d{1,2})월(?:\s?(?<date>\d{1,2})일)?)?`;
const ENGLISH_TIME = String.raw`(?:(?<edge>early|late)\s)?(?:(?:the\s)?(?:q(?<quarter>[1-4])|(?<ordinal>first|second|third|fourth) quarter)(?:\s(?:of\s)?)?)?(?:(?<name>${MONTH_NAMES})\s?)?(?:(?<date>\d{1,2})(?:st|nd|rd|th)?,?\s)?(?<year>(?:19|20)\d{2})?`;

/** How each kind of phrase is read; the first that fits counts. Patterns are for folded text. */
const PHRASES: readonly (readonly [RegExp, Read])[] = [
  [
    /(?<year>(?:19|20)\d{2})년(?:\s?(?<month>\d{1,2})월)?\s?부터\s(?<year2>(?:19|20)\d{2})년(?:\s?(?<month2>\d{1,2})월)?\s?(?:까지|사이)/u,
    betweenKorean,
  ],
  [/(?<month>\d{1,2})월\s?부터\s(?<month2>\d{1,2})월\s?(?:까지|사이)/u, betweenKorean],
  [new RegExp(String.raw`\bbetween (?<from>[a-z]*\s?\d{0,4}) and (?<to>[a-z]*\s?\d{0,4})(?![a-z\d])`), betweenEnglish],
  [
    /(?:최근|지난|요)\s?(?<count>\d{1,3}|한|두|세|네|다섯|여섯|일|이|삼)\s?(?<unit>일|주일|주|개월|달|년)(?:\s?(?:간|동안|사이|새|이내))?(?![가-힣]?째|\s?\d|\d)(?=\s|$|[의에]|\p{P})/u,
    lastUnits,
  ],
  [
    /(?:in |over |during |within )?(?:the )?(?:last|past) (?<count>\d{1,3}|a|one|two|three|four|five|six|seven|ten)\s?(?<unit>days?|weeks?|months?|years?)/u,
    lastUnits,
  ],
  [/오늘|\btoday\b/u, (_, today) => ({ since: today, until: today })],
  [/어제|\byesterday\b/u, (_, today) => ({ since: daysLater(today, -1), until: daysLater(today, -1) })],
  [/그저께|그제(?!서)|엊그제/u, (_, today) => ({ since: daysLater(today, -2), until: daysLater(today, -2) })],
  [/이번\s?주|금주|\bthis week\b/u, (_, today) => weekOf(today, 0)],
  [/지지난\s?주|저저번\s?주/u, (_, today) => weekOf(today, -2)],
  [/지난\s?주|저번\s?주|\blast week\b/u, (_, today) => weekOf(today, -1)],
  [/이번\s?달|이달|금월|\bthis month\b/u, (_, today) => monthFrom(today, 0)],
  [/지지난\s?달/u, (_, today) => monthFrom(today, -2)],
  [/지난\s?달|저번\s?달|\blast month\b/u, (_, today) => monthFrom(today, -1)],
  [/\blast quarter\b|지난\s?분기/u, (_, today) => quarterFrom(today, -1)],
  [/\bthis quarter\b|이번\s?분기/u, (_, today) => quarterFrom(today, 0)],
  [new RegExp(`${YEAR}${PART}`, 'u'), koreanTime],
  [/(?<![\d.])(?:지난\s)?(?<month>\d{1,2})월(?:\s?(?<date>\d{1,2})일)?(?=\s?(?:이후|부터|까지|이전|에|의|\s|$))/u, koreanTime],
  [new RegExp(String.raw`\b(?:since|after|before|until|in|from|during|of|on)\s${ENGLISH_TIME}(?![a-z\d])`), englishTime],
];

/** Behind a time: from it on, or up to it. */
const FROM = /^\s?(?:이후|부터|뒤)(?:로|에)?/u;
const TO = /^\s?(?:까지|이전|전)(?:에)?(?![가-힣])/u;
/** Before it, in English. */
const FROM_ENGLISH = /^(?:since|after)\b/;
const TO_ENGLISH = /^(?:before|until)\b/;

const PARTICLE = String.raw`(?:\s?(?:동안|간|사이|중|들어))?(?:에는|에서|에|의|은|는)?`;
const NOUN_END = String.raw`(?:들)?(?:\s?(?:중에서|중에|중|가운데))?(?:에서는|에서|에는|에|의|은|는|이|가|을|를|만|로)?(?=\s|$|\p{P})`;
const NEWS = String.raw`(?:신문\s?)?(?:기사|뉴스|보도|소식)${NOUN_END}`;
/** Press words say it alone; what merely came out or was written may be anything: a product, a book. */
const PRINTED = '(?:실린|보도된|게재된|기사화된)';
const CAME_OUT = '(?:나온|보도한|발행된|올라온|쓰인|쓴|작성된)';
const REQUEST = String.raw`(?:\s?(?:있나요?|있어요?|있습니까|좀|모두|다|보여|알려|찾아|말해|정리해|요약해|줘|줘요|주세요|뭐야|뭐가 있어|무엇인가요))*[\s?.!]*$`;
/** Words right behind the phrase that say that it is about publication … */
const ABOUT_ARTICLES = new RegExp(
  String.raw`^${PARTICLE}\s?(?:${PRINTED}(?:\s(?:\S+\s){0,2}?${NEWS})?|(?:${CAME_OUT}\s(?:\S+\s){0,2}?)?${NEWS})`,
  'u',
);
/** … or the whole question asks for news of something: 지난달 알리바바 소식은? */
const ASKS_FOR_ARTICLES = new RegExp(String.raw`^${PARTICLE}\s(?<about>(?:\S+\s){1,3})${NEWS}${REQUEST}`, 'u');
const ABOUT_ARTICLES_ENGLISH = /^(?:'s)?\s(?:articles?|news|stories|coverage|reports)\b/;
/** Words right before it in English. */
const ARTICLES_BEFORE =
  /\b(?:articles?|news|stories|coverage|reports?)(?:\s(?:that were|were|was|are|have been))?(?:\s(?:published|posted|written|reported))?(?:\s(?:from|of))?\s$/;
const PUBLISHED_BEFORE = /\b(?:published|posted|written|reported)(?:\sfrom)?\s$/;

/**
 * The period a question names, counted from today's day in Korea; null when it names none, or only "lately". Whether it filters is decided
 * by rule: only what speaks of articles, news or their publication does (지난주 기사, 올해 나온, news from last week). A date that is said of
 * anything else may be part of the fact: 2018년 평창 올림픽 is told by articles of any later year.
 */
export function findPeriod(question: string, today: string): QuestionPeriod | null {
  const text = collapseSpaces(question);
  const small = text.toLowerCase();
  for (const [pattern, read] of PHRASES) {
    const match = pattern.exec(small);
    const days = match && read(match, today);
    // Small letters may be longer than capitals (İ): then offsets no longer fit.
    if (match && days) return withUse(small.length === text.length ? text : small, small, match, days);
  }
  return null;
}

function withUse(text: string, small: string, match: RegExpExecArray, days: Days): QuestionPeriod {
  const end = match.index + match[0].length;
  const bound = (FROM.exec(small.slice(end)) ?? TO.exec(small.slice(end)))?.[0] ?? '';
  const [before, after] = [small.slice(0, match.index), small.slice(end + bound.length)];
  const behind = firstMatch([ABOUT_ARTICLES, ASKS_FOR_ARTICLES, ABOUT_ARTICLES_ENGLISH], after);
  const ahead = firstMatch([ARTICLES_BEFORE, PUBLISHED_BEFORE], before);
  const rest = [
    text.slice(0, ahead?.index ?? match.index),
    behind?.groups?.['about'] ?? '',
    text.slice(end + bound.length + (behind?.[0].length ?? 0)),
  ];
  return {
    ...bounded(days, match[0], bound),
    phrase: text.slice(match.index, end + bound.length).trim(),
    use: behind || ahead ? 'filter' : 'prefer',
    rest: collapseSpaces(rest.join(' ')),
  };
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

function bounded({ since, until }: Days, phrase: string, bound: string): Days {
  if (FROM_ENGLISH.test(phrase) || FROM.test(bound)) return { since, until: null };
  if (TO_ENGLISH.test(phrase)) return { since: null, until: since && daysLater(since, -1) };
  if (TO.test(bound)) return { since: null, until: /전/u.test(bound) ? since && daysLater(since, -1) : until };
  return { since, until };
}

function koreanTime({ groups = {} }: RegExpExecArray, today: string): Days | undefined {
  const [thisYear, thisMonth] = partsOfDay(today);
  const month = groups['month'] === undefined ? undefined : Number(groups['month']);
  const named = groups['year'] === undefined ? undefined : Number(groups['year']);
  // A month alone is the last one that has begun.
  const year =
    named ??
    (groups['relative'] === undefined
      ? (month ?? 0) <= thisMonth
        ? thisYear
        : thisYear - 1
      : relativeYear(groups['relative'], thisYear));
  if (groups['quarter'] !== undefined) return quarterOf(year, Number(groups['quarter']));
  if (groups['half'] !== undefined) return groups['half'] === '상반기' ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12);
  if (groups['edge'] !== undefined) return groups['edge'] === '초' ? monthsOf(year, 1, 3) : monthsOf(year, 10, 12);
  return inMonth(year, month, groups['date']);
}

function englishTime({ groups = {} }: RegExpExecArray, today: string): Days | undefined {
  const { name, date, edge, quarter, ordinal } = groups;
  if (name === undefined && groups['year'] === undefined) return undefined;
  const [thisYear, thisMonth] = partsOfDay(today);
  const month = name === undefined ? undefined : MONTHS.indexOf(name) + 1;
  const year = groups['year'] === undefined ? ((month ?? 0) <= thisMonth ? thisYear : thisYear - 1) : Number(groups['year']);
  const third = quarter ?? (ordinal === undefined ? undefined : ['first', 'second', 'third', 'fourth'].indexOf(ordinal) + 1);
  if (third !== undefined) return quarterOf(year, Number(third));
  if (edge !== undefined && month === undefined) return edge === 'early' ? monthsOf(year, 1, 3) : monthsOf(year, 10, 12);
  return inMonth(year, month, date);
}

function inMonth(year: number, month: number | undefined, date: string | undefined): Days | undefined {
  if (month === undefined) return monthsOf(year, 1, 12);
  if (month < 1 || month > 12) return undefined;
  if (date === undefined) return monthsOf(year, month);
  if (!isDay(year, month, Number(date))) return undefined;
  return { since: day(year, month, Number(date)), until: day(year, month, Number(date)) };
}

function relativeYear(word: string, thisYear: number): number {
  if (/^(?:올해|금년|this)/u.test(word)) return thisYear;
  return word === '재작년' ? thisYear - 2 : thisYear - 1;
}

function quarterOf(year: number, quarter: number): Days {
  return monthsOf(year, quarter * 3 - 2, quarter * 3);
}

function quarterFrom(today: string, quarters: number): Days {
  const [year, month] = partsOfDay(today);
  return quarterOf(year, Math.ceil(month / 3) + quarters);
}

function monthFrom(today: string, months: number): Days {
  const [year, month] = partsOfDay(today);
  return monthsOf(year, month + months);
}

function lastUnits({ groups = {} }: RegExpExecArray, today: string): Days {
  const count = COUNTS[groups['count'] ?? ''] ?? Number(groups['count']);
  const unit = groups['unit'] ?? '';
  if (/^(?:일$|day)/u.test(unit)) return { since: daysLater(today, -count), until: today };
  if (/^(?:주|week)/u.test(unit)) return { since: daysLater(today, -7 * count), until: today };
  return { since: monthsEarlier(today, /^(?:년|year)/u.test(unit) ? 12 * count : count), until: today };
}

function betweenKorean({ groups = {} }: RegExpExecArray, today: string): Days | undefined {
  const [thisYear, thisMonth] = partsOfDay(today);
  const lastMonth = groups['month2'] === undefined ? undefined : Number(groups['month2']);
  const recent = (lastMonth ?? 0) <= thisMonth ? thisYear : thisYear - 1;
  const year = groups['year'] === undefined ? recent : Number(groups['year']);
  const firstMonth = groups['month'] === undefined ? undefined : Number(groups['month']);
  // From November to February: the winter that ended last.
  const earlier = groups['year'] === undefined && (firstMonth ?? 0) > (lastMonth ?? 0) ? 1 : 0;
  const first = inMonth(year - earlier, firstMonth, undefined);
  const last = inMonth(groups['year2'] === undefined ? year : Number(groups['year2']), lastMonth, undefined);
  return first && last && fromTo(first, last);
}

function betweenEnglish({ groups = {} }: RegExpExecArray, today: string): Days | undefined {
  const [from, to] = [groups['from'] ?? '', groups['to'] ?? ''].map((text) => new RegExp(`^${ENGLISH_TIME}$`).exec(text.trim()));
  const year = to?.groups?.['year'];
  const first = from && englishTime(withYear(from, year), today);
  const last = to && englishTime(to, today);
  return first && last ? fromTo(first, last) : undefined;
}

/** "between March and May 2020": the year of the end is that of the beginning. */
function withYear(match: RegExpExecArray, year: string | undefined): RegExpExecArray {
  if (match.groups && match.groups['year'] === undefined && year !== undefined) match.groups['year'] = year;
  return match;
}
