import { endsPlainly } from './shape.ts';

/** Days of publication as news pages write them. Days are YYYY-MM-DD in Korea. */

const KOREA = 9 * 60;
/** Minutes from UTC of the zone names that pages in English use. */
const ZONES: Record<string, number> = {
  KST: 540, JST: 540, UTC: 0, GMT: 0, Z: 0, BST: 60, CET: 60, CEST: 120, EST: -300, EDT: -240, ET: -300, CST: -360, PST: -480, PDT: -420, PT: -480,
}; // prettier-ignore
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const CLOCK = String.raw`(?:[\sT,]{0,3}(오전|오후|am|pm)?\s?(\d{1,2})\s?[:시]\s?(\d{2})분?(?::\d{2}(?:\.\d{1,9})?)?\s?([ap]\.?m\.?)?\s?(\(?[A-Z]{1,4}\)?(?![A-Za-z])|[+-]\d{2}:?\d{2})?)?`;
const NUMERIC = new RegExp(
  String.raw`(?<!\d)((?:19|20)\d{2}|'?\d{2}(?=[.-]\s?\d{2}[.-]))(?:\s?[.\-/]\s?|년\s?)(\d{1,2})(?:\s?[.\-/]\s?|월\s?)(\d{1,2})(?!\d)(?:일|\.(?!\d))?(?:\s?\([월화수목금토일]\))?${CLOCK}`,
  'gi',
);
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d{2})${CLOCK}`, 'gi');
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s${MONTH}\.?,?\s((?:19|20)\d{2})${CLOCK}`, 'gi');
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?)?$/;

/** Words that stand before the day of a page, or after it. */
const PUBLISHED =
  /기사\s?입력|최초\s?입력|입력|승인|등록|송고|발행|게재|작성|게시|보도|업로드|노출|출고|조회수?|posted|published|first published|date(?=:)|on(?=\s)/i;
const MODIFIED = /수정|업데이트|갱신|최종|updated|modified|edited/i;
const REST =
  /기사|최초|최종|입력|승인|등록|송고|발행|게재|작성|게시|보도|업로드|노출|출고|조회수?|수정|업데이트|갱신|지면|시간|시각|일시|일자|날짜|댓글|추천|first|posted|published|updated|last|modified|edited|date|on\b|at\b|[\d\s\p{P}\p{S}]|[일면건개시간회]/giu;

/** Who wrote it, as it may stand beside the day. */
const WRITER =
  /[\w.+-]{1,64}@[\w.-]{1,80}|[가-힣]{2,4}\s?(?:선임|수습|인턴|전문|객원)?\s?(?:기자|특파원|논설위원|에디터)|\bby\s[\p{L}.'-]{1,20}(?:\s[\p{L}.'-]{1,20}){0,2}/giu;

/** A line that gives the day of a page. */
export interface DateLine {
  day: string;
  /** Whether a word such as 입력, 승인 or "Published" says what the day is. */
  labelled: boolean;
  /** Whether the day is that of the last change only. */
  modified: boolean;
  /** Whether a time of day stands beside it. */
  clock: boolean;
}

interface FoundDate extends DateLine {
  start: number;
  end: number;
}

/**
 * Reads a line that is nothing but the days of a page ("입력 2018-01-30 15:57 수정 2018-02-01"), or undefined when the line
 * says more than that. The day of publication goes before the day of a change.
 */
export function readDateLine(line: string): DateLine | undefined {
  if (line.length > 200 || !/\d{2}/.test(line)) return undefined;
  const dates = findDates(line);
  if (dates.length === 0) return undefined;
  if (endsPlainly(line)) return undefined;
  const words = outside(line, dates);
  const bare = words.replace(WRITER, '');
  const rest = bare.replace(REST, '').length;
  const labelled = PUBLISHED.test(bare) || MODIFIED.test(bare) || bare !== words;
  const before = line.slice(0, dates[0]?.start ?? 0);
  const led = PUBLISHED.test(before) || MODIFIED.test(before) || bare !== words;
  if (rest > (led ? 8 : 0)) return undefined;
  const chosen = dates.find((date) => !date.modified) ?? dates[0];
  return chosen && { day: chosen.day, labelled, modified: chosen.modified, clock: dates.some((date) => date.clock) };
}

/** The day in Korea of a timestamp or date as metadata write it: ISO 8601, RFC 2822, 20240105, 2024. 1. 5., January 5, 2024. */
export function dayInKorea(timestamp: string): string | null {
  const trimmed = timestamp.trim().slice(0, 80);
  const compact = COMPACT.exec(trimmed);
  if (compact) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return findDates(trimmed)[0]?.day ?? null;
}

function findDates(line: string): FoundDate[] {
  const dates: FoundDate[] = [];
  collect(dates, line, NUMERIC, [1, 2, 3]);
  collect(dates, line, MONTH_FIRST, [3, 1, 2]);
  collect(dates, line, DAY_FIRST, [3, 2, 1]);
  dates.sort((a, b) => a.start - b.start);
  let from = 0;
  for (const date of dates) {
    const before = line.slice(from, date.start);
    date.modified = MODIFIED.test(before) && !PUBLISHED.test(before);
    from = date.end;
  }
  return dates;
}

function collect(dates: FoundDate[], line: string, pattern: RegExp, [year, month, date]: [number, number, number]): void {
  for (const match of line.matchAll(pattern)) {
    const found = day(yearOf(match[year]), monthOf(match[month]), Number(match[date]), minutesOf(match));
    const end = match.index + match[0].length;
    if (found)
      dates.push({ day: found, start: match.index, end, clock: match[5] !== undefined, labelled: false, modified: false });
  }
}

function yearOf(digits = ''): number {
  const year = Number(digits.replace("'", ''));
  return year < 100 ? 2000 + year : year;
}

function monthOf(month = ''): number {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return named >= 0 ? named + 1 : Number(month);
}

/** Minutes between midnight of the written day and the moment, on the clock of Korea; 0 when the zone is not known. */
function minutesOf(match: RegExpMatchArray): number {
  const [, , , , half, hour, minute, halfAfter, zone] = match;
  if (hour === undefined || zone === undefined) return 0;
  const name = zone.replace(/[()]/g, '').toUpperCase();
  const signed = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  const offset = signed ? Number(`${signed[1]}1`) * (Number(signed[2]) * 60 + Number(signed[3])) : ZONES[name];
  if (offset === undefined) return 0;
  const afternoon = /오후|p/i.test(half ?? halfAfter ?? '');
  const morning = /오전|a/i.test(half ?? halfAfter ?? '');
  const hours = afternoon ? (Number(hour) % 12) + 12 : morning ? Number(hour) % 12 : Number(hour);
  return hours * 60 + Number(minute) - offset + KOREA;
}

function day(year: number, month: number, date: number, minutes = 0): string | null {
  const midnight = new Date(Date.UTC(year, month - 1, date));
  if (year < 1900 || year > 2100 || midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== date) return null;
  return new Date(midnight.getTime() + minutes * 60_000).toISOString().slice(0, 10);
}

function outside(line: string, dates: FoundDate[]): string {
  let words = '';
  let from = 0;
  for (const date of dates) {
    words += `${line.slice(from, date.start)} `;
    from = Math.max(from, date.end);
  }
  return words + line.slice(from);
}
