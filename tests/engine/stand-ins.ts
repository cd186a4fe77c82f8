import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { parseConfig } from '../../src/config.ts';
import { EngineClient } from '../../src/engine/engine-client.ts';
import type { EngineConfig, ParentMessage } from '../../src/engine/protocol.ts';
import type { EngineLimits, Surroundings } from '../../src/engine/surroundings.ts';

/** A clock that stands still until it is moved on. */
export class Clock {
  time = 1_000_000;
  #timers: { at: number; callback: () => void }[] = [];

  readonly now = (): number => this.time;

  readonly after: Surroundings['after'] = (milliseconds, callback) => {
    const timer = { at: this.time + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  /** Moves on, and lets everything happen that is due meanwhile, in order. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.time = next.at;
      next.callback();
      await settle();
    }
    this.time = end;
    await settle();
  }
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** An engine's process as its parent sees it; it does what the test says. */
export class FakeChild extends EventEmitter {
  connected = true;
  readonly pid = 1;
  config: EngineConfig | undefined;
  readonly requests: Extract<ParentMessage, { type: 'request' }>[] = [];

  send(message: ParentMessage): void {
    if (message.type === 'start') this.config = message.config;
    if (message.type === 'request') this.requests.push(message);
  }

  async ready(): Promise<void> {
    this.emit('message', { type: 'ready' });
    await settle();
  }

  /** Answers the last request. */
  async answer(value: unknown): Promise<void> {
    this.emit('message', { type: 'result', id: this.requests.at(-1)?.id, value });
    await settle();
  }

  async die(signal: NodeJS.Signals = 'SIGSEGV'): Promise<void> {
    if (!this.connected) return;
    this.connected = false;
    this.emit('exit', null, signal);
    await settle();
  }

  kill(signal: NodeJS.Signals): void {
    void this.die(signal);
  }

  disconnect(): void {
    void this.die('SIGHUP');
  }

  get asChild(): ChildProcess {
    return this as unknown as ChildProcess;
  }
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
/** Settings of which each degraded mode takes something away. */
export const FULL = parseConfig({ VECTOR_INDEX: 'auto', EMBEDDING_MODEL: 'a/model' });

/** An engine whose processes are stand-ins and whose clock stands still; without a spare unless it is asked for. */
export function startEngine(limits: Partial<EngineLimits> = { spare: null }) {
  const clock = new Clock();
  const children: FakeChild[] = [];
  const fork = () => {
    const child = new FakeChild();
    children.push(child);
    return child.asChild;
  };
  const engine = new EngineClient(FULL, { fork, now: clock.now, after: clock.after }, limits);
  engine.start();
  const last = (): FakeChild => children.at(-1)!;
  return { engine, clock, children, last };
}

/** A promise's end as a value, so that nothing is unhandled while the test goes on. */
export function endOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => error);
}
