import type { App } from '../app.ts';
import { messageOf, UserError } from '../errors.ts';
import { ARGUMENTS, ParentMessage, thrownError, type ChildMessage, type EngineConfig, type Method } from './protocol.ts';

/** Makes a call of the store by its name, or throws. */
export type StoreRequests = (name: string, parameters: unknown[]) => unknown;

export interface ServedApp {
  /** Names the process in the line it writes when it fails. */
  name: string;
  createApp: (config: EngineConfig) => App;
  /** What is done before the process says that it is ready. What fails here fails again, and is told, with the first question. */
  warm: (app: App) => Promise<void>;
  /** Opens what answers the requests to the store; without it there is none. */
  openStore?: (config: EngineConfig) => StoreRequests;
  exit: (code: number) => void;
}

const FAILED = 1;

/**
 * Makes this process a child that answers its parent's requests with an App. It lives as long as the channel to its parent: it ends with
 * code 0 when the parent is gone, and with 1 after one line on standard error when something is thrown that nobody expects. Signals to the
 * whole process group (Ctrl-C, a service manager) are left to the parent.
 */
export function serve({ name, createApp, warm, openStore, exit }: ServedApp): void {
  let server: AppServer | undefined;
  const leaveToParent = () => undefined;
  process.on('SIGINT', leaveToParent).on('SIGTERM', leaveToParent);
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${name}: ${messageOf(error).replace(/\s+/g, ' ')}\n`);
    exit(FAILED);
  });
  process.once('disconnect', () => {
    exit(0);
  });
  process.on('message', (given) => {
    const message = ParentMessage.parse(given);
    if (message.type === 'start') {
      const app = createApp(message.config);
      server = new AppServer(app, openStore?.(message.config) ?? withoutStore);
      const sayReady = (): void => {
        send({ type: 'ready' });
      };
      void warm(app).then(sayReady, sayReady);
    } else if (message.type === 'request') void server?.answer(message);
    else server?.cancel(message.id);
  });
}

class AppServer {
  readonly #app: App;
  readonly #store: StoreRequests;
  readonly #cancels = new Map<number, AbortController>();

  constructor(app: App, store: StoreRequests) {
    this.#app = app;
    this.#store = store;
  }

  async answer(request: { id: number; method: Method; arguments: unknown[] }): Promise<void> {
    const { id } = request;
    const cancel = new AbortController();
    this.#cancels.set(id, cancel);
    try {
      send({ type: 'result', id, value: await this.#call(id, request.method, request.arguments, cancel.signal) });
    } catch (error) {
      send({ type: 'error', id, error: thrownError(error) });
    } finally {
      this.#cancels.delete(id);
    }
  }

  cancel(id: number): void {
    this.#cancels.get(id)?.abort(new UserError('stopped'));
  }

  #ask(id: number, given: unknown[], signal: AbortSignal): Promise<unknown> {
    const [question, { streams = false, ...request } = {}] = ARGUMENTS.ask.parse(given);
    const onText = (text: string): void => {
      send({ type: 'progress', id, progress: { text } });
    };
    return this.#app.ask(question, { ...request, ...(streams ? { onText } : {}), signal });
  }

  async #call(id: number, method: Method, given: unknown[], signal: AbortSignal): Promise<unknown> {
    switch (method) {
      case 'ask':
        return this.#ask(id, given, signal);
      case 'examine':
        return this.#app.examine(...ARGUMENTS.examine.parse(given));
      case 'text':
        return this.#app.text(...ARGUMENTS.text.parse(given));
      case 'passage':
        return this.#app.passage(...ARGUMENTS.passage.parse(given));
      case 'reindex': {
        const [request] = ARGUMENTS.reindex.parse(given);
        return this.#app.reindex({
          ...request,
          signal,
          onProgress: (progress) => {
            send({ type: 'progress', id, progress });
          },
        });
      }
      case 'store':
        return this.#store(...ARGUMENTS.store.parse(given));
      case 'isStale':
      case 'sources':
      case 'status':
      case 'reopen':
        ARGUMENTS[method].parse(given);
        return this.#app[method]();
    }
  }
}

function withoutStore(): never {
  throw new Error('This process has no store');
}

/** A parent that is gone is noticed by `disconnect`, not by a message that does not arrive. */
function send(message: ChildMessage): void {
  process.send?.(message, undefined, undefined, () => undefined);
}
