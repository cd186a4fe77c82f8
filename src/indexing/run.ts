import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle, readArticle } from '../articles/load.ts';
import { ArticleError } from '../errors.ts';
import { generationName, listGenerations } from '../search/generation-files.ts';
import type { Generation } from '../search/generation.ts';
import { GenerationWriter } from '../search/generation-writer.ts';
import type { IndexedFile } from '../search/index-port.ts';
import type { Failure } from '../types.ts';
import { ArticleEmbedder } from './article-embedder.ts';
import { EmbeddingJournal } from './journal.ts';
import type { FileStatus, Plan, PlannedArticle, SeenFile } from './plan.ts';
import { newRecord, storedRecord, type PendingRecord } from './records.ts';
import type { IndexReport, Progress, ReindexOptions } from './reindex.ts';

/** Generations that stay on the disk: the live one and the one before, to go back to. */
const KEPT_GENERATIONS = 2;

/** Carries out a plan: reads, embeds and writes one generation, and publishes it. Call under the lock. */
export class Run {
  readonly #plan: Plan;
  readonly #options: ReindexOptions;
  readonly #failed: Failure[];
  readonly #warnings: Failure[] = [];
  readonly #writer: GenerationWriter;
  readonly #journal: EmbeddingJournal;
  readonly #embedder: ArticleEmbedder;
  #done = 0;

  constructor(plan: Plan, options: ReindexOptions, failed: Failure[]) {
    this.#plan = plan;
    this.#options = options;
    this.#failed = failed;
    const { dataDirectory, fingerprint, dimensions, wantsGraph } = options;
    const generation = (listGenerations(dataDirectory)[0] ?? 0) + 1;
    this.#journal = new EmbeddingJournal(dataDirectory, fingerprint.model, dimensions);
    this.#writer = new GenerationWriter(dataDirectory, { generation, fingerprint, dimensions, wantsGraph });
    this.#embedder = new ArticleEmbedder(
      options.embeddings,
      this.#journal,
      (record) => {
        this.#writer.add(record);
        this.#progress('embedding', ++this.#done);
      },
      options.signal,
    );
  }

  async publish(): Promise<Omit<IndexReport, 'seconds'>> {
    try {
      for (const planned of this.#plan.articles) await this.#addArticle(planned);
      await this.#embedder.flush();
      for (const { file, reason } of this.#plan.leftOut) this.#writer.addFile(fileRow(file, reason));
      this.#progress('publishing', this.#done);
      const manifest = await this.#writer.publish();
      this.#journal.remove();
      removeOldGenerations(this.#options.dataDirectory);
      return {
        ...countStatuses(this.#plan),
        ...{ failed: this.#failed, warnings: this.#warnings, embedded: this.#embedder.embedded },
        ...{ articles: manifest.articles, chunks: manifest.chunks, generation: generationName(manifest.generation) },
      };
    } catch (error) {
      this.#writer.abort();
      this.#journal.close();
      throw error;
    }
  }

  async #addArticle(planned: PlannedArticle): Promise<void> {
    this.#options.signal?.throwIfAborted();
    const record = await this.#record(planned);
    if (record) await this.#embedder.add(record);
  }

  async #record(planned: PlannedArticle): Promise<PendingRecord | undefined> {
    const { file, copies, keep } = planned;
    const { before } = this.#options;
    if (before && keep !== null) {
      this.#remember(file, copies);
      return storedRecord(before, keep, file.source, copies);
    }
    try {
      const { bytes, hash } = await readArticle(file, this.#options.limits);
      const document = await parseArticle(file.source, bytes);
      for (const reason of document.warnings) this.#warnings.push({ source: file.source, reason });
      this.#remember({ ...file, hash }, copies);
      return await newRecord(document, hash, copies, this.#options.full ? undefined : before);
    } catch (error) {
      if (error instanceof ArticleError) return this.#leaveOut(planned, error.message, before);
      throw error;
    }
  }

  /** The file cannot be used: it is reported, and the article keeps its former text when there is one. */
  async #leaveOut({ file, copies, former }: PlannedArticle, reason: string, before?: Generation): Promise<PendingRecord | undefined> {
    for (const source of [file.source, ...copies]) {
      this.#failed.push({ source, reason });
      this.#writer.addFile({ ...fileRow(file, reason), source });
      this.#plan.statuses.delete(source);
    }
    return before && former !== null ? storedRecord(before, former, file.source, []) : undefined;
  }

  /** Notes the files of an article as indexed; files that are left out keep their reason instead. */
  #remember(file: SeenFile, copies: readonly string[]): void {
    for (const source of [file.source, ...copies]) {
      if (this.#plan.statuses.has(source)) this.#writer.addFile({ ...fileRow(file, null), source });
    }
  }

  #progress(phase: Progress['phase'], done: number): void {
    this.#options.onProgress({ phase, done, total: this.#plan.articles.length });
  }
}

/** How many files were added, updated, deleted, and skipped because they did not change. */
export function countStatuses({ statuses, deleted }: Plan): Pick<IndexReport, FileStatus | 'deleted'> {
  const counts = { added: 0, updated: 0, skipped: 0, deleted };
  for (const status of statuses.values()) counts[status] += 1;
  return counts;
}

function fileRow(file: SeenFile, reason: string | null): IndexedFile {
  const { source, bytes, modified } = file;
  return { source, bytes, modified, hash: 'hash' in file ? file.hash : null, reason };
}

function removeOldGenerations(dataDirectory: string): void {
  for (const generation of listGenerations(dataDirectory).slice(KEPT_GENERATIONS)) {
    rmSync(join(dataDirectory, generationName(generation)), { recursive: true, force: true });
  }
}
