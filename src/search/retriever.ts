import type { Embeddings } from '@langchain/core/embeddings';
import type { Days } from '../text/calendar.ts';
import { analyzeQuestion, type AnalyzedQuestion } from '../text/question.ts';
import { collapseSpaces } from '../text/normalize.ts';
import type { Manifest } from './manifest.ts';
import type { Candidate, Filter, IndexedArticle, IndexedChunk, IndexQuery, IndexReader } from './index-port.ts';
import { readSpelling } from './spelling.ts';
import { alternativesOf, findOtherNames, readAcross, renamed, type OtherNames } from './other-names.ts';

/** Weight of the best sentence's cosine against the lexical score (fitted: docs/decisions/003-absolute-fusion.md). */
const DENSE_WEIGHT = 3;
/** Between scripts (an English question, a Korean article) shared words are few and accidental, unless names of the question are known. */
const CROSS_SCRIPT_LEXICAL_WEIGHT = { unnamed: 0.2, named: 0.7 } as const;
/** For articles of the days a question prefers: decides between articles that fit about as well, such as those of two years' events. */
const PREFERRED = 0.05;
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
  /** Other articles with a chunk of the same text, the best-ranked first. */
  twins: IndexedArticle[];
}

export interface Retrieval {
  /** Where the best article is in the other script, its content is what the two can share: names as the articles call them, and numbers. */
  question: AnalyzedQuestion;
  /** The question as it was read where its letters had to be changed; null where they did not. */
  corrected: string | null;
  /** Names in the question that the articles also call otherwise. */
  names: OtherNames[];
  hits: Hit[];
  /** Inverse document frequency of the question's terms in this index. */
  idf: ReadonlyMap<string, number>;
  milliseconds: { embed: number; search: number };
}

type Reader = Pick<IndexReader, 'search' | 'chunks' | 'idf' | 'aliases' | 'wordsSounding' | 'chunkCounts'> & {
  manifest: Pick<Manifest, 'chunks'>;
};

/**
 * Hybrid retrieval: lexical and vector search side by side, fused by absolute scores (lexical + 3 × best-sentence cosine). Names are also
 * looked for as the articles call them (docs/decisions/007-aliases.md). Chunks with the same text count once, as the best-ranked of them.
 * Without `embeddings` the search is lexical only.
 */
export async function retrieve(
  reader: Reader,
  embeddings: Embeddings | null,
  text: string,
  options: { top: number; filter?: Filter; prefer?: Days | null },
): Promise<Retrieval> {
  const started = performance.now();
  const spelled = await readSpelling(reader, collapseSpaces(text));
  const asked = analyzeQuestion(spelled.text);
  const names = await findOtherNames(reader, asked.text, !asked.korean);
  const vectors = await embed(embeddings, asked, names);
  const embedded = performance.now();
  const { filter, top, prefer = null } = options;
  const query = {
    ...{ terms: asked.terms, alternatives: alternativesOf(names), candidates: Math.max(CANDIDATES, top) },
    ...(filter ? { filter } : {}),
  };
  const ranked = (await search(reader, query, vectors))
    .map((candidate) => score(candidate, { korean: asked.korean, hasNames: names.length > 0, prefer }))
    .sort((a, b) => b.score - a.score || a.id - b.id);
  const hits = await firstDistinct(reader, ranked, top);
  const isAcross = names.length > 0 && hits[0] !== undefined && hits[0].chunk.article.korean !== asked.korean;
  const question = isAcross ? readAcross(asked, names) : asked;
  const idf = await reader.idf([...new Set([...question.terms, ...question.contentTerms])]);
  return {
    question,
    names,
    corrected: spelled.corrected,
    hits,
    idf,
    milliseconds: { embed: embedded - started, search: performance.now() - embedded },
  };
}

/** The question as it was asked, and for Korean articles with its names in Hangul; the same where there is nothing to rename. */
interface Vectors {
  asked: Float32Array | null;
  renamed: Float32Array | null;
}

async function embed(embeddings: Embeddings | null, question: AnalyzedQuestion, names: readonly OtherNames[]): Promise<Vectors> {
  if (!embeddings) return { asked: null, renamed: null };
  const asked = Float32Array.from(await embeddings.embedQuery(question.text));
  const text = question.korean ? question.text : renamed(question.text, names);
  return { asked, renamed: text === question.text ? asked : Float32Array.from(await embeddings.embedQuery(text)) };
}

async function search(reader: Reader, query: Omit<IndexQuery, 'vector'>, { asked, renamed }: Vectors): Promise<Candidate[]> {
  const candidates = await reader.search({ ...query, vector: asked });
  if (asked === renamed) return candidates;
  const others = await reader.search({ ...query, vector: renamed });
  return [...candidates.filter(({ article }) => !article.korean), ...others.filter(({ article }) => article.korean)];
}

type Scored = Candidate & { score: number; dense: number };

function score(
  candidate: Candidate,
  { korean, hasNames, prefer }: { korean: boolean; hasNames: boolean; prefer: Days | null },
): Scored {
  const dense = candidate.cosines.reduce((best, cosine) => Math.max(best, cosine), 0);
  const weight = korean === candidate.article.korean ? 1 : CROSS_SCRIPT_LEXICAL_WEIGHT[hasNames ? 'named' : 'unnamed'];
  const preferred = prefer && isIn(candidate.article.date, prefer) ? PREFERRED : 0;
  return { ...candidate, dense, score: weight * candidate.lexical + DENSE_WEIGHT * dense + preferred };
}

function isIn(date: string | null, { since, until }: Days): boolean {
  return date !== null && (since === null || date >= since) && (until === null || date <= until);
}

async function firstDistinct(reader: Pick<IndexReader, 'chunks'>, ranked: readonly Scored[], top: number): Promise<Hit[]> {
  const hits: Hit[] = [];
  const seen = new Map<string, Hit>();
  for (let next = 0; next < ranked.length && hits.length < top; next += top) {
    const page = ranked.slice(next, next + top);
    const chunks = await reader.chunks(page.map(({ id }) => id));
    page.forEach(({ score, lexical, dense, cosines }, index) => {
      const chunk = chunks[index];
      const twin = seen.get(chunk?.text ?? '');
      if (chunk && twin && twin.chunk.article.source !== chunk.article.source) twin.twins.push(chunk.article);
      if (!chunk || twin || hits.length >= top) return;
      const hit = { chunk, score, lexical, dense, cosines, twins: [] };
      seen.set(chunk.text, hit);
      hits.push(hit);
    });
  }
  return hits;
}
