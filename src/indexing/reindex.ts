import { existsSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { readArticle } from '../articles/load.ts';
import { walkArticles, type ArticleFile } from '../articles/walk.ts';
import { ArticleError } from '../errors.ts';
import { nodeFileSystem, syncPath, type FileSystem } from '../file-system.ts';
import { generationName, isOwnEntry, listGenerations, removeLeftovers } from '../search/generation-files.ts';
import type { Generation } from '../search/generation.ts';
import { sameFingerprint, type Fingerprint } from '../search/manifest.ts';
import { openNewestGeneration } from '../search/open-generation.ts';
import type { Failure } from '../types.ts';
import type { DocumentEmbeddings } from './article-embedder.ts';
import { removeSuperseded } from './clean-up.ts';
import { diskError } from './disk-errors.ts';
import { acquireLock } from './lock.ts';
import { planReindex, type Plan, type Seen, type SeenFile } from './plan.ts';
import { countStatuses, failuresOf, Run } from './run.ts';
import { StoredArticles } from './stored-articles.ts';

export interface ReindexOptions {
  articlesDirectory: string;
  dataDirectory: string;
  limits: { maxBytes: number; maxDepth: number; maxPathBytes: number };
  fingerprint: Fingerprint;
  embeddings: DocumentEmbeddings;
  /** Length of a vector; 0 without an embedding model. */
  dimensions: number;
  /** Read and embed everything again, whatever is known. */
  full: boolean;
  /** Who runs it, for the message another writer gets. */
  owner: string;
  wantsGraph: (chunks: number) => boolean;
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal;
  /** What the index is written through; the system's unless a test hands in another. */
  fileSystem?: FileSystem;
}

/** What a run is doing: files read of all files, or articles done of all articles. */
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
 * @throws UserError when another run holds the lock, the data directory cannot be written, is full, fails or is a newer program's, the
 * folder is missing, or nothing in it is usable while the index is not empty. What the signal was aborted with when it was.
 */
export async function reindex(options: ReindexOptions): Promise<IndexReport> {
  const started = performance.now();
  const { dataDirectory, fileSystem = nodeFileSystem } = options;
  const lock = acquireLock(dataDirectory, options.owner, fileSystem);
  let before: Generation | undefined;
  try {
    // Opened under the lock: another process may have published since the caller looked.
    // It is only read from, never searched.
    before = (await openNewestGeneration(dataDirectory, { graph: false })).generation;
    // A run that was killed may have renamed its generation and no more: what this one builds on, or finds unchanged, is there for good.
    syncPath(dataDirectory, fileSystem);
    removeLeftovers(dataDirectory, fileSystem);
    const report = await update(before, options);
    return { ...report, seconds: (performance.now() - started) / 1000 };
  } catch (error) {
    throw diskError(error, dataDirectory);
  } finally {
    await before?.close();
    lock.release();
  }
}

async function update(before: Generation | undefined, options: ReindexOptions): Promise<Omit<IndexReport, 'seconds'>> {
  const seen = await look(options);
  const former = { articles: (await before?.articles()) ?? [], files: (await before?.files()) ?? [] };
  const reuse = !options.full && before !== undefined && sameFingerprint(before.manifest.fingerprint, options.fingerprint);
  const plan = planReindex(seen, former, reuse);
  // A damaged generation in front of the one that opened is replaced, so that there are two whole ones again.
  const newest = before !== undefined && listGenerations(options.dataDirectory)[0] === before.manifest.generation;
  const report =
    reuse && newest && !plan.changed
      ? unchanged(before, plan, options)
      : await new Run({ plan, before, reuse, stored: new StoredArticles(former.articles) }, options).publish();
  return { ...report, failed: [...report.failed, ...seen.failures] };
}

function unchanged(
  { manifest }: Generation,
  { statuses, deleted, files }: Plan,
  { dataDirectory, fileSystem = nodeFileSystem }: ReindexOptions,
): Omit<IndexReport, 'seconds'> {
  const { generation, articles, chunks } = manifest;
  const counts = countStatuses(statuses, deleted);
  // The run that published it may have been killed before it cleaned up.
  const kept = { published: generation, previous: listGenerations(dataDirectory).find((each) => each < generation) };
  return {
    ...counts,
    failed: failuresOf(files),
    warnings: removeSuperseded(dataDirectory, kept, fileSystem),
    articles,
    chunks,
    embedded: 0,
    generation: generationName(generation),
  };
}

/** Walks the folder and hashes its files. The index's own files do not count when they lie in the folder. */
async function look(options: ReindexOptions): Promise<Seen> {
  const { articlesDirectory, dataDirectory, limits, signal, onProgress } = options;
  const { files, failures } = await walkArticles(articlesDirectory, limits);
  const seen: SeenFile[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    if (seen.length % 100 === 0) onProgress({ phase: 'reading', done: seen.length, total: files.length });
    seen.push(await seeFile(file, limits));
  }
  const own = relativePath(articlesDirectory, dataDirectory);
  return { files: seen, failures: failures.filter(({ source }) => own === null || !isOwn(source, own)) };
}

async function seeFile(file: ArticleFile, limits: ReindexOptions['limits']): Promise<SeenFile> {
  try {
    const { hash } = await readArticle(file, limits);
    return { ...file, hash };
  } catch (error) {
    if (error instanceof ArticleError) return { ...file, hash: null, reason: error.message };
    throw error;
  }
}

/** Path of one folder in another, ending in '/' unless they are the same; null when it lies elsewhere. */
function relativePath(folder: string, inner: string): string | null {
  if (!existsSync(inner)) return null;
  const path = relative(realpathSync(folder), realpathSync(inner)).replaceAll('\\', '/').normalize('NFC');
  if (path.startsWith('..')) return null;
  return path === '' ? '' : `${path}/`;
}

function isOwn(source: string, dataDirectory: string): boolean {
  return source.startsWith(dataDirectory) && isOwnEntry(source.slice(dataDirectory.length).split('/')[0] ?? '');
}
