import { parseArticle, readArticle } from '../articles/load.ts';
import { ArticleError, messageOf, UserError } from '../errors.ts';
import { nodeFileSystem, type FileSystem } from '../file-system.ts';
import { generationName, listGenerations } from '../search/generation-files.ts';
import { GenerationWriter } from '../search/generation-writer.ts';
import type { IndexedFile, IndexReader } from '../search/index-port.ts';
import { sameVectors } from '../search/manifest.ts';
import type { Failure } from '../types.ts';
import { ArticleEmbedder } from './article-embedder.ts';
import { removeSuperseded } from './clean-up.ts';
import { readingBackError } from './disk-errors.ts';
import { EmbeddingJournal } from './journal.ts';
import type { FileStatus, Plan, PlannedArticle } from './plan.ts';
import { keptRecord, knownVectors, loadedRecord, readRecord, type KnownVectors, type PendingRecord } from './records.ts';
import type { IndexReport, ReindexOptions } from './reindex.ts';
import { FORMER, StoredArticles } from './stored-articles.ts';

/** What a run starts from. */
export interface RunContext {
  plan: Plan;
  /** The generation before, if there is a usable one. */
  before: IndexReader | undefined;
  /** Whether the texts of the generation before are what its files would give again. */
  reuse: boolean;
  stored: StoredArticles;
}

const NOTHING_KNOWN: KnownVectors = new Map();

/** Carries out a plan: reads, embeds and writes one generation, and publishes it. Call under the lock. */
export class Run {
  readonly #context: RunContext;
  readonly #options: ReindexOptions;
  readonly #fileSystem: FileSystem;
  readonly #vectorsServe: boolean;
  readonly #files: Map<string, IndexedFile>;
  readonly #statuses: Map<string, FileStatus>;
  /** Hashes of the articles that the new generation holds. */
  readonly #taken: Set<string>;
  readonly #warnings: Failure[] = [];
  readonly #writer: GenerationWriter;
  readonly #journal: EmbeddingJournal;
  readonly #embedder: ArticleEmbedder;

  constructor(context: RunContext, options: ReindexOptions) {
    const { plan, before } = context;
    const { dataDirectory, fingerprint, dimensions, embeddings, wantsGraph, signal, onProgress, full } = options;
    const { fileSystem = nodeFileSystem } = options;
    this.#fileSystem = fileSystem;
    this.#context = context;
    this.#options = options;
    this.#vectorsServe =
      !full && before?.manifest.dimensions === dimensions && sameVectors(before.manifest.fingerprint, fingerprint);
    this.#files = new Map(plan.files.map((file) => [file.source, file]));
    this.#statuses = new Map(plan.statuses);
    this.#taken = new Set(plan.articles.map(({ hash }) => hash));
    const generation = (listGenerations(dataDirectory)[0] ?? 0) + 1;
    this.#journal = new EmbeddingJournal(dataDirectory, fingerprint.model, dimensions, fileSystem);
    const writer = new GenerationWriter(dataDirectory, { generation, fingerprint, dimensions, wantsGraph, fileSystem });
    this.#writer = writer;
    const report = (held: number): void => {
      onProgress({ phase: 'embedding', done: writer.articles + held, total: plan.articles.length });
    };
    this.#embedder = new ArticleEmbedder({
      ...{ embeddings, dimensions, journal: this.#journal, signal },
      done: (record) => {
        writer.add(record);
      },
      onStep: report,
    });
    report(0);
  }

  async publish(): Promise<Omit<IndexReport, 'seconds'>> {
    const { plan } = this.#context;
    try {
      for (const planned of plan.articles) await this.#add(planned);
      await this.#embedder.flush();
      this.#requireArticles();
      for (const file of this.#files.values()) this.#writer.addFile(file);
      this.#options.onProgress({ phase: 'publishing', done: this.#writer.articles, total: this.#writer.articles });
      const manifest = await this.#writer.publish(this.#options.signal).catch((error: unknown) => {
        throw readingBackError(error);
      });
      // After the commit nothing may fail the run any more.
      this.#journal.close();
      const kept = { published: manifest.generation, previous: this.#context.before?.manifest.generation };
      this.#warnings.push(...removeSuperseded(this.#options.dataDirectory, kept, this.#fileSystem));
      return {
        ...countStatuses(this.#statuses, plan.deleted),
        ...{ failed: failuresOf([...this.#files.values()]), warnings: this.#warnings, embedded: this.#embedder.embedded },
        ...{ articles: manifest.articles, chunks: manifest.chunks, generation: generationName(manifest.generation) },
      };
    } finally {
      this.#writer.close();
      this.#journal.close();
    }
  }

  async #add(planned: PlannedArticle): Promise<void> {
    this.#options.signal?.throwIfAborted();
    const record = planned.path === null ? await this.#kept(planned) : await this.#loaded(planned, planned.path);
    if (record) await this.#embedder.add(record);
  }

  async #kept(planned: PlannedArticle): Promise<PendingRecord> {
    const record = await readRecord(this.#context.before, planned.stored ?? planned.source);
    return keptRecord(record, this.#context.reuse ? planned : { ...planned, hash: FORMER }, this.#vectorsServe);
  }

  /** The article as its file has it now; undefined when it cannot be used. */
  async #loaded(planned: PlannedArticle, path: string): Promise<PendingRecord | undefined> {
    const stored =
      this.#vectorsServe && planned.stored !== null ? await readRecord(this.#context.before, planned.stored) : undefined;
    const known = stored ? knownVectors(stored) : NOTHING_KNOWN;
    let hash: string | null = null;
    try {
      const read = await readArticle({ path }, this.#options.limits);
      if (read.hash !== planned.hash) throw new ArticleError('it changed while it was indexed: index again');
      hash = read.hash;
      const document = await parseArticle(planned.source, read.bytes);
      const record = loadedRecord(document, planned, known);
      for (const reason of document.warnings) this.#warnings.push({ source: planned.source, reason });
      return record;
    } catch (error) {
      const reason = error instanceof ArticleError ? error.message : `it cannot be read: ${messageOf(error)}`;
      await this.#leaveOut(planned, hash, reason);
      return undefined;
    }
  }

  /** Files that cannot be used are reported, and keep their former text where there is one. */
  async #leaveOut({ source, copies, hash }: PlannedArticle, readHash: string | null, reason: string): Promise<void> {
    const sources = [source, ...copies];
    for (const each of sources) {
      const file = this.#files.get(each);
      if (file) this.#files.set(each, { ...file, hash: readHash, reason });
      this.#statuses.delete(each);
    }
    this.#taken.delete(hash);
    for (const former of this.#context.stored.keep(sources, this.#taken)) await this.#add(former);
  }

  /** An emptied folder is more often a mistake (an unmounted disk, a wrong path) than a wish. */
  #requireArticles(): void {
    const { before } = this.#context;
    const { dataDirectory, articlesDirectory } = this.#options;
    const mayHoldArticles = before ? before.manifest.articles > 0 : listGenerations(dataDirectory).length > 0;
    if (this.#writer.articles > 0 || !mayHoldArticles) return;
    throw new UserError(
      `${articlesDirectory} holds no usable article, but the index does. The index stays as it is. ` +
        'Check ARTICLES_DIR; to really empty the index, delete DATA_DIR.',
    );
  }
}

/** How many files were added, updated, deleted, and skipped because they did not change. */
export function countStatuses(
  statuses: ReadonlyMap<string, FileStatus>,
  deleted: number,
): Pick<IndexReport, FileStatus | 'deleted'> {
  const counts = { added: 0, updated: 0, skipped: 0, deleted };
  for (const status of statuses.values()) counts[status] += 1;
  return counts;
}

/** The files that are left out. */
export function failuresOf(files: readonly IndexedFile[]): Failure[] {
  return files.flatMap(({ source, reason }) => (reason === null ? [] : [{ source, reason }]));
}
