import { en } from './en.ts';
import { ko } from './ko.ts';
import type { ResolvedDate } from '../text/article-dates.ts';
import type { ChatTopic, Language, Period, ReasonDetails, UnansweredReason } from '../types.ts';

/** What a source line names; what is not known is left out. */
export interface SourceLine {
  title: string;
  publisher: string | null;
  date: string | null;
}

/** A value that an article gives; which article by its date, or by its citation's number where the date is not known. */
export interface DifferingValue {
  citation: number;
  date: string | null;
  value: string;
}

/** Everything the bot says in one language around the quotes, which stay as they are. */
export interface Wording {
  /** Stands above sentences that may not answer the question. */
  unsure: string;
  unanswered: Readonly<Record<UnansweredReason, (details: ReasonDetails) => string>>;
  /** Two articles give different values for what was asked: the newer one first. */
  difference: (kind: 'number' | 'date', values: readonly DifferingValue[]) => string;
  /** The same words also stand in these articles. */
  also: (places: readonly SourceLine[]) => string;
  nearest: string;
  /** Stands between sentences of a language model and the quotes that prove them. */
  proof: string;
  /** Why the answer is quotes only although a language model is configured. */
  quotesOnly: Readonly<Record<'failed' | 'budget' | 'unsupported', string>>;
  /** Small talk is answered with what the bot is for, each topic in its own words. */
  chat: Readonly<Record<ChatTopic, string>>;
  /** How a question was read where its letters had to be changed. */
  corrected: (question: string) => string;
  /** The days a question restricted the search to. */
  period: (period: Period) => string;
  /** What words of a quote mean: 지난 5일 = 2024. 1. 5. */
  resolved: (dates: readonly ResolvedDate[]) => string;
  sources: string;
  /** 「제목」, 『매체』, 2024. 1. 4. or “Title”, Outlet, 4 Jan 2024. */
  sourceLine: (source: SourceLine) => string;
}

export function wordingIn(language: Language): Wording {
  return language === 'ko' ? ko : en;
}
