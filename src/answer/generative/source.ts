import { claimWords, isPlaceTopic, isPronoun, type ClaimWord } from '../../text/claim/words.ts';
import { dictates, introduces, isUnsafe, opens } from '../../text/claim/orders.ts';
import { quantitiesIn, type Quantity } from '../../text/claim/quantities.ts';
import { foldText, isMostlyHangul, lettersAndDigits } from '../../text/normalize.ts';
import type { Span } from '../../types.ts';

/** A passage that the language model was given, with what its sentences are checked against. */
export interface Passage {
  text: string;
  title: string;
  /** Publication day of its article, YYYY-MM-DD; null when it is not known. */
  date: string | null;
  /** Offsets of its sentences in `text`. */
  sentences: readonly Span[];
}

/** One sentence of a passage, read once for all the claims that are compared with it. */
export interface Source {
  /** Position of its passage among the passages (from 0), and its own offsets in the passage. */
  passage: number;
  span: Span;
  text: string;
  korean: boolean;
  words: readonly ClaimWord[];
  /** Folded, without white space: compounds are found whatever their spacing. */
  compact: string;
  quantities: readonly Quantity[];
  /** Year of the article, for dates that are written without one. */
  year: number | null;
  /** What it may refer to without naming it: the subject of the sentence before it, when it names no subject of its own. */
  context: readonly ClaimWord[];
  /** Whether it may support anything: it is nothing that an article wants to be repeated. */
  trusted: boolean;
}

/** The sentences of a passage, in order. */
export function readSources({ text, date, sentences }: Passage, passage: number): Source[] {
  let before: readonly ClaimWord[] = [];
  let isDictated = false;
  return sentences.map((span) => {
    const own = text.slice(span.start, span.end);
    const words = claimWords(own);
    const context = namesSubject(words) ? [] : before;
    before = words.filter(({ role, capital, light }) => !light && (capital || role === 'topic' || role === 'subject'));
    const plain = withoutMarkup(own);
    const trusted = !isDictated && !isUnsafe(plain) && !dictates(plain) && !introduces(plain);
    // What follows an order may be what it orders to say.
    isDictated = opens(plain);
    return {
      ...{ passage, span, text: own, words, context, trusted, korean: isMostlyHangul(own) },
      ...{ compact: compactOf(own), quantities: quantitiesIn(own), year: date === null ? null : Number(date.slice(0, 4)) },
    };
  });
}

/** A word in code marks or bold is that word. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/`([\w./-]{1,40})`/gu, '$1')
    .replace(/\*\*([^*]{1,80})\*\*/gu, '$1')
    .replace(/ (?=[.,!?](?:\s|$))/gu, '');
}

export function compactOf(text: string): string {
  return lettersAndDigits(foldText(text));
}

/** A sentence without a subject, or with a pronoun for one, is about what was named before. */
function namesSubject(words: readonly ClaimWord[]): boolean {
  const [first] = words;
  if (first && isPronoun(first.folded)) return false;
  return words.some(({ role, capital, folded }) => role === 'topic' || role === 'subject' || capital || isPlaceTopic(folded));
}
