import type { Benchmark } from './benchmark.ts';
import { embedding } from './embedding.ts';
import { hnswRecall } from './hnsw-recall.ts';
import { questions } from './question.ts';
import { reindexes } from './reindex.ts';

/** Everything `npm run bench` can measure, in the order in which it does. */
export const BENCHMARKS: readonly Benchmark[] = [embedding, ...questions, ...reindexes, hnswRecall];
