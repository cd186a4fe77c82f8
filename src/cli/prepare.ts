import type { App } from '../app.ts';
import type { IndexReport } from '../indexing/reindex.ts';
import { note, progressReporter } from './output.ts';

/** Builds the index when it is missing or stale, with progress on standard error. */
export async function prepareIndex(app: App): Promise<void> {
  if (!(await app.isStale())) return;
  const report = await runReindex(app, false, 'ask');
  note(summary(report));
  for (const { source, reason } of report.failed) note(`  left out: ${source}: ${reason}`);
}

export async function runReindex(app: App, full: boolean, owner: string): Promise<IndexReport> {
  const progress = progressReporter();
  const cancel = new AbortController();
  const stop = (): void => {
    cancel.abort(new Error('stopped; what was embedded so far is kept for the next run'));
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
