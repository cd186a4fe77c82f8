import type { Hit, Retrieval } from '../search/retriever.ts';
import type { Span } from '../types.ts';
import type { Answer, Citation, Nearest } from './answer.ts';
import { chooseSentences } from './choose.ts';
import { confidence, levelOf } from './confidence.ts';
import { featuresOf, type FeatureVector } from './features.ts';
import { probabilities, weightsFor, type Situation } from './scorer.ts';
import { sentencesOf, type Sentence } from './sentence.ts';

/** Sentences are chosen from so many of the best chunks. */
export const CHUNKS_READ = 5;
const NEAREST = 3;

export type Extraction = Pick<Answer, 'kind' | 'reason' | 'citations' | 'nearest'>;

/** A candidate sentence with the probability that it holds the answer. */
export interface RankedSentence {
  sentence: Sentence;
  probability: number;
  features: FeatureVector;
}

/** Everything that decides about an answer, for whoever wants to know why. */
export interface Examination {
  /** Best first. */
  ranked: RankedSentence[];
  /** The sentences that would be shown, in reading order, however sure the answer is. */
  chosen: Sentence[];
  /** How sure it is that the articles answer the question at all; see confidence.ts. */
  confidence: number;
  extraction: Extraction;
}

/**
 * Answers with sentences of the articles, word for word. Whether they are shown plainly, with a warning, or not at all depends on how sure
 * it is that they answer.
 */
export function examine(retrieval: Retrieval): Examination {
  const ranked = rankSentences(retrieval);
  const nearest = nearestSentences(retrieval.hits, ranked);
  const best = ranked[0];
  const score = best ? confidence(retrieval, best.sentence, best.probability) : Number.NEGATIVE_INFINITY;
  const chosen = chooseSentences(ranked, retrieval.question.asked);
  const kind = levelOf(score);
  const extraction: Extraction =
    kind === 'unanswered'
      ? { kind, reason: 'not-in-articles', citations: [], nearest }
      : { kind, reason: null, citations: cite(chosen), nearest };
  return { ranked, chosen, confidence: score, extraction };
}

function rankSentences(retrieval: Retrieval): RankedSentence[] {
  const sentences = sentencesOf(retrieval.hits.slice(0, CHUNKS_READ));
  const features = featuresOf(retrieval, sentences);
  const candidates = sentences.flatMap((sentence, index) => {
    const row = features[index];
    return row && !sentence.asks ? [{ sentence, features: row }] : [];
  });
  const chances = probabilities(
    candidates.map((candidate) => candidate.features),
    weightsFor(situationOf(retrieval)),
  );
  return candidates
    .map((candidate, index) => ({ ...candidate, probability: chances[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

function situationOf({ question, hits: [best] }: Retrieval): Situation {
  if (!best || best.cosines.length === 0) return 'withoutModel';
  return best.chunk.article.korean === question.korean ? 'withModel' : 'crossScript';
}

/** One citation for each run of neighbouring sentences of a paragraph: the quote is the article's text from the first to the last of them. */
export function cite(chosen: readonly Sentence[]): Citation[] {
  const runs: { hit: Hit; start: number; end: number; last: number }[] = [];
  for (const { hit, span, ordinal } of chosen) {
    const run = runs.at(-1);
    const between = run && hit.chunk.text.slice(run.end - hit.chunk.start, span.start - hit.chunk.start);
    if (run?.hit === hit && run.last === ordinal - 1 && between?.includes('\n') === false)
      Object.assign(run, { end: span.end, last: ordinal });
    else runs.push({ hit, start: span.start, end: span.end, last: ordinal });
  }
  return runs.map(({ hit, ...span }, index) => ({ ...quoteOf(hit, span, index + 1), highlight: null }));
}

function quoteOf({ chunk }: Hit, { start, end }: Span, number: number): Nearest {
  const { source, title, publisher, date, url } = chunk.article;
  const quote = chunk.text.slice(start - chunk.start, end - chunk.start);
  return { number, source, title, publisher, date, url, quote, start, end, chunk: chunk.key };
}

/** The most probable sentence of each of the nearest articles; its best chunk's first one where none was ranked. */
function nearestSentences(hits: readonly Hit[], ranked: readonly RankedSentence[]): Nearest[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) if (!best.has(hit.chunk.article.source)) best.set(hit.chunk.article.source, hit);
  return [...best].slice(0, NEAREST).map(([source, hit], index) => {
    const sentence = ranked.find((each) => each.sentence.hit.chunk.article.source === source)?.sentence;
    return quoteOf(sentence?.hit ?? hit, sentence?.span ?? hit.chunk.sentences[0] ?? hit.chunk, index + 1);
  });
}
