import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../errors.ts';
import { absoluteBm25 } from './bm25.ts';
import { ChunkTable } from './chunk-table.ts';
import { FILES, generationName } from './generation-files.ts';
import { hnswReasonMissing, openHnswIndex } from './hnsw-index.ts';
import type { Candidate, Filter, IndexedArticle, IndexedChunk, IndexedFile, IndexQuery, IndexReader } from './index-port.ts';
import { LexicalIndex } from './lexical-index.ts';
import { readVerified, type Manifest } from './manifest.ts';
import { SentenceVectors } from './sentence-vectors.ts';
import { ExactIndex, type VectorIndex } from './vector-index.ts';

const NO_COSINES = new Float32Array(0);

/** A generation directory that was verified and opened. It is a value: nothing in it ever changes. */
export class Generation implements IndexReader {
  readonly manifest: Manifest;
  /** undefined when the index was made without an embedding model. */
  readonly vectorIndex: VectorIndex | undefined;
  readonly #database: Database.Database;
  readonly #table: ChunkTable;
  readonly #lexical: LexicalIndex;
  readonly #sentences: SentenceVectors;

  private constructor(manifest: Manifest, database: Database.Database, sentences: SentenceVectors, vectorIndex: VectorIndex | undefined) {
    this.manifest = manifest;
    this.vectorIndex = vectorIndex;
    this.#database = database;
    this.#table = new ChunkTable(database);
    this.#lexical = new LexicalIndex(database, manifest.chunks);
    this.#sentences = sentences;
  }

  /** Opens one generation after every byte of it was verified. Throws StoreError when it is damaged. */
  static async open(dataDirectory: string, generation: number): Promise<Generation> {
    const directory = join(dataDirectory, generationName(generation));
    const manifest = readVerified(directory);
    const sentences = new SentenceVectors(readBuffer(join(directory, FILES.sentences)), manifest.sentences, manifest.dimensions);
    const chunks = new Float32Array(readBuffer(join(directory, FILES.chunks)));
    if (chunks.length !== manifest.chunks * manifest.dimensions) throw new StoreError('chunk vectors and manifest disagree');
    const index = await openVectorIndex(directory, manifest, chunks);
    const database = new Database(join(directory, FILES.database), { readonly: true, fileMustExist: true });
    return new Generation(manifest, database, sentences, index);
  }

  search(query: IndexQuery): Promise<Candidate[]> {
    const allowed = query.filter && this.#allowed(query.filter);
    const terms = this.#lexical.weigh(query.terms);
    const ids = new Set(this.#lexical.search(terms, query.candidates, allowed));
    if (query.vector && this.vectorIndex) {
      for (const hit of this.vectorIndex.search(query.vector, query.candidates, allowed)) ids.add(hit.id);
    }
    const average = this.manifest.averageLength;
    const candidates = [...ids].map((id) => {
      const { article, terms: packed, length, firstSentence, sentenceCount } = this.#table.scoring(id);
      const lexical = absoluteBm25(terms, packed, length, average);
      const cosines = query.vector ? this.#sentences.cosines(query.vector, firstSentence, firstSentence + sentenceCount) : NO_COSINES;
      return { id, article, lexical, cosines };
    });
    return Promise.resolve(candidates);
  }

  idf(terms: readonly string[]): Promise<Map<string, number>> {
    const weighed = this.#lexical.weigh(terms);
    return Promise.resolve(new Map(weighed.map(({ term, idf }) => [term, idf])));
  }

  articles(): Promise<IndexedArticle[]> {
    return Promise.resolve(this.#table.articles());
  }

  files(): Promise<IndexedFile[]> {
    return Promise.resolve(this.#database.prepare<[], IndexedFile>('SELECT source, hash, bytes, modified, reason FROM files').all());
  }

  chunks(ids: readonly number[]): Promise<IndexedChunk[]> {
    return Promise.resolve(ids.map((id) => this.#table.chunk(id)));
  }

  chunksOf(source: string): Promise<IndexedChunk[]> {
    return this.chunks(this.#table.chunkIds((article) => article.source === source));
  }

  text(source: string): Promise<string | undefined> {
    return Promise.resolve(this.#table.text(source));
  }

  /** The stored vectors of an article's sentences, in order, to be carried into the next generation. */
  vectorsOf(source: string): ReturnType<SentenceVectors['at']>[] {
    return this.#table
      .chunkIds((article) => article.source === source)
      .map((id) => this.#table.scoring(id))
      .flatMap(({ firstSentence, sentenceCount }) =>
        Array.from({ length: sentenceCount }, (_, offset) => this.#sentences.at(firstSentence + offset)),
      );
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  #allowed({ sources, exceptSources, since, until }: Filter): Set<number> {
    const wanted = sources && new Set(sources);
    const unwanted = new Set(exceptSources);
    const ids = this.#table.chunkIds(({ source, date }) => {
      if ((wanted && !wanted.has(source)) || unwanted.has(source)) return false;
      if (since === undefined && until === undefined) return true;
      return date !== null && (since === undefined || date >= since) && (until === undefined || date <= until);
    });
    return new Set(ids);
  }
}

async function openVectorIndex(directory: string, manifest: Manifest, chunks: Float32Array): Promise<VectorIndex | undefined> {
  if (manifest.dimensions === 0) return undefined;
  const exact = new ExactIndex(chunks, manifest.dimensions);
  if (!manifest.graph || (await hnswReasonMissing()) !== null) return exact;
  return openHnswIndex(join(directory, FILES.graph), manifest.graph, chunks);
}

function readBuffer(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
