import type { AnswerKind, Language, UnansweredReason } from '../types.ts';

/** A quote and where it stands. `quote` equals the characters start..end of the article's stored text. */
export interface Citation {
  /** 1, 2, … in the order of the answer. */
  number: number;
  source: string;
  title: string;
  publisher: string | null;
  date: string | null;
  url: string | null;
  quote: string;
  /** The span of the quote that answers, when it is sure. */
  highlight: string | null;
  start: number;
  end: number;
  /** Key of the chunk the quote was taken from. */
  chunk: string;
}

/** A sentence that was near the question, whether or not it answers. */
export type Nearest = Omit<Citation, 'highlight'>;

/** What was found for a question. Nothing in it is worded: wording/ renders it in the reader's language. */
export interface Answer {
  kind: AnswerKind;
  reason: UnansweredReason | null;
  /** Language of the question: the language in which the bot speaks around the quotes. */
  language: Language;
  citations: Citation[];
  /** The question as it was searched, what it inherited included: what a question that continues it is to be given as `previous`. */
  question: string;
  /** What was taken from the question before, in words to be shown; empty for a question that stands alone. */
  inherited: string[];
  /** The most probable sentence of each of the nearest articles, best first: what to offer when nothing was found. */
  nearest: Nearest[];
  generation: string | null;
  milliseconds: { embed: number; search: number; answer: number; total: number };
}
