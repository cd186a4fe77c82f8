import type { Filter } from '../search/index-port.ts';
import type { Days } from '../text/calendar.ts';
import { findPeriod } from '../text/date-phrases.ts';
import { questionWords } from '../text/question-roles.ts';
import type { Period } from '../types.ts';

/** What is searched for a question. */
export interface Search {
  text: string;
  filter: Filter | undefined;
  /** Articles of these days go before others that fit as well. */
  prefer: Days | null;
  /** What of the filter comes from the question, to be shown. */
  period: Period | null;
}

/**
 * The period a question names becomes a filter where it speaks of articles, otherwise a preference. Days that were chosen beside the question
 * stay as they were chosen.
 * @param today YYYY-MM-DD in Korea.
 */
export function searchFor(question: string, filter: Filter | undefined, today: string): Search {
  const found = findPeriod(question, today);
  const isChosen = filter?.since !== undefined || filter?.until !== undefined;
  if (!found || isChosen) return { text: question, filter, prefer: null, period: null };
  const { since, until, phrase, use, rest } = found;
  if (use === 'prefer') return { text: question, filter, prefer: { since, until }, period: null };
  const hasContent = questionWords(rest).some(({ role }) => role === 'content' || role === 'property');
  const days = { ...(since === null ? {} : { since }), ...(until === null ? {} : { until }) };
  return { text: hasContent ? rest : question, filter: { ...filter, ...days }, prefer: null, period: { since, until, phrase } };
}
