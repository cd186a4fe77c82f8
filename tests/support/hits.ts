import type { IndexedArticle } from '../../src/search/index-port.ts';
import type { Hit, Retrieval } from '../../src/search/retriever.ts';
import { isMostlyHangul } from '../../src/text/normalize.ts';
import { analyzeQuestion } from '../../src/text/question.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { termsOf } from '../../src/text/terms.ts';

export interface HitOptions {
  source?: string;
  title?: string;
  score?: number;
  /** Cosine of each sentence; without it the hit looks as without an embedding model. */
  cosines?: readonly number[];
}

/** A hit whose chunk is a whole article. */
export function hitOf(text: string, { source = 'a.md', title = 'Title', score = 1, cosines = [] }: HitOptions = {}): Hit {
  const sentences = splitSentences(text);
  const article: IndexedArticle = {
    ...{ id: 0, source, title, publisher: null, reporter: null, date: null, url: null, hash: source, copies: [], chunks: 1 },
    korean: isMostlyHangul(text),
  };
  return {
    chunk: { id: 0, key: source, article, text, start: 0, end: text.length, headings: [], sentences },
    ...{ score, lexical: score / 4, dense: Math.max(0, ...cosines), cosines: Float32Array.from(cosines), twins: [] },
  };
}

/** A retrieval in which every term weighs the same. */
export function retrievalOf(text: string, hits: Hit[]): Retrieval {
  const question = analyzeQuestion(text);
  const idf = new Map([...question.terms, ...question.contentTerms, ...termsOf(text)].map((term) => [term, 1]));
  return { question, corrected: null, names: [], hits, idf, milliseconds: { embed: 0, search: 0 } };
}
