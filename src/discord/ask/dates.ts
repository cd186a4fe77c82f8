/**
 * A day as a person may type it (2024-03-05, 2024.3.5, 2024/03, 2024): the first or the last day it can mean, as YYYY-MM-DD; undefined
 * when it is no date.
 */
export function readDay(text: string, end: 'first' | 'last'): string | undefined {
  const match = /^\s*(\d{4})(?:\s*[-./]\s*(\d{1,2})(?:\s*[-./]\s*(\d{1,2}))?)?[.\s]*$/.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  const monthNumber = Number(month ?? (end === 'first' ? 1 : 12));
  const lastDay = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const dayNumber = Number(day ?? (end === 'first' ? 1 : lastDay));
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > lastDay) return undefined;
  return [year, String(monthNumber).padStart(2, '0'), String(dayNumber).padStart(2, '0')].join('-');
}
