import { foldText } from '../text/normalize.ts';
import { isQuestionLine } from '../text/sentence-roles.ts';
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
  /** Its terms; the first sentences of an interviewee's answer also have those of the question. */
  terms: ReadonlySet<string>;
  /** Terms of the whole chunk, and of the article's title. */
  hitTerms: ReadonlySet<string>;
  titleTerms: ReadonlySet<string>;
  /** Whether it asks, in an interview or as a heading: it helps to find the answer but is never one. */
  asks: boolean;
  /** Whether it begins an interviewee's answer: what follows belongs to it. */
  opensAnswer: boolean;
  /** Cosine with the question; 0 without an embedding model. */
  cosine: number;
}

/** So many sentences after a question line are read together with it. */
const ANSWER_SENTENCES = 2;

/** All sentences of the hits, in reading order within each hit. */
export function sentencesOf(hits: readonly Hit[]): Sentence[] {
  return hits.flatMap((hit, rank) => {
    const shared = {
      hit,
      rank,
      hitTerms: new Set(termsOf(hit.chunk.text)),
      titleTerms: new Set(termsOf(hit.chunk.article.title)),
    };
    const asking = askingSentences(hit);
    return hit.chunk.sentences.map((span, ordinal): Sentence => {
      const text = textOf(hit, span);
      const asks = asking.has(ordinal);
      const question = asks ? '' : questionBefore(hit, asking, ordinal);
      const spoken = `${question}${text}`;
      const folded = foldText(text);
      return {
        ...{ ...shared, ordinal, span, text, folded, asks, opensAnswer: question !== '' },
        compact: foldText(spoken).replace(/\s+/gu, ''),
        terms: new Set(termsOf(spoken)),
        cosine: hit.cosines[ordinal] ?? 0,
      };
    });
  });
}

function textOf({ chunk }: Hit, { start, end }: Span): string {
  return chunk.text.slice(start - chunk.start, end - chunk.start);
}

/** Ordinals of the sentences that stand in a line that asks. */
function askingSentences({ chunk }: Hit): Set<number> {
  const lines = chunk.text.split('\n');
  const asking = new Set<number>();
  let start = chunk.start;
  lines.forEach((line, index) => {
    const end = start + line.length;
    const inside = chunk.sentences.flatMap((span, ordinal) => (span.start >= start && span.end <= end ? [ordinal] : []));
    // A paragraph that merely ends in a question is not a question: only a line of its own counts.
    if (inside.length <= 2 && isQuestionLine(line, lines[index + 1] ?? '')) for (const ordinal of inside) asking.add(ordinal);
    start = end + 1;
  });
  return asking;
}

/** The question that a sentence begins to answer, with a line break; empty when there is none. */
function questionBefore(hit: Hit, asking: ReadonlySet<number>, ordinal: number): string {
  for (let back = 1; back <= ANSWER_SENTENCES; back++) {
    if (!asking.has(ordinal - back)) continue;
    let first = ordinal - back;
    while (asking.has(first - 1)) first -= 1;
    const from = hit.chunk.sentences[first];
    const to = hit.chunk.sentences[ordinal - back];
    return from && to ? `${textOf(hit, { start: from.start, end: to.end })}\n` : '';
  }
  return '';
}
