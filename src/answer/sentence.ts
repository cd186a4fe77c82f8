import { foldText } from '../text/normalize.ts';
import { termsOf } from '../text/terms.ts';
import type { Hit } from '../search/retriever.ts';
import type { Span } from '../types.ts';

/** A sentence that may be shown as (part of) an answer. */
export interface Sentence {
  hit: Hit;
  /** Position of its hit among the hits, and of itself among the sentences of its chunk. */
  rank: number;
  ordinal: number;
  /** Offsets in the article's text. */
  span: Span;
  text: string;
  folded: string;
  /** The folded text without white space, in which words are looked for whatever their spacing. */
  compact: string;
  terms: ReadonlySet<string>;
  /** Terms of the whole chunk, and of the article's title. */
  hitTerms: ReadonlySet<string>;
  titleTerms: ReadonlySet<string>;
  /** Cosine with the question; 0 without an embedding model. */
  cosine: number;
}

/** All sentences of the hits, in reading order within each hit. */
export function sentencesOf(hits: readonly Hit[]): Sentence[] {
  return hits.flatMap((hit, rank) => {
    const hitTerms = new Set(termsOf(hit.chunk.text));
    const titleTerms = new Set(termsOf(hit.chunk.article.title));
    return hit.chunk.sentences.map((span, ordinal) => {
      const text = hit.chunk.text.slice(span.start - hit.chunk.start, span.end - hit.chunk.start);
      const folded = foldText(text);
      return {
        ...{ hit, rank, ordinal, span, text, folded, hitTerms, titleTerms },
        compact: folded.replace(/\s+/gu, ''),
        terms: new Set(termsOf(text)),
        cosine: hit.cosines[ordinal] ?? 0,
      };
    });
  });
}
