import { rmSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../articles/load.ts';
import { walkArticles, type ArticleFile, type Walk } from '../articles/walk.ts';
import { ArticleError, UserError } from '../errors.ts';
import { generationName, TEMPORARY_PREFIX } from '../search/generation-files.ts';
import type { Generation } from '../search/generation.ts';
import { sameFingerprint, sameText, type Fingerprint } from '../search/manifest.ts';
import type { Failure } from '../types.ts';
import type { DocumentEmbeddings } from './article-embedder.ts';
import { acquireLock } from './lock.ts';
import { planReindex, type Plan, type SeenFile } from './plan.ts';
import { countStatuses, Run } from './run.ts';

export interface ReindexOptions {
  articlesDirectory: string;
  dataDirectory: string;
  limits: { maxBytes: number; maxDepth: number; maxPathBytes: number };
  fingerprint: Fingerprint;
  embeddings: DocumentEmbeddings;
  dimensions: number;
  /** The live generation, if there is a usable one. */
  before: Generation | undefined;
  /** Read and embed everything again, whatever is known. */
  full: boolean;
  /** Who runs it, for the message another writer gets. */
  owner: string;
  wantsGraph: (chunks: number) => boolean;
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** What a run is doing: articles done of all articles. */
export interface Progress {
  phase: 'reading' | 'embedding' | 'publishing';
  done: number;
  total: number;
}

/** The result of a run. added, updated, deleted, skipped (unchanged) count files; failed lists the files left out. */
export interface IndexReport {
  added: number;
  updated: number;
  deleted: number;
  skipped: number;
  failed: Failure[];
  warnings: Failure[];
  articles: number;
  chunks: number;
  /** Sentences embedded in this run; the others' embeddings were known. */
  embedded: number;
  seconds: number;
  generation: string;
}

/**
 * Brings the index up to date with the articles folder and publishes it as a new generation; the live one serves until then and is never
 * touched. Nothing is published when nothing changed.
 * @throws UserError when another run holds the lock, the folder is missing, or it is empty while the index is not.
 */
export async function reindex(options: ReindexOptions): Promise<IndexReport> {
  const started = performance.now();
  const lock = acquireLock(options.dataDirectory, options.owner);
  try {
    removeLeftovers(options.dataDirectory);
    const { before, articlesDirectory, limits } = options;
    const walk = await walkArticles(articlesDirectory, limits);
    const seen = await hashFiles(walk.files, options);
    const former = { articles: (await before?.articles()) ?? [], files: (await before?.files()) ?? [] };
    const reuse = !options.full && before !== undefined && sameText(before.manifest.fingerprint, options.fingerprint);
    const plan = planReindex(seen, former, reuse);
    refuseToEmpty(plan, former.articles.length, articlesDirectory);
    const report = await carryOut(plan, walk, options);
    return { ...report, seconds: (performance.now() - started) / 1000 };
  } finally {
    lock.release();
  }
}

async function carryOut(plan: Plan, walk: Walk, options: ReindexOptions): Promise<Omit<IndexReport, 'seconds'>> {
  const failed = [...plan.leftOut.map(({ file, reason }) => ({ source: file.source, reason })), ...walk.failures];
  const { before, fingerprint, full } = options;
  const changed = plan.deleted > 0 || [...plan.statuses.values()].some((status) => status !== 'skipped');
  if (before && !changed && !full && sameFingerprint(before.manifest.fingerprint, fingerprint)) {
    const { generation, articles, chunks } = before.manifest;
    return { ...countStatuses(plan), failed, warnings: [], articles, chunks, embedded: 0, generation: generationName(generation) };
  }
  return new Run(plan, options, failed).publish();
}

async function hashFiles(files: readonly ArticleFile[], options: ReindexOptions): Promise<SeenFile[]> {
  const seen: SeenFile[] = [];
  for (const file of files) {
    options.signal?.throwIfAborted();
    if (seen.length % 100 === 0) options.onProgress({ phase: 'reading', done: seen.length, total: files.length });
    seen.push({ ...file, ...(await hashOrReason(file, options.limits)) });
  }
  return seen;
}

async function hashOrReason(file: ArticleFile, limits: ReindexOptions['limits']): Promise<{ hash: string } | { reason: string }> {
  try {
    const { hash } = await readArticle(file, limits);
    return { hash };
  } catch (error) {
    if (error instanceof ArticleError) return { reason: error.message };
    throw error;
  }
}

/** An emptied folder is more often a mistake (an unmounted disk, a wrong path) than a wish. */
function refuseToEmpty(plan: Plan, articlesBefore: number, articlesDirectory: string): void {
  if (plan.articles.length > 0 || articlesBefore === 0) return;
  throw new UserError(
    `${articlesDirectory} holds no usable article, but the index holds ${articlesBefore}. The index stays as it is. ` +
      'Check ARTICLES_DIR; to really empty the index, delete DATA_DIR.',
  );
}

/** Removes what former runs that were killed left behind. Called under the lock. */
function removeLeftovers(dataDirectory: string): void {
  for (const name of readdirSync(dataDirectory)) {
    if (name.startsWith(TEMPORARY_PREFIX)) rmSync(join(dataDirectory, name), { recursive: true, force: true });
  }
}
