import type { AnswerKind, Language, ReasonDetails, UnansweredReason, Understanding } from '../types.ts';
import type { ResolvedDate } from '../text/article-dates.ts';

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
  /** Where the question asks when: what words of the quote such as 지난 5일 mean, counted from the article's own day. */
  resolved?: ResolvedDate[];
  /** Other articles in which the same words stand. */
  also: Place[];
}

/** An article, as a reader is told of it. */
export type Place = Pick<Citation, 'source' | 'title' | 'publisher' | 'date' | 'url'>;

/** Two articles that give different values for what is asked: the newer one first. Each value stands in the quote of its citation. */
export interface Difference {
  kind: 'number' | 'date';
  values: { citation: number; value: string }[];
}

/** A sentence that was near the question, whether or not it answers. */
export type Nearest = Omit<Citation, 'highlight' | 'also'>;

/** A sentence of a language model that the quotes with these numbers support. */
export interface GeneratedSentence {
  text: string;
  numbers: number[];
}

/**
 * Whether a language model wrote the answer. off: it was not asked; failed: it could not be reached or took too long; budget: today's is used
 * up; unsupported: what it wrote did not hold. In all of these the citations alone are the answer.
 */
export type ModelUse = 'used' | 'failed' | 'budget' | 'unsupported' | 'off';

/** What was found for a question. Nothing in it is worded: wording/ renders it in the reader's language. */
export interface Answer extends Understanding {
  kind: AnswerKind;
  reason: UnansweredReason | null;
  details: ReasonDetails | null;
  /** Language of the question: the language in which the bot speaks around the quotes. */
  language: Language;
  citations: Citation[];
  difference: Difference | null;
  /** The question as it was searched, what it inherited included: what a question that continues it is to be given as `previous`. */
  question: string;
  /** What was taken from the question before, in words to be shown; empty for a question that stands alone. */
  inherited: string[];
  /** The most probable sentence of each of the nearest articles, best first: what to offer when nothing was found. */
  nearest: Nearest[];
  generation: string | null;
  /** The answer in a language model's words: sentences that were verified, each with the numbers of the citations that prove it. */
  generated: GeneratedSentence[] | null;
  model: ModelUse;
  milliseconds: { embed: number; search: number; answer: number; total: number };
}
