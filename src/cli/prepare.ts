import { statSync } from 'node:fs';
import type { App } from '../app.ts';
import { messageOf, UsageError, UserError } from '../errors.ts';
import type { IndexReport } from '../indexing/reindex.ts';
import { note, noteFiles } from './output.ts';
import { progressReporter } from './progress.ts';

/** The run was stopped by a signal; the exit code is the shell's for that signal. */
export class StoppedError extends UserError {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('stopped. The index is as it was before; what was embedded so far is kept for the next run.');
    this.exitCode = exitCode;
  }
}

const STOP_SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** @throws UsageError when the articles folder is not there: the one thing a newcomer has to bring. */
export function requireArticlesFolder(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(
      `the articles folder "${folder}" does not exist. Make it and put articles into it, or set ARTICLES_DIR.`,
    );
  if (!stats.isDirectory())
    throw new UsageError(`the articles folder "${folder}" is a file. Set ARTICLES_DIR to the folder that holds the articles.`);
}

/**
 * Builds the index when it is missing or stale, with progress on standard error. What stands in the way of an update (another writer, a
 * full or read-only disk) is noted, and the index as it is serves: an older answer is better than none.
 */
export async function prepareIndex(app: App, owner: string): Promise<void> {
  try {
    await refreshIndex(app, owner);
  } catch (error) {
    if (error instanceof UsageError || error instanceof StoppedError) throw error;
    const { manifest } = await app.status();
    if (!manifest) throw error;
    note(`note: the index cannot be brought up to date: ${messageOf(error)}`);
    note(`note: going on with the index made ${manifest.created}`);
  }
}

/** Builds the index when it is missing or stale, or fails. */
export async function refreshIndex(app: App, owner: string): Promise<void> {
  if (!(await app.isStale())) return;
  const report = await runReindex(app, false, owner);
  note(summary(report));
  noteFiles('left out', report.failed);
}

/** Runs an index update that Ctrl-C stops in good order. */
export async function runReindex(app: App, full: boolean, owner: string): Promise<IndexReport> {
  const progress = progressReporter();
  const cancel = new AbortController();
  const stop = (signal: keyof typeof STOP_SIGNALS): void => {
    cancel.abort(new StoppedError(STOP_SIGNALS[signal]));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await app.reindex({ full, owner, onProgress: progress.update, signal: cancel.signal });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    progress.end();
  }
}

/** The report of an index run in one line. */
export function summary(report: IndexReport): string {
  const { added, updated, deleted, skipped, failed, articles, chunks, seconds, generation } = report;
  const changes = `${added} added, ${updated} updated, ${deleted} deleted, ${skipped} unchanged, ${failed.length} left out`;
  return `${generation}: ${articles} articles, ${chunks} chunks (${changes}) in ${seconds.toFixed(1)} s`;
}
