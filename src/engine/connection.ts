import type { ChildProcess } from 'node:child_process';
import { ChildMessage, errorFrom, type EngineConfig, type Method, type ParentMessage, type Progress } from './protocol.ts';

/** The child ended before it answered. */
export class ChildDiedError extends Error {
  override readonly name = 'ChildDiedError';
}

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  onProgress: (progress: Progress) => void;
}

/** A request that was sent, and the way to ask the child to stop working on it. */
export interface Sent {
  result: Promise<unknown>;
  cancel: () => void;
}

/** One child process: matches its answers to the requests. */
export class Connection {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #killedBecause: string | undefined;
  #released = false;
  /** Resolves, with the reason in words, when the process is gone. */
  readonly ended: Promise<string>;

  /** @param events `onReady` once the child can answer; `onEnd` when it is gone, before the pending requests reject. */
  constructor(child: ChildProcess, config: EngineConfig, events: { onReady?: () => void; onEnd?: (reason: string) => void }) {
    this.#child = child;
    this.ended = new Promise((resolve) => {
      const end = (reason: string): void => {
        events.onEnd?.(reason);
        for (const { reject } of this.#pending.values()) reject(new ChildDiedError(reason));
        this.#pending.clear();
        resolve(reason);
      };
      child.once('exit', (code, signal) => {
        end(this.#killedBecause ?? (signal === null ? `it ended with code ${code ?? 0}` : `it was ended by ${signal}`));
      });
      child.on('error', (error) => {
        if (child.pid === undefined) end(`it does not start: ${error.message}`);
      });
    });
    child.on('message', (message) => {
      this.#receive(message, events.onReady);
    });
    this.#send({ type: 'start', config });
  }

  request(method: Method, parameters: unknown[], onProgress: (progress: Progress) => void = () => undefined): Sent {
    const id = ++this.#lastId;
    const result = new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onProgress });
      this.#send({ type: 'request', id, method, arguments: parameters });
    });
    const cancel = (): void => {
      this.#send({ type: 'cancel', id });
    };
    return { result, cancel };
  }

  /** Ends the child at once; nothing it holds can be damaged by that. */
  kill(reason: string): void {
    this.#killedBecause ??= reason;
    this.#child.kill('SIGKILL');
  }

  /** Lets go of the child, which then ends by itself. */
  disconnect(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  /** The same as soon as it owes no answer. */
  release(): void {
    this.#released = true;
    if (this.#pending.size === 0) this.disconnect();
  }

  /** What cannot be sent because the child is going down is answered by its end. */
  #send(message: ParentMessage): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(given: unknown, onReady: (() => void) | undefined): void {
    const { success, data: message } = ChildMessage.safeParse(given);
    if (!success) {
      this.kill('it sent something that is no answer');
      return;
    }
    if (message.type === 'ready') {
      onReady?.();
      return;
    }
    const pending = this.#pending.get(message.id);
    if (message.type === 'progress') {
      pending?.onProgress(message.progress);
      return;
    }
    this.#pending.delete(message.id);
    if (message.type === 'result') pending?.resolve(message.value);
    else pending?.reject(errorFrom(message.error));
    if (this.#released) this.release();
  }
}
