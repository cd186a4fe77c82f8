import { listGenerations } from './generation-files.ts';
import type { Generation, OpenOptions } from './generation.ts';
import { openNewestGeneration, type OpenResult } from './open-generation.ts';

/** What was opened last: the newest whole generation, if there is one. It is closed when it was replaced and its last user is done. */
interface Opened extends OpenResult {
  /** Number of the newest generation in the data directory, whole or not. */
  newest: number | undefined;
  users: number;
  replaced: boolean;
}

/** The generation that is served: opened by the first use, replaced by a newer one when told to, and closed behind its last user. */
export class ServedGeneration {
  readonly #dataDirectory: string;
  readonly #options: OpenOptions;
  #opened: Promise<Opened> | undefined;
  #reopening: Promise<void> = Promise.resolve();

  constructor(dataDirectory: string, options: OpenOptions) {
    this.#dataDirectory = dataDirectory;
    this.#options = options;
  }

  /** Runs a piece of work on what is open, which stays open until the work is done. */
  async use<Result>(work: (generation: Generation | undefined, alerts: readonly string[]) => Promise<Result>): Promise<Result> {
    let opened = await this.#open();
    while (opened.replaced) opened = await this.#open();
    opened.users += 1;
    try {
      return await work(opened.generation, opened.alerts);
    } finally {
      opened.users -= 1;
      await closeUnused(opened);
    }
  }

  /** Serves the newest generation from now on, if there is another one than before. Nothing is opened that was not in use. */
  reopen(): Promise<void> {
    const reopened = this.#reopening.then(() => this.#replace());
    this.#reopening = reopened.catch(() => undefined);
    return reopened;
  }

  async close(): Promise<void> {
    await this.#reopening;
    const former = this.#opened;
    this.#opened = undefined;
    await leave(await former);
  }

  async #replace(): Promise<void> {
    const former = await this.#opened;
    if (!former || listGenerations(this.#dataDirectory)[0] === former.newest) return;
    const opened = await this.#openNewest();
    this.#opened = Promise.resolve(opened);
    await leave(former);
  }

  #open(): Promise<Opened> {
    this.#opened ??= this.#openNewest().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #openNewest(): Promise<Opened> {
    // Listed before it is opened: what is published in between is noticed the next time.
    const newest = listGenerations(this.#dataDirectory)[0];
    return { ...(await openNewestGeneration(this.#dataDirectory, this.#options)), newest, users: 0, replaced: false };
  }
}

async function leave(opened: Opened | undefined): Promise<void> {
  if (!opened) return;
  opened.replaced = true;
  await closeUnused(opened);
}

async function closeUnused({ generation, users, replaced }: Opened): Promise<void> {
  if (replaced && users === 0) await generation?.close();
}
