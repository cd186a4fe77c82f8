import { join } from 'node:path';
import Database from 'better-sqlite3';
import { messageOf, StoreError } from '../errors.ts';
import { ChunkTable } from './chunk-table.ts';
import { readBytes } from './durable-files.ts';
import { FILES, generationName } from './generation-files.ts';
import { hnswReasonMissing, openHnswIndex } from './hnsw-index.ts';
import type {
  ArticleRecord,
  Candidate,
  Filter,
  IndexedArticle,
  IndexedChunk,
  IndexedFile,
  IndexQuery,
  IndexReader,
  NamedAlias,
  SpokenWord,
} from './index-port.ts';
import { bestChunks, LexicalIndex } from './lexical-index.ts';
import { NameTables } from './name-tables.ts';
import { readVerified, type Manifest } from './manifest.ts';
import { SentenceVectors, type QuantizedVector } from './sentence-vectors.ts';
import { ExactIndex, type VectorIndex } from './vector-index.ts';

const NO_COSINES = new Float32Array(0);

export interface OpenOptions {
  /** Whether a graph may be loaded; without it every chunk is compared, and no native code but SQLite reads the generation. */
  graph?: boolean;
}

/** A generation directory that was verified and opened. It is a value: nothing in it ever changes. */
export class Generation implements IndexReader {
  readonly manifest: Manifest;
  /** undefined when the index was made without an embedding model. */
  readonly vectorIndex: VectorIndex | undefined;
  /** Why it searches slower than it could; null when it does not. */
  readonly problem: string | null;
  readonly #database: Database.Database;
  readonly #table: ChunkTable;
  readonly #lexical: LexicalIndex;
  readonly #names: NameTables;
  readonly #sentences: SentenceVectors;

  private constructor(manifest: Manifest, database: Database.Database, sentences: SentenceVectors, vectors: OpenVectors) {
    this.manifest = manifest;
    this.vectorIndex = vectors.index;
    this.problem = vectors.problem;
    this.#database = database;
    this.#table = new ChunkTable(database);
    this.#lexical = new LexicalIndex(database, this.#table.lengths, manifest.averageLength);
    this.#names = new NameTables(database);
    this.#sentences = sentences;
  }

  /**
   * Opens one generation after every byte of it was verified.
   * @throws StoreError when it is damaged or of an older format, UserError when it is of a newer format.
   */
  static async open(dataDirectory: string, generation: number, { graph = true }: OpenOptions = {}): Promise<Generation> {
    const directory = join(dataDirectory, generationName(generation));
    const manifest = readVerified(directory);
    if (manifest.generation !== generation)
      throw new StoreError(`it is ${generationName(manifest.generation)} under another name`);
    const sentences = new SentenceVectors(readBytes(join(directory, FILES.sentences)), manifest.sentences, manifest.dimensions);
    const vectors = await openVectors(directory, graph ? manifest : { ...manifest, graph: null });
    const database = new Database(join(directory, FILES.database), { readonly: true, fileMustExist: true });
    try {
      // The file never changes: one shared lock for good instead of one for each statement.
      database.pragma('locking_mode = EXCLUSIVE');
      return new Generation(manifest, database, sentences, vectors);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  search({ terms, alternatives, vector, candidates, filter }: IndexQuery): Promise<Candidate[]> {
    const allowed = filter && this.#allowed(filter);
    const scores = this.#lexical.scores(terms, alternatives);
    const ids = new Set(bestChunks(scores, candidates, allowed));
    const query = this.vectorIndex ? vector : null;
    if (query) for (const { id } of this.vectorIndex?.search(query, candidates, allowed) ?? []) ids.add(id);
    const found = Array.from(ids, (id): Candidate => {
      const { start, end } = this.#table.sentencesOf(id);
      const cosines = query ? this.#sentences.cosines(query, start, end) : NO_COSINES;
      return { id, article: this.#table.articleOf(id), lexical: scores[id] ?? 0, cosines };
    });
    return Promise.resolve(found);
  }

  idf(terms: readonly string[]): Promise<Map<string, number>> {
    return Promise.resolve(this.#lexical.idf(terms));
  }

  chunkCounts(terms: readonly string[]): Promise<Map<string, number>> {
    return Promise.resolve(this.#lexical.chunkCounts(terms));
  }

  aliases(key: string): Promise<NamedAlias[]> {
    return Promise.resolve(this.#names.aliases(key));
  }

  wordsSounding(skeleton: string): Promise<SpokenWord[]> {
    return Promise.resolve(this.#names.words(skeleton));
  }

  articles(): Promise<IndexedArticle[]> {
    return Promise.resolve([...this.#table.articles]);
  }

  files(): Promise<IndexedFile[]> {
    const all = this.#database.prepare<[], IndexedFile>(
      'SELECT source, hash, bytes, modified, reason FROM files ORDER BY source',
    );
    return Promise.resolve(all.all());
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- an unknown id rejects instead of throwing
  async chunks(ids: readonly number[]): Promise<IndexedChunk[]> {
    return this.#table.chunks(ids);
  }

  chunksOf(source: string): Promise<IndexedChunk[]> {
    const article = this.#table.article(source);
    return this.chunks(article ? this.#table.chunkIds(article) : []);
  }

  text(source: string): Promise<string | undefined> {
    const article = this.#table.article(source);
    return Promise.resolve(article && this.#table.text(article));
  }

  async record(source: string): Promise<ArticleRecord | undefined> {
    const article = this.#table.article(source);
    if (!article) return undefined;
    const { hash, copies, title, publisher, reporter, date, url, korean } = article;
    const chunks = await this.chunksOf(source);
    return {
      article: { source, hash, copies, title, publisher, reporter, date, url, korean },
      text: this.#table.text(article),
      chunks: chunks.map(({ start, end, headings, sentences }) => ({ start, end, headings, sentences })),
      vectors: chunks.flatMap(({ id }) => this.#vectorsOf(id)),
    };
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  #vectorsOf(chunk: number): QuantizedVector[] {
    const { start, end } = this.#table.sentencesOf(chunk);
    return Array.from({ length: end - start }, (_, offset) => this.#sentences.at(start + offset));
  }

  #allowed({ sources, exceptSources, since, until }: Filter): Set<number> {
    const wanted = sources && new Set(sources);
    const unwanted = new Set(exceptSources);
    const passing = this.#table.articles.filter((article) => {
      const { date } = article;
      if ((wanted && !isAmong(article, wanted)) || isAmong(article, unwanted)) return false;
      if (since === undefined && until === undefined) return true;
      return date !== null && (since === undefined || date >= since) && (until === undefined || date <= until);
    });
    return new Set(passing.flatMap((article) => this.#table.chunkIds(article)));
  }
}

function isAmong({ source, copies }: IndexedArticle, sources: ReadonlySet<string>): boolean {
  return sources.has(source) || copies.some((copy) => sources.has(copy));
}

interface OpenVectors {
  index: VectorIndex | undefined;
  problem: string | null;
}

/** The vectors of the chunks are the truth; a graph that cannot be used is only slower. */
async function openVectors(directory: string, manifest: Manifest): Promise<OpenVectors> {
  const { dimensions, graph } = manifest;
  if (dimensions === 0) return { index: undefined, problem: null };
  const vectors = new Float32Array(readBytes(join(directory, FILES.chunks)));
  if (vectors.length !== manifest.chunks * dimensions) throw new StoreError('chunk vectors and manifest disagree');
  const exact = new ExactIndex(vectors, dimensions);
  if (!graph) return { index: exact, problem: null };
  try {
    const missing = await hnswReasonMissing();
    if (missing !== null) return { index: exact, problem: missing };
    return { index: await openHnswIndex(join(directory, FILES.graph), graph, vectors), problem: null };
  } catch (error) {
    return { index: exact, problem: messageOf(error) };
  }
}
