/** The values that travel between the parts. Vocabulary: docs/vocabulary.md. Everything here is plain data or an interface. */

/** A piece of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A heading line of a document: where the line starts in the text, and its rank (1 is the highest, 6 the lowest). */
export interface Heading {
  start: number;
  level: number;
}

/** What is known of an article apart from its text; what is not known is null. */
export interface Metadata {
  title: string;
  publisher: string | null;
  reporter: string | null;
  /** Publication day in Korea (Asia/Seoul), YYYY-MM-DD. */
  date: string | null;
  url: string | null;
}

/** An article after loading and cleaning. */
export interface Document extends Metadata {
  /** Path of the article relative to the articles folder: NFC, separated by '/'. */
  source: string;
  /** Cleaned text in NFC, one paragraph a line. Every quote is a substring of it. */
  text: string;
  /** The lines of the text that are headings: offset of the line's first character, level 1..6; ascending. */
  headings: Heading[];
  /** What a reader of the index report should know, for example "7 bytes were not valid UTF-8". */
  warnings: string[];
}

/** The unit that is retrieved and cited: a run of whole sentences of one document. Offsets count in the document's text. */
export interface Chunk extends Span {
  /** Titles of the sections the chunk stands in, outermost first. */
  headings: string[];
  sentences: Span[];
}

/** A file that was left out, and why, in words that say what to do. */
export interface Failure {
  source: string;
  reason: string;
}

/** The languages the bot speaks around its quotes. */
export type Language = 'ko' | 'en';

/** How sure an answer is: shown plainly, shown with a warning, not given, or small talk that needs no article. */
export type AnswerKind = 'answered' | 'unsure' | 'unanswered' | 'chat';

/** Why a question stays unanswered; the names are part of the command line's JSON. */
export type UnansweredReason =
  | 'empty-question'
  | 'no-articles'
  /** The period or the year asked for lies before the first or after the last article. */
  | 'outside-dates'
  /** Something that the question names stands in no article. */
  | 'unknown-name'
  /** The articles speak of what the question names, but do not say what it asks. */
  | 'fact-not-given'
  /** The question names nothing that could be looked for. */
  | 'too-vague'
  /** None of these is certain. */
  | 'not-in-articles';

/** What the wording of a reason names. */
export interface ReasonDetails {
  /** 'outside-dates': first and last publication day of the articles. */
  dates: { first: string; last: string } | null;
  /** 'unknown-name': as the question has it, without particle. */
  name: string | null;
}

/** The publication days a question restricted the search to, and the words that said so. Days are YYYY-MM-DD, inclusive; null is open. */
export interface Period {
  since: string | null;
  until: string | null;
  phrase: string;
}

/** What small talk is about. */
export type ChatTopic = 'greeting' | 'thanks' | 'help' | 'identity' | 'goodbye' | 'praise' | 'complaint';

/** How a question was read, for the reader to see. */
export interface Understanding {
  /** The question as it was searched where its letters had to be changed (a slip of the keyboard); null where they did not. */
  corrected: string | null;
  /** null where nothing in the question restricted the search. */
  period: Period | null;
  /** What small talk is about; null for everything else. */
  topic: ChatTopic | null;
}
