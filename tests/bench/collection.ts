import { GRAPH_FROM_CHUNKS } from '../../src/app.ts';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalEmbeddings } from '../../src/search/embeddings.ts';
import { GenerationWriter } from '../../src/search/generation-writer.ts';
import type { Generation } from '../../src/search/generation.ts';
import type { ArticleRecord } from '../../src/search/index-port.ts';
import { FORMAT, sameFingerprint, type Fingerprint } from '../../src/search/manifest.ts';
import { openNewestGeneration } from '../../src/search/open-generation.ts';
import { TERMS_VERSION } from '../../src/text/terms.ts';
import type { Chunk } from '../../src/types.ts';
import { PLACES, type Note } from './benchmark.ts';
import { TextGenerator, TEXT_VERSION, type Topic } from './synthetic-text.ts';
import { VectorGenerator } from './synthetic-vectors.ts';

const SEED = 11;
const TOPICS = 256;
const CHUNKS_AN_ARTICLE = 4;
const SENTENCES_A_CHUNK = 7;
const QUESTIONS = 20;
const NOTE_EVERY = 2_500;
/** As the program decides it (app.ts) where VECTOR_INDEX is auto. */

/** Opens the collection of so many chunks; undefined when it is not there, damaged, or of another version. */
export async function openCollection(chunks: number, model: string): Promise<Generation | undefined> {
  const { generation } = await openNewestGeneration(directoryOf(chunks));
  if (!generation) return undefined;
  const { manifest } = generation;
  if (manifest.chunks === chunks && sameFingerprint(manifest.fingerprint, fingerprintOf(model))) return generation;
  await generation.close();
  return undefined;
}

/** Questions in the words of the collections' topics. */
export function questionsOfTopics(): string[] {
  const topics = topicsOf(new TextGenerator(SEED));
  const text = new TextGenerator(SEED + 1);
  return topics.slice(0, QUESTIONS).map((topic) => text.question(topic));
}

/**
 * Builds a collection of generated articles, four chunks of seven sentences each, in the place where `openCollection` finds it. Sentence
 * vectors are the real embedding of a sentence on the article's topic plus noise: 700,000 real embeddings would take hours.
 */
export async function buildCollection(chunks: number, embeddings: LocalEmbeddings, note: Note): Promise<void> {
  const directory = directoryOf(chunks);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const text = new TextGenerator(SEED);
  const topics = topicsOf(text);
  const centres = await embeddings.embedDocuments(topics.map((topic) => text.sentence(topic)));
  const vectors = new VectorGenerator(SEED, embeddings.info.dimensions);
  const { fingerprint, dimensions } = embeddings.info;
  const writer = new GenerationWriter(directory, {
    generation: 1,
    fingerprint: fingerprintOf(fingerprint),
    dimensions,
    wantsGraph: (count) => count >= GRAPH_FROM_CHUNKS,
  });
  try {
    for (let first = 0; first < chunks; first += CHUNKS_AN_ARTICLE) {
      const row = Math.floor(text.random() * TOPICS);
      const centre = vectors.near(centres[row] ?? [], 'article');
      writer.add(recordOf(text, topics[row]!, first, Math.min(CHUNKS_AN_ARTICLE, chunks - first), () => vectors.chunk(centre)));
      if (first % NOTE_EVERY === 0 && first > 0) note(`${first} of ${chunks} chunks written`);
    }
    note(chunks >= GRAPH_FROM_CHUNKS ? 'building the graph' : 'publishing');
    await writer.publish();
  } finally {
    writer.close();
  }
}

function directoryOf(chunks: number): string {
  return join(PLACES.cache, `collection-${chunks}`);
}

/** Takes the place of loader and splitter: the text is generated in chunks. */
function fingerprintOf(model: string): Fingerprint {
  const synthetic = `synthetic-${TEXT_VERSION}`;
  return { model, loader: `format-${FORMAT}`, splitter: synthetic, context: synthetic, terms: TERMS_VERSION };
}

function topicsOf(text: TextGenerator): Topic[] {
  return Array.from({ length: TOPICS }, () => text.topic());
}

function recordOf(
  text: TextGenerator,
  topic: Topic,
  id: number,
  count: number,
  vectorsOfChunk: () => (count: number) => ArticleRecord['vectors'],
): ArticleRecord {
  const about: Topic = { nouns: topic.nouns, names: [...topic.names.slice(0, 2), ...text.names()] };
  const title = text.title(about);
  const chunks: Chunk[] = [];
  const vectors: ArticleRecord['vectors'][number][] = [];
  let whole = '';
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const start = whole.length;
    const sentences = Array.from({ length: SENTENCES_A_CHUNK }, () => {
      const from = whole.length;
      whole += text.sentence(about);
      const span = { start: from, end: whole.length };
      whole += ' ';
      return span;
    });
    chunks.push({ start, end: whole.length - 1, headings: [], sentences });
    vectors.push(...vectorsOfChunk()(SENTENCES_A_CHUNK));
  }
  const source = `${String(id).padStart(6, '0')}.txt`;
  return {
    article: { source, hash: source, copies: [], title, publisher: null, reporter: null, date: null, url: null, korean: true },
    ...{ text: whole, chunks, vectors },
  };
}
