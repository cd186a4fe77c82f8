import type { App, AskRequest, ReindexRequest } from '../app.ts';
import type { StoreCalls } from '../store/calls.ts';
import { EngineError } from '../errors.ts';
import { ChildDiedError, type Connection } from './connection.ts';
import type { SupervisorHealth } from './health.ts';
import { reindexInChild } from './indexer.ts';
import { RESULTS, type EngineConfig, type Method, type Progress } from './protocol.ts';
import { remoteStore } from './remote-store.ts';
import { Supervisor } from './supervisor.ts';
import { DEFAULT_LIMITS, SYSTEM, type EngineLimits, type Surroundings } from './surroundings.ts';

export interface EngineHealth extends SupervisorHealth {
  /** Requests that have no answer yet. */
  queueLength: number;
}

interface Request {
  method: Method;
  parameters: unknown[];
  attempts: number;
  onProgress: (progress: Progress) => void;
  /** Tells the child, once it has the request, that nobody waits for the answer. */
  cancel: () => void;
  /** Gives the caller an answer; the first one counts. */
  settle: (outcome: { value: unknown } | { error: unknown }) => void;
}

/** Each of these keeps the engine busy: the next is sent when the one before is done. With a language model a question mostly waits for it. */
const ONE_AT_A_TIME: ReadonlySet<Method> = new Set(['ask', 'examine']);
/** This walks the articles folder, which may lie on a slow disk. */
const WITHOUT_DEADLINE: ReadonlySet<Method> = new Set(['isStale']);
const MAXIMUM_ATTEMPTS = 2;
const AT_ONCE_WITH_MODEL = 4;

/**
 * App over a child process, which is started again when it dies: the question under way is asked once more. Index updates run in a process
 * of their own meanwhile. Errors keep their class and message; a request that gets no answer rejects with EngineError.
 */
export class EngineClient implements App {
  /** Resolves when the engine can answer for the first time, rejects when it is closed before. Requests made earlier wait. */
  readonly ready: Promise<void>;
  /** What people did and set. It is open in the engine's process, since it is native code; its calls do not wait behind questions. */
  readonly store: StoreCalls;
  readonly #config: EngineConfig;
  readonly #surroundings: Surroundings;
  readonly #limits: EngineLimits;
  readonly #supervisor: Supervisor;
  readonly #closing = new AbortController();
  /** Requests without an answer, in the order they came. */
  readonly #open = new Set<Request>();
  readonly #sent = new Set<Request>();
  readonly #indexers = new Set<Promise<unknown>>();
  #allSettled = (): void => undefined;

  constructor(config: EngineConfig, surroundings: Partial<Surroundings> = {}, limits: Partial<EngineLimits> = {}) {
    this.#config = config;
    this.#surroundings = { ...SYSTEM, ...surroundings };
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.store = remoteStore((name, parameters) => this.#request('store', [name, parameters]));
    let becomeReady = (): void => undefined;
    this.ready = new Promise((resolve, reject) => {
      becomeReady = resolve;
      this.#closing.signal.addEventListener('abort', () => {
        reject(closed());
      });
    });
    // Whoever does not wait for it need not handle it.
    this.ready.catch(() => undefined);
    this.#supervisor = new Supervisor(config, this.#surroundings, this.#limits, () => {
      becomeReady();
      this.#sendOpen();
    });
  }

  /** Starts the engine's process. To be called once. */
  start(): void {
    this.#supervisor.start();
  }

  health(): EngineHealth {
    return { ...this.#supervisor.health(), queueLength: this.#open.size };
  }

  async ask(question: string, request?: AskRequest): ReturnType<App['ask']> {
    if (!request) return RESULTS.ask.parse(await this.#request('ask', [question]));
    const { onText, signal, ...rest } = request;
    const onProgress = (progress: Progress): void => {
      if ('text' in progress) onText?.(progress.text);
    };
    const parameters = [question, { ...rest, streams: onText !== undefined }];
    return RESULTS.ask.parse(await this.#request('ask', parameters, { onProgress, ...(signal ? { signal } : {}) }));
  }

  async examine(...parameters: Parameters<App['examine']>): ReturnType<App['examine']> {
    return RESULTS.examine.parse(await this.#request('examine', parameters));
  }

  async isStale(): Promise<boolean> {
    return RESULTS.isStale.parse(await this.#request('isStale'));
  }

  async sources(): ReturnType<App['sources']> {
    return RESULTS.sources.parse(await this.#request('sources'));
  }

  async text(source: string): Promise<string | undefined> {
    return RESULTS.text.parse(await this.#request('text', [source]));
  }

  async passage(...parameters: Parameters<App['passage']>): ReturnType<App['passage']> {
    return RESULTS.passage.parse(await this.#request('passage', parameters));
  }

  async status(): ReturnType<App['status']> {
    return RESULTS.status.parse(await this.#request('status'));
  }

  async reopen(): Promise<void> {
    RESULTS.reopen.parse(await this.#request('reopen'));
  }

  /** Updates the index in a process of its own, while questions are answered; the next question after it sees the result. */
  async reindex(request: ReindexRequest): ReturnType<App['reindex']> {
    if (this.#closing.signal.aborted) throw closed();
    const signal = request.signal ? AbortSignal.any([request.signal, this.#closing.signal]) : this.#closing.signal;
    const running = reindexInChild(this.#config, { ...request, signal }, this.#surroundings, this.#limits);
    const ended = running.then(
      () => undefined,
      () => undefined,
    );
    this.#indexers.add(ended);
    const report = await running.finally(() => this.#indexers.delete(ended));
    // The index is published whether or not the engine can say so now: it looks for itself, too.
    await this.reopen().catch(() => undefined);
    return report;
  }

  /** Stops index updates, lets requests under way finish for a while, and ends every process. Requests made later reject. */
  async close(): Promise<void> {
    this.#closing.abort(closed());
    const settled = new Promise<void>((resolve) => (this.#allSettled = resolve));
    const callOff = this.#surroundings.after(this.#limits.close, this.#allSettled);
    if (this.#open.size > 0) await settled;
    callOff();
    for (const { settle } of this.#open) settle({ error: closed() });
    await Promise.all([this.#supervisor.close(), ...this.#indexers]);
  }

  #request(
    method: Method,
    parameters: unknown[] = [],
    { onProgress = () => undefined, signal }: { onProgress?: Request['onProgress']; signal?: AbortSignal } = {},
  ): Promise<unknown> {
    if (this.#closing.signal.aborted) return Promise.reject(closed());
    return new Promise((resolve, reject) => {
      const request: Request = {
        ...{ method, parameters, attempts: 0, onProgress, cancel: () => undefined },
        settle: (outcome) => {
          if (!this.#open.delete(request)) return;
          callOff();
          signal?.removeEventListener('abort', leave);
          if ('error' in outcome) request.cancel();
          if ('value' in outcome) resolve(outcome.value);
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is passed on as it was thrown
          else reject(outcome.error);
          if (this.#open.size === 0) this.#allSettled();
        },
      };
      const leave = (): void => {
        request.settle({ error: signal?.reason });
      };
      const callOff = this.#afterDeadline(method, () => {
        request.settle({ error: noAnswer(this.#deadlineOf(method)) });
      });
      signal?.addEventListener('abort', leave);
      this.#open.add(request);
      this.#sendOpen();
    });
  }

  #sendOpen(): void {
    const { connection } = this.#supervisor;
    if (!connection) return;
    for (const request of this.#open) {
      const busy = [...this.#sent].filter(({ method }) => ONE_AT_A_TIME.has(method)).length;
      const mustWait = ONE_AT_A_TIME.has(request.method) && busy >= (this.#usesModel ? AT_ONCE_WITH_MODEL : 1);
      if (!this.#sent.has(request) && !mustWait) void this.#send(request, connection);
    }
  }

  async #send(request: Request, connection: Connection): Promise<void> {
    const { method, parameters } = request;
    this.#sent.add(request);
    request.attempts += 1;
    const callOff = this.#afterDeadline(method, () => {
      connection.kill(`it did not answer within ${this.#deadlineOf(method) / 1000} s`);
    });
    try {
      const sent = connection.request(method, parameters, request.onProgress);
      request.cancel = sent.cancel;
      request.settle({ value: await sent.result });
    } catch (error) {
      if (!(error instanceof ChildDiedError)) request.settle({ error });
      else if (request.attempts >= MAXIMUM_ATTEMPTS) request.settle({ error: diedTwice() });
    } finally {
      callOff();
      this.#sent.delete(request);
      this.#sendOpen();
    }
  }

  #afterDeadline(method: Method, callback: () => void): () => void {
    return WITHOUT_DEADLINE.has(method) ? () => undefined : this.#surroundings.after(this.#deadlineOf(method), callback);
  }

  /** A question may take as long as the language model may, besides what everything else takes. */
  #deadlineOf(method: Method): number {
    return this.#limits.request + (method === 'ask' && this.#usesModel ? this.#config.modelSeconds * 1000 : 0);
  }

  get #usesModel(): boolean {
    return this.#config.modelAddress !== '';
  }
}

function noAnswer(milliseconds: number): EngineError {
  return new EngineError('deadline', `No answer within ${milliseconds / 1000} seconds. Ask again in a moment.`);
}

function diedTwice(): EngineError {
  return new EngineError('died', 'The search engine stopped twice while it worked on this. Ask again in other words.');
}

function closed(): EngineError {
  return new EngineError('closed', 'gisabot is shutting down. Try again when it is back.');
}
