import { statSync } from 'node:fs';
import type { App } from '../app.ts';
import { messageOf, UsageError, UserError } from '../errors.ts';
import type { IndexReport } from '../indexing/reindex.ts';
import { note, noteFiles } from './output.ts';
import { progressReporter } from './progress.ts';

/** Where the development sets are unless another folder is named: KorQuAD v1 and the seed questions. */
export const DEVELOPMENT_SETS = '../shared';

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

/** Says on standard error what keeps answers from being as good as they could be; known only once something was asked. */
export async function noteAlerts(app: App): Promise<void> {
  for (const alert of (await app.status()).alerts) note(`note: ${alert}`);
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
  const stopping = stopOnSignal(progress.end);
  try {
    return await app.reindex({ full, owner, onProgress: progress.update, signal: stopping.signal });
  } finally {
    stopping.end();
    progress.end();
  }
}

/** npm passes on a Ctrl-C that the terminal has sent to every process already: what comes this soon is the same one. */
const SAME_SIGNAL_MILLISECONDS = 1_000;

/** Aborts at the first signal; a second one ends the process at once. */
function stopOnSignal(beforeNote: () => void): { signal: AbortSignal; end: () => void } {
  const cancel = new AbortController();
  let first: number | undefined;
  const stop = (signal: keyof typeof STOP_SIGNALS): void => {
    if (first === undefined) {
      first = Date.now();
      beforeNote();
      note('Stopping after the sentences at hand. Ctrl-C again ends at once.');
      cancel.abort(new StoppedError(STOP_SIGNALS[signal]));
    } else if (Date.now() - first >= SAME_SIGNAL_MILLISECONDS) {
      end();
      process.kill(process.pid, signal);
    }
  };
  const end = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { signal: cancel.signal, end };
}

/** The report of an index run in one line. */
export function summary(report: IndexReport): string {
  const { added, updated, deleted, skipped, failed, articles, chunks, seconds, generation } = report;
  const counts = { added, updated, deleted, unchanged: skipped, 'left out': failed.length };
  const changes = Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
  return `${generation}: ${articles} articles, ${chunks} chunks (${changes.join(', ') || 'no files'}) in ${seconds.toFixed(1)} s`;
}
