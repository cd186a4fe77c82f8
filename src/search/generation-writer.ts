import { join } from 'node:path';
import { StoreError } from '../errors.ts';
import { nodeFileSystem, syncPath, type FileSystem } from '../file-system.ts';
import type { Chunk } from '../types.ts';
import { chunkTerms } from './chunk-terms.ts';
import { digestFile, DurableFile, readBytes, writeDurably, type FileDigest } from './durable-files.ts';
import { FILES, generationName, TEMPORARY_PREFIX } from './generation-files.ts';
import { GenerationTables } from './generation-tables.ts';
import { buildHnswGraph, hnswReasonMissing, type HnswSidecar } from './hnsw-index.ts';
import type { ArticleRecord, IndexedFile } from './index-port.ts';
import { encodeManifest, FORMAT, MANIFEST_FILE, readVerified, type Fingerprint, type Manifest } from './manifest.ts';
import { meanVector, SentenceVectorsFile, type QuantizedVector } from './sentence-vectors.ts';

export interface WriterOptions {
  generation: number;
  fingerprint: Fingerprint;
  dimensions: number;
  /** Whether to build a graph for this many chunks; asked once, before publishing. */
  wantsGraph: (chunks: number) => boolean;
  /** What it is written through; the system's unless a test hands in another. */
  fileSystem?: FileSystem;
}

/**
 * Writes one generation into a temporary directory beside the live ones. Nothing is visible before publish(), which forces every file to
 * the disk, reads it back, and renames the directory: that rename is the commit.
 */
export class GenerationWriter {
  readonly #dataDirectory: string;
  readonly #directory: string;
  readonly #options: WriterOptions;
  readonly #fileSystem: FileSystem;
  readonly #tables: GenerationTables;
  readonly #sentences: SentenceVectorsFile;
  readonly #chunks: DurableFile;
  /** Close what is open, in any state. */
  readonly #closers: (() => void)[] = [];

  constructor(dataDirectory: string, options: WriterOptions) {
    this.#dataDirectory = dataDirectory;
    this.#options = options;
    this.#directory = join(dataDirectory, `${TEMPORARY_PREFIX}${generationName(options.generation)}`);
    this.#fileSystem = options.fileSystem ?? nodeFileSystem;
    this.#fileSystem.mkdirSync(this.#directory, { recursive: true });
    try {
      this.#tables = new GenerationTables(this.#path(FILES.database));
      this.#closers.push(() => {
        this.#tables.close();
      });
      this.#sentences = new SentenceVectorsFile(this.#newFile(FILES.sentences), options.dimensions);
      this.#chunks = this.#newFile(FILES.chunks);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Articles added so far. */
  get articles(): number {
    return this.#tables.articles;
  }

  /** Adds one article. Throws StoreError when the vectors do not fit the sentences, or their dimension is another. */
  add(record: ArticleRecord): void {
    const { article, text, chunks, vectors } = record;
    this.#requireVectors(record);
    this.#tables.addArticle(article, text, chunks.length);
    let first = 0;
    for (const chunk of chunks) {
      const ofChunk = vectors.slice(first, first + chunk.sentences.length);
      first += ofChunk.length;
      this.#addChunk(record, chunk, ofChunk);
    }
  }

  #addChunk({ article, text }: ArticleRecord, chunk: Chunk, vectors: readonly QuantizedVector[]): void {
    const chunkText = text.slice(chunk.start, chunk.end);
    this.#tables.addChunk(article.source, chunk, chunkText, chunkTerms(article.title, chunk.headings, chunkText));
    this.#sentences.add(vectors);
    const { buffer } = meanVector(vectors, this.#options.dimensions);
    this.#chunks.write(new Uint8Array(buffer));
  }

  #requireVectors({ article, chunks, vectors }: ArticleRecord): void {
    const { dimensions } = this.#options;
    const sentences = chunks.reduce((sum, chunk) => sum + chunk.sentences.length, 0);
    if (sentences !== vectors.length || vectors.some(({ values }) => values.length !== dimensions)) {
      throw new StoreError(`${article.source}: ${sentences} vectors of ${dimensions} dimensions are needed, others came`);
    }
  }

  /** Notes how a file of the folder looked, whether it was indexed or left out. */
  addFile(file: IndexedFile): void {
    this.#tables.addFile(file);
  }

  /**
   * Makes the generation visible and returns its manifest. Every byte on the disk is verified before the rename.
   * @param signal Stops the building of the graph.
   */
  async publish(signal?: AbortSignal): Promise<Manifest> {
    const averageLength = this.#tables.finish();
    const sentences = this.#sentences.finish();
    const chunks = this.#chunks.finish();
    syncPath(this.#path(FILES.database), this.#fileSystem);
    const graph = await this.#writeGraph(chunks, signal);
    const manifest: Manifest = {
      format: FORMAT,
      generation: this.#options.generation,
      created: new Date().toISOString(),
      fingerprint: this.#options.fingerprint,
      dimensions: this.#options.dimensions,
      articles: this.#tables.articles,
      chunks: this.#tables.chunks,
      sentences: this.#sentences.count,
      averageLength,
      graph: graph ? { ...graph } : null,
      files: {
        [FILES.database]: digestFile(this.#path(FILES.database)),
        [FILES.sentences]: sentences,
        [FILES.chunks]: chunks,
        ...(graph ? { [FILES.graph]: digestFile(this.#path(FILES.graph)) } : {}),
      },
    };
    this.#commit(manifest);
    return manifest;
  }

  #commit(manifest: Manifest): void {
    writeDurably(this.#path(MANIFEST_FILE), Buffer.from(encodeManifest(manifest)), this.#fileSystem);
    readVerified(this.#directory);
    this.#tables.requireSound(this.#path(FILES.database));
    syncPath(this.#directory, this.#fileSystem);
    const published = join(this.#dataDirectory, generationName(manifest.generation));
    this.#fileSystem.renameSync(this.#directory, published);
    try {
      syncPath(this.#dataDirectory, this.#fileSystem);
    } catch (error) {
      // A power loss could take the name back, so the run fails; what it reports as failed must not serve.
      attempt(() => {
        this.#fileSystem.renameSync(published, this.#directory);
      });
      throw error;
    }
  }

  /**
   * Closes everything; a generation that is not published leaves nothing behind. May be called at any time. Why a run failed matters more
   * than its leftovers, which the next run removes: this never throws.
   */
  close(): void {
    this.#closers.forEach(attempt);
    attempt(() => {
      this.#fileSystem.rmSync(this.#directory, { recursive: true, force: true });
    });
  }

  #newFile(name: string): DurableFile {
    const file = new DurableFile(this.#path(name), this.#fileSystem);
    this.#closers.push(() => {
      file.abandon();
    });
    return file;
  }

  /** @param written What the file of the chunks' vectors must hold: a graph is not built from anything else. */
  async #writeGraph(written: FileDigest, signal: AbortSignal | undefined): Promise<HnswSidecar | null> {
    const { dimensions, wantsGraph } = this.#options;
    const { chunks } = this.#tables;
    if (dimensions === 0 || chunks === 0 || !wantsGraph(chunks) || (await hnswReasonMissing()) !== null) return null;
    if (digestFile(this.#path(FILES.chunks)).sha256 !== written.sha256)
      throw new StoreError(`${FILES.chunks} was changed or cut`);
    const vectors = new Float32Array(readBytes(this.#path(FILES.chunks)));
    const stopped = (): void => {
      signal?.throwIfAborted();
    };
    return buildHnswGraph(vectors, dimensions, this.#path(FILES.graph), stopped, this.#fileSystem);
  }

  #path(name: string): string {
    return join(this.#directory, name);
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // See where it is used.
  }
}
