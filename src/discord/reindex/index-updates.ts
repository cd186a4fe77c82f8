import type { App } from '../../app.ts';
import type { EngineHealth } from '../../engine/engine-client.ts';
import { messageOf } from '../../errors.ts';
import type { IndexReport, Progress } from '../../indexing/reindex.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';

/** An index update while it runs. */
export interface IndexUpdate {
  /** Id of the member who started it, or what in the program did: "watch", "start". */
  by: string;
  /** The member's server; null where nobody in Discord started it. */
  server: string | null;
  full: boolean;
  /** Milliseconds since 1970. */
  since: number;
  progress: Progress | undefined;
}

export interface UpdateRequest {
  full: boolean;
  by: string;
  server?: string | null;
  onProgress?: (progress: Progress) => void;
}

export interface IndexUpdatesOptions {
  app: Pick<App, 'isStale' | 'reindex'>;
  health: () => Pick<EngineHealth, 'mode'>;
  log: Log;
  metrics: Pick<Metrics, 'reindex'>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Told of every update that went through. */
  onPublished: (report: IndexReport) => void;
}

/** Another update runs; there is one at a time. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';
  readonly current: IndexUpdate;

  constructor(current: IndexUpdate) {
    super(`an index update is running already, started by ${current.by}`);
    this.current = current;
  }
}

/** Somebody stopped the update, or the bot is closing: the index is as it was. */
export class UpdateStoppedError extends Error {
  override readonly name = 'UpdateStoppedError';
  readonly reason: 'cancelled' | 'closing';

  constructor(reason: UpdateStoppedError['reason']) {
    super(`the index update was stopped: ${reason}`);
    this.reason = reason;
  }
}

/** As many files that were left out are named in the log; a folder may hold thousands of them. */
const FAILURES_LOGGED = 100;

/** The index updates of this process: one at a time, started by administrators or because the articles folder changed. */
export class IndexUpdates {
  readonly #options: IndexUpdatesOptions;
  #current: { update: IndexUpdate; stop: AbortController } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  /** Why the folder could not be kept up to date the last time. */
  #lastFailure: string | undefined;

  constructor(options: IndexUpdatesOptions) {
    this.#options = options;
  }

  /** The update that runs. */
  current(): IndexUpdate | undefined {
    return this.#current?.update;
  }

  /**
   * Runs an update to its end.
   * @throws AlreadyRunningError, UpdateStoppedError, and what App.reindex throws, such as a UserError when another process indexes.
   */
  async start({ full, by, server = null, onProgress }: UpdateRequest): Promise<IndexReport> {
    const { app, now, onPublished } = this.#options;
    if (this.#closed) throw new UpdateStoppedError('closing');
    if (this.#current) throw new AlreadyRunningError(this.#current.update);
    const update: IndexUpdate = { full, by, server, since: Math.floor(now()), progress: undefined };
    const stop = new AbortController();
    this.#current = { update, stop };
    try {
      const report = await app.reindex({
        ...{ full, owner: `gisabot (${by})`, signal: stop.signal },
        onProgress: (progress) => {
          update.progress = progress;
          onProgress?.(progress);
        },
      });
      this.#note(update, report);
      onPublished(report);
      return report;
    } catch (error) {
      this.#noteFailure(update, error);
      throw error;
    } finally {
      this.#current = undefined;
    }
  }

  /** Stops the update that runs. @returns false when there is none. */
  cancel(): boolean {
    this.#current?.stop.abort(new UpdateStoppedError('cancelled'));
    return this.#current !== undefined;
  }

  /** From now on looks for changed articles, with so many milliseconds between two looks, and updates the index when there are some. */
  watch(milliseconds: number): void {
    const look = async (): Promise<void> => {
      await this.#updateWhenStale();
      if (!this.#closed) this.watch(milliseconds);
    };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void look(), milliseconds);
  }

  /** Stops everything; nothing can be started any more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#current?.stop.abort(new UpdateStoppedError('closing'));
  }

  async #updateWhenStale(): Promise<void> {
    const { app, health, log } = this.#options;
    // An engine with less than everything has other settings than the index was made with: to it every index is stale.
    if (this.#current || health().mode !== 'full') return;
    try {
      if (!(await app.isStale()) || this.#closed) return;
      await this.start({ full: false, by: 'watch' });
      this.#lastFailure = undefined;
    } catch (error) {
      if (error instanceof AlreadyRunningError || error instanceof UpdateStoppedError || messageOf(error) === this.#lastFailure)
        return;
      this.#lastFailure = messageOf(error);
      log.error({ err: error }, 'changed articles could not be indexed; looking again until it works');
    }
  }

  #note({ by, full }: IndexUpdate, { failed, warnings, ...report }: IndexReport): void {
    const { log, metrics } = this.#options;
    metrics.reindex('done');
    const details = {
      failed: failed.length,
      failures: failed.slice(0, FAILURES_LOGGED),
      warnings: warnings.slice(0, FAILURES_LOGGED),
    };
    log.info({ by, full, ...report, ...details }, 'index updated');
  }

  #noteFailure({ by, full }: IndexUpdate, error: unknown): void {
    const { log, metrics } = this.#options;
    const isStopped = error instanceof UpdateStoppedError;
    metrics.reindex(isStopped ? 'stopped' : isLocked(error) ? 'refused' : 'failed');
    if (isStopped) log.info({ by, full, reason: error.reason }, 'index update stopped');
    else if (by !== 'watch') log.warn({ err: error, by, full }, 'index update failed');
  }
}

/** Another process indexes; only the words of the error say so. */
function isLocked(error: unknown): boolean {
  return messageOf(error).startsWith('Indexing is already running');
}
