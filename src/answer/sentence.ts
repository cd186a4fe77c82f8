import { foldText, lettersAndDigits, withoutSpaces } from '../text/normalize.ts';
import { isQuestionLine } from '../text/sentence-roles.ts';
import { bigramsOf, termsOfFolded } from '../text/terms.ts';
import type { Hit } from '../search/retriever.ts';
import type { Span } from '../types.ts';

/** A sentence that may be shown as (part of) an answer. */
export interface Sentence {
  hit: Hit;
  /** Position among the sentences of its chunk. */
  ordinal: number;
  /** Offsets in the article's text. */
  span: Span;
  text: string;
  folded: string;
  /** The folded text without white space, in which words are looked for whatever their spacing. */
  compact: string;
  /** Its terms and its bigrams across words; the first sentences of an interviewee's answer also have those of the question. */
  terms: ReadonlySet<string>;
  bigrams: ReadonlySet<string>;
  /** Terms of the whole chunk, terms and bigrams of the article's title. */
  hitTerms: ReadonlySet<string>;
  titleTerms: ReadonlySet<string>;
  titleBigrams: ReadonlySet<string>;
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
  return hits.flatMap((hit) => {
    const own = hit.chunk.sentences.map((span) => read(textOf(hit, span)));
    const title = foldText(hit.chunk.article.title);
    const ofTitle = { titleTerms: new Set(termsOfFolded(title)), titleBigrams: unspacedBigrams(title) };
    const shared = { hit, hitTerms: union(own), ...ofTitle };
    const asking = askingSentences(hit);
    return own.flatMap((reading, ordinal): Sentence[] => {
      const span = hit.chunk.sentences[ordinal];
      if (!span) return [];
      const asks = asking.has(ordinal);
      const question = asks ? [] : questionBefore(own, asking, ordinal);
      const spoken = [...question, reading];
      return [
        {
          ...{ ...shared, ...reading, ordinal, span, asks, opensAnswer: question.length > 0 },
          compact: spoken.map(({ compact }) => compact).join(''),
          terms: question.length > 0 ? union(spoken) : reading.terms,
          bigrams: new Set(spoken.flatMap(({ bigrams }) => [...bigrams])),
          cosine: hit.cosines[ordinal] ?? 0,
        },
      ];
    });
  });
}

type Reading = Pick<Sentence, 'text' | 'folded' | 'compact' | 'terms' | 'bigrams'>;

function read(text: string): Reading {
  const folded = foldText(text);
  const terms = new Set(termsOfFolded(folded));
  return { text, folded, compact: withoutSpaces(folded), terms, bigrams: unspacedBigrams(folded) };
}

/** Character bigrams of a folded text's letters and digits, across words: they match however either side is spaced. */
export function unspacedBigrams(folded: string): Set<string> {
  return new Set(bigramsOf(lettersAndDigits(folded)));
}

function union(readings: readonly Pick<Reading, 'terms'>[]): Set<string> {
  return new Set(readings.flatMap(({ terms }) => [...terms]));
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

/** The sentences of the question that a sentence begins to answer; none for others. */
function questionBefore(own: readonly Reading[], asking: ReadonlySet<number>, ordinal: number): Reading[] {
  const last = Array.from({ length: ANSWER_SENTENCES }, (_, index) => ordinal - 1 - index).find((before) => asking.has(before));
  if (last === undefined) return [];
  let first = last;
  while (asking.has(first - 1)) first -= 1;
  return own.slice(first, last + 1);
}
