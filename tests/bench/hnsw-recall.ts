import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHnswGraph, openHnswIndex } from '../../src/search/hnsw-index.ts';
import { loadEmbeddings } from '../../src/search/embeddings.ts';
import { readModelCard } from '../../src/search/model-card.ts';
import { ExactIndex, type VectorIndex } from '../../src/search/vector-index.ts';
import { clusteredVectors } from '../support/vectors.ts';
import { MODEL, type Benchmark, type Measurement, type Note } from './benchmark.ts';
import { median } from './measure.ts';
import { cachedVectors, readRealText } from './sets.ts';

const DIMENSIONS = 384;
const K = 10;
const QUERIES = 200;
const SYNTHETIC = { count: 10_000, clusters: 256, seed: 7 };
const GOAL = { at: 'least', value: 0.98 } as const;

/** How many of the ten nearest rows the graph finds, on embeddings of real sentences and on clustered synthetic vectors. */
export const hnswRecall: Benchmark = {
  name: 'hnsw-recall',
  about: 'recall@10 of the HNSW graph against the exact scan',
  prepare: async (note) => {
    await realVectors(note);
  },
  run: async (note) => {
    const { rows, queries } = await realVectors(note);
    const all = clusteredVectors(SYNTHETIC.count + QUERIES, DIMENSIONS, SYNTHETIC.clusters, SYNTHETIC.seed);
    const split = SYNTHETIC.count * DIMENSIONS;
    return [
      await recall('sentence embeddings', rows, queries),
      await recall('clustered synthetic vectors', all.slice(0, split), all.subarray(split)),
    ];
  },
};

/** Embeddings of real sentences to find and of questions to ask; sentences ask where there are no questions. */
async function realVectors(note: Note): Promise<{ rows: Float32Array; queries: Float32Array }> {
  const { sentences, questions } = await readRealText(1, note);
  const asked = questions.length > 0 ? questions : sentences;
  const step = Math.max(1, Math.floor(asked.length / QUERIES));
  const fingerprint = (await readModelCard(MODEL)).fingerprint;
  const load = () => loadEmbeddings({ ...MODEL, allowRemote: false });
  const rows = await cachedVectors('sentences', fingerprint, sentences, async (texts) => {
    note(`embedding ${texts.length} sentences, once`);
    return (await load()).embedDocuments(texts);
  });
  const sample = asked.filter((_, index) => index % step === 0).slice(0, QUERIES);
  const queries = await cachedVectors('questions', fingerprint, sample, async (texts) => {
    const embeddings = await load();
    const vectors: number[][] = [];
    for (const text of texts) vectors.push(await embeddings.embedQuery(text));
    return vectors;
  });
  return { rows, queries };
}

async function recall(what: string, rows: Float32Array, queries: Float32Array): Promise<Measurement> {
  const directory = await mkdtemp(join(tmpdir(), 'gisabot-bench-'));
  try {
    const path = join(directory, 'graph');
    const sidecar = await buildHnswGraph(rows, DIMENSIONS, path);
    const graph = await openHnswIndex(path, sidecar, rows);
    const exact = new ExactIndex(rows, DIMENSIONS);
    const times = { graph: new Array<number>(), exact: new Array<number>() };
    let found = 0;
    let expected = 0;
    for (let from = 0; from < queries.length; from += DIMENSIONS) {
      const query = queries.subarray(from, from + DIMENSIONS);
      const nearest = new Set(search(graph, query, times.graph));
      const truth = search(exact, query, times.exact);
      expected += truth.length;
      found += truth.filter((id) => nearest.has(id)).length;
    }
    return {
      what: `${what} (${exact.size})`,
      ratio: found / expected,
      goal: GOAL,
      medians: { 'graph ms': median(times.graph), 'exact ms': median(times.exact) },
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function search(index: VectorIndex, query: Float32Array, milliseconds: number[]): number[] {
  const started = performance.now();
  const hits = index.search(query, K);
  milliseconds.push(performance.now() - started);
  return hits.map(({ id }) => id);
}
