import type { Embeddings } from '@langchain/core/embeddings';
import { analyzeQuestion, type AnalyzedQuestion } from '../text/question.ts';
import { collapseSpaces } from '../text/normalize.ts';
import type { Candidate, Filter, IndexedChunk, IndexReader } from './index-port.ts';

/** Weight of the best sentence's cosine against the lexical score (fitted: docs/decisions/003-absolute-fusion.md). */
const DENSE_WEIGHT = 3;
/** Between scripts (an English question, a Korean article) shared words are few and accidental, so the lexical score counts less. */
const CROSS_SCRIPT_LEXICAL_WEIGHT = 0.2;
/** Candidates asked from each of the two searches. Twice as many change no figure of KorQuAD in the third decimal. */
const CANDIDATES = 50;

/** A chunk that was found, with its scores. Hits are ordered by score, best first. */
export interface Hit {
  chunk: IndexedChunk;
  score: number;
  /** BM25 over its highest possible value, 0..1. */
  lexical: number;
  /** Cosine of the question with the chunk's best sentence; 0 without an embedding model. */
  dense: number;
  /** Cosine with each sentence; empty without an embedding model. */
  cosines: Float32Array;
}

export interface Retrieval {
  question: AnalyzedQuestion;
  hits: Hit[];
  /** Inverse document frequency of the question's terms in this index. */
  idf: ReadonlyMap<string, number>;
  milliseconds: { embed: number; search: number };
}

/**
 * Hybrid retrieval: lexical and vector search side by side, fused by absolute scores (lexical + 3 × best-sentence cosine). Chunks with the
 * same text count once, as the best-ranked of them. Without `embeddings` the search is lexical only.
 */
export async function retrieve(
  reader: Pick<IndexReader, 'search' | 'chunks' | 'idf'>,
  embeddings: Embeddings | null,
  text: string,
  options: { top: number; filter?: Filter },
): Promise<Retrieval> {
  const started = performance.now();
  const question = analyzeQuestion(collapseSpaces(text));
  const vector = embeddings ? Float32Array.from(await embeddings.embedQuery(question.text)) : null;
  const embedded = performance.now();
  const { filter, top } = options;
  const candidates = await reader.search({
    terms: question.terms,
    vector,
    candidates: Math.max(CANDIDATES, top),
    ...(filter ? { filter } : {}),
  });
  const ranked = candidates
    .map((candidate) => score(candidate, question.korean))
    .sort((a, b) => b.score - a.score || a.id - b.id);
  const hits = await firstDistinct(reader, ranked, top);
  const idf = await reader.idf([...new Set([...question.terms, ...question.contentTerms])]);
  return { question, hits, idf, milliseconds: { embed: embedded - started, search: performance.now() - embedded } };
}

type Scored = Candidate & { score: number; dense: number };

function score(candidate: Candidate, korean: boolean): Scored {
  const dense = candidate.cosines.reduce((best, cosine) => Math.max(best, cosine), 0);
  const weight = korean === candidate.article.korean ? 1 : CROSS_SCRIPT_LEXICAL_WEIGHT;
  return { ...candidate, dense, score: weight * candidate.lexical + DENSE_WEIGHT * dense };
}

async function firstDistinct(reader: Pick<IndexReader, 'chunks'>, ranked: readonly Scored[], top: number): Promise<Hit[]> {
  const hits: Hit[] = [];
  const seen = new Set<string>();
  for (let next = 0; next < ranked.length && hits.length < top; next += top) {
    const page = ranked.slice(next, next + top);
    const chunks = await reader.chunks(page.map(({ id }) => id));
    page.forEach(({ score, lexical, dense, cosines }, index) => {
      const chunk = chunks[index];
      if (!chunk || hits.length >= top || seen.has(chunk.text)) return;
      seen.add(chunk.text);
      hits.push({ chunk, score, lexical, dense, cosines });
    });
  }
  return hits;
}
