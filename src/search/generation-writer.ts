import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../errors.ts';
import { packFrequencies } from './bm25.ts';
import { chunkTerms } from './chunk-terms.ts';
import { digestFile, syncPath, writeDurably, type FileDigest } from './durable-files.ts';
import { FILES, generationName, TEMPORARY_PREFIX } from './generation-files.ts';
import { CREATE_TABLES } from './generation-schema.ts';
import { buildHnswGraph, hnswReasonMissing, type HnswSidecar } from './hnsw-index.ts';
import type { ArticleRecord, IndexedFile } from './index-port.ts';
import { encodeManifest, FORMAT, MANIFEST_FILE, readVerified, type Fingerprint, type Manifest } from './manifest.ts';
import { encodeVectors, meanVector, type QuantizedVector } from './sentence-vectors.ts';

export interface WriterOptions {
  generation: number;
  fingerprint: Fingerprint;
  dimensions: number;
  /** Whether to build a graph for this many chunks; asked once, before publishing. */
  wantsGraph: (chunks: number) => boolean;
}

/**
 * Writes one generation into a temporary directory beside the live ones. Nothing is visible before publish(), which forces every file to
 * the disk, reads it back, and renames the directory: that rename is the commit. abort() leaves nothing behind.
 */
export class GenerationWriter {
  readonly #dataDirectory: string;
  readonly #directory: string;
  readonly #options: WriterOptions;
  readonly #database: Database.Database;
  readonly #insert: Statements;
  readonly #terms = new Map<string, number>();
  readonly #frequencies: number[] = [];
  readonly #sentences: QuantizedVector[] = [];
  readonly #chunks: Float32Array[] = [];
  #articles = 0;
  #totalLength = 0;

  constructor(dataDirectory: string, options: WriterOptions) {
    mkdirSync(dataDirectory, { recursive: true });
    this.#dataDirectory = dataDirectory;
    this.#options = options;
    this.#directory = mkdtempSync(join(dataDirectory, TEMPORARY_PREFIX));
    this.#database = new Database(join(this.#directory, FILES.database));
    this.#database.pragma('journal_mode = OFF');
    this.#database.pragma('synchronous = OFF');
    this.#database.exec(CREATE_TABLES);
    this.#insert = prepare(this.#database);
    this.#database.exec('BEGIN');
  }

  /** Adds one article. Throws StoreError when the vectors do not fit the sentences. */
  add(record: ArticleRecord): void {
    const { article, chunks, text } = record;
    const sentences = chunks.reduce((sum, chunk) => sum + chunk.sentences.length, 0);
    if (sentences !== record.vectors.length || record.vectors.some((vector) => vector.values.length !== this.#options.dimensions)) {
      throw new StoreError(`${article.source}: ${record.vectors.length} vectors for ${sentences} sentences, or of another dimension`);
    }
    this.#insert.article.run({
      ...article,
      id: this.#articles,
      copies: JSON.stringify(article.copies),
      korean: article.korean ? 1 : 0,
      text,
      firstChunk: this.#chunks.length,
      chunks: chunks.length,
    });
    let first = 0;
    for (const chunk of chunks) {
      const vectors = record.vectors.slice(first, first + chunk.sentences.length);
      this.#addChunk(record, chunk, vectors);
      first += vectors.length;
    }
    this.#articles += 1;
  }

  #addChunk(record: ArticleRecord, chunk: ArticleRecord['chunks'][number], vectors: readonly QuantizedVector[]): void {
    const text = record.text.slice(chunk.start, chunk.end);
    const ids = chunkTerms(record.article.title, chunk.headings, text).map((term) => this.#termId(term));
    const counts = new Map<number, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const id of counts.keys()) this.#frequencies[id] = (this.#frequencies[id] ?? 0) + 1;
    const id = this.#chunks.length;
    this.#insert.chunk.run({
      id,
      key: createHash('sha256').update(`${record.article.source}\0${text}`).digest('hex').slice(0, 16),
      article: this.#articles,
      start: chunk.start,
      end: chunk.end,
      headings: JSON.stringify(chunk.headings),
      sentences: bytesOf(Uint32Array.from(chunk.sentences.flatMap(({ start, end }) => [start, end]))),
      firstSentence: this.#sentences.length,
      sentenceCount: chunk.sentences.length,
      text,
      length: ids.length,
      terms: bytesOf(packFrequencies(counts)),
    });
    this.#insert.terms.run(id, ids.join(' '));
    this.#totalLength += ids.length;
    this.#sentences.push(...vectors);
    this.#chunks.push(meanVector(vectors, this.#options.dimensions));
  }

  #termId(term: string): number {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.size;
    this.#terms.set(term, id);
    return id;
  }

  /** Notes how a file of the folder looked, whether it was indexed or left out. */
  addFile(file: IndexedFile): void {
    this.#insert.file.run({ ...file });
  }

  /** Makes the generation visible and returns its manifest. Every byte on the disk is verified before the rename. */
  async publish(): Promise<Manifest> {
    for (const [term, id] of this.#terms) this.#insert.term.run(id, term, this.#frequencies[id] ?? 0);
    this.#database.exec('COMMIT');
    this.#database.close();
    syncPath(join(this.#directory, FILES.database));
    const vectors = concatenate(this.#chunks, this.#options.dimensions);
    this.#write(FILES.sentences, encodeVectors(this.#sentences, this.#options.dimensions));
    this.#write(FILES.chunks, new Uint8Array(vectors.buffer));
    const graph = await this.#writeGraph(vectors);
    const manifest = this.#manifest(graph);
    this.#write(MANIFEST_FILE, encodeManifest(manifest));
    readVerified(this.#directory);
    syncPath(this.#directory);
    renameSync(this.#directory, join(this.#dataDirectory, generationName(this.#options.generation)));
    syncPath(this.#dataDirectory);
    return manifest;
  }

  abort(): void {
    if (this.#database.open) this.#database.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #write(name: string, bytes: Uint8Array | string): void {
    const path = join(this.#directory, name);
    writeDurably(path, bytes);
    if (!readFileSync(path).equals(Buffer.from(bytes as Uint8Array))) throw new StoreError(`${name} does not read back as it was written`);
  }

  async #writeGraph(vectors: Float32Array): Promise<HnswSidecar | null> {
    const { dimensions, wantsGraph } = this.#options;
    if (dimensions === 0 || this.#chunks.length === 0 || !wantsGraph(this.#chunks.length)) return null;
    if ((await hnswReasonMissing()) !== null) return null;
    return buildHnswGraph(vectors, dimensions, join(this.#directory, FILES.graph));
  }

  #manifest(graph: HnswSidecar | null): Manifest {
    const names = [FILES.database, FILES.sentences, FILES.chunks, ...(graph ? [FILES.graph] : [])];
    const files: Record<string, FileDigest> = {};
    for (const name of names) files[name] = digestFile(join(this.#directory, name));
    return {
      format: FORMAT,
      generation: this.#options.generation,
      created: new Date().toISOString(),
      fingerprint: this.#options.fingerprint,
      dimensions: this.#options.dimensions,
      articles: this.#articles,
      chunks: this.#chunks.length,
      sentences: this.#sentences.length,
      averageLength: this.#chunks.length > 0 ? this.#totalLength / this.#chunks.length : 0,
      graph: graph ? { ...graph } : null,
      files,
    };
  }
}

type Statements = ReturnType<typeof prepare>;

function prepare(database: Database.Database) {
  return {
    article: database.prepare(
      `INSERT INTO articles VALUES (@id, @source, @hash, @copies, @title, @publisher, @reporter, @date, @url, @text, @korean, @firstChunk, @chunks)`,
    ),
    chunk: database.prepare(
      `INSERT INTO chunks VALUES (@id, @article, @firstSentence, @sentenceCount, @length, @terms, @key, @start, @end, @headings, @sentences, @text)`,
    ),
    file: database.prepare('INSERT INTO files VALUES (@source, @hash, @bytes, @modified, @reason)'),
    terms: database.prepare('INSERT INTO chunk_terms(rowid, terms) VALUES (?, ?)'),
    term: database.prepare('INSERT INTO terms(id, term, chunks) VALUES (?, ?, ?)'),
  };
}

function bytesOf(array: Uint32Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

function concatenate(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const all = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => { all.set(vector, row * dimensions); });
  return all;
}
