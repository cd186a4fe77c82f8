/** Days of the calendar as YYYY-MM-DD, and runs of them. No time of day and no zone: a day is what it is called in Korea. */

/** First and last day, inclusive; null where it is open. */
export interface Days {
  since: string | null;
  until: string | null;
}

/** The day with this year, month (1..12) and date; a date or month beyond its range counts on, as on a clock. */
export function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}

/** Whether year, month and date name a day that exists. */
export function isDay(year: number, month: number, date: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

/** Year, month and date of a day. */
export function partsOfDay(text: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return [year, month, date];
}

/** So many days later; earlier for negative numbers. */
export function daysLater(text: string, count: number): string {
  const [year, month, date] = partsOfDay(text);
  return day(year, month, date + count);
}

/** So many months earlier, on the same date or the last one of a shorter month. */
export function monthsEarlier(text: string, count: number): string {
  const [year, month, date] = partsOfDay(text);
  const last = partsOfDay(day(year, month - count + 1, 0))[2];
  return day(year, month - count, Math.min(date, last));
}

/** All days from the first of one month to the last of another; months beyond 1..12 count on into other years. */
export function monthsOf(year: number, first: number, last = first): Days {
  return { since: day(year, first, 1), until: day(year, last + 1, 0) };
}

/** Monday to Sunday of the week so many weeks from a day's own. */
export function weekOf(text: string, weeks: number): Days {
  const weekday = (new Date(`${text}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = daysLater(text, weeks * 7 - weekday);
  return { since: monday, until: daysLater(monday, 6) };
}

/** From the one time to the other, whichever is said first. */
export function fromTo(first: Days, last: Days): Days {
  const [from, to] = (first.since ?? '') <= (last.since ?? '') ? [first, last] : [last, first];
  return { since: from.since, until: to.until };
}

/** Today in Korea, at a moment given in milliseconds. */
export function todayInKorea(now: number): string {
  return new Date(now + 9 * 3_600_000).toISOString().slice(0, 10);
}
