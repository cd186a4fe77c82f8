import { messageOf } from '../errors.ts';
import { Connection } from './connection.ts';
import { endConnection } from './indexer.ts';
import type { EngineConfig } from './protocol.ts';
import { MODE_SETTINGS, QUIET_MILLISECONDS, Restarts, type Mode } from './restarts.ts';
import type { EngineLimits, Surroundings } from './surroundings.ts';

export interface SupervisorHealth {
  /** degraded: ready, but with less than everything; see mode. */
  state: 'starting' | 'ready' | 'restarting' | 'degraded' | 'closed';
  mode: Mode;
  /** Since when the state holds, in milliseconds since 1970. */
  since: number;
  /** How often the engine died since the start. */
  deaths: number;
  /** Why it died the last time, in words. */
  lastExit: string | null;
}

/** Keeps one engine process running: starts it again when it dies, with less when it dies often, and in full when it has been quiet. */
export class Supervisor {
  readonly #config: EngineConfig;
  readonly #surroundings: Surroundings;
  readonly #limits: EngineLimits;
  readonly #onReady: () => void;
  readonly #restarts = new Restarts();
  readonly #running = new Set<Connection>();
  #current: Connection | undefined;
  #isReady = false;
  #state: SupervisorHealth['state'] = 'starting';
  #since: number;
  #lastExit: string | null = null;
  #callOffStart = (): void => undefined;
  #callOffRecovery = (): void => undefined;

  constructor(config: EngineConfig, surroundings: Surroundings, limits: EngineLimits, onReady: () => void) {
    this.#config = config;
    this.#surroundings = surroundings;
    this.#limits = limits;
    this.#onReady = onReady;
    this.#since = surroundings.now();
  }

  /** The process to ask; undefined while there is none that is ready. */
  get connection(): Connection | undefined {
    return this.#isReady ? this.#current : undefined;
  }

  health(): SupervisorHealth {
    const { mode, deaths } = this.#restarts;
    return { state: this.#state, mode, since: this.#since, deaths, lastExit: this.#lastExit };
  }

  start(): void {
    const settings = { ...this.#config, ...MODE_SETTINGS[this.#restarts.mode] };
    let child;
    try {
      child = this.#surroundings.fork('engine');
    } catch (error) {
      this.#restart(`it does not start: ${messageOf(error)}`);
      return;
    }
    const connection: Connection = new Connection(child, settings, {
      onReady: () => {
        if (this.#current === connection) this.#serve();
      },
      onEnd: (reason) => {
        this.#running.delete(connection);
        if (this.#current === connection) this.#restart(reason);
      },
    });
    this.#current = connection;
    this.#running.add(connection);
    this.#callOffStart = this.#surroundings.after(this.#limits.start, () => {
      connection.kill('it was not ready in time');
    });
  }

  /** Ends every process and waits until they are gone. */
  async close(): Promise<void> {
    this.#current = undefined;
    this.#callOffStart();
    this.#callOffRecovery();
    this.#enter('closed');
    const { after } = this.#surroundings;
    await Promise.all([...this.#running].map((connection) => endConnection(connection, after, this.#limits.end)));
  }

  #serve(): void {
    this.#callOffStart();
    this.#isReady = true;
    this.#enter(this.#restarts.mode === 'full' ? 'ready' : 'degraded');
    this.#onReady();
  }

  #restart(reason: string): void {
    const { now, after } = this.#surroundings;
    this.#callOffStart();
    this.#callOffRecovery();
    this.#lastExit = reason;
    this.#isReady = false;
    this.#current = undefined;
    const delay = this.#restarts.died(now());
    this.#enter('restarting');
    this.#callOffStart = after(delay, () => {
      this.start();
    });
    this.#callOffRecovery = after(QUIET_MILLISECONDS, () => {
      if (this.#restarts.recover()) this.#renew();
    });
  }

  /** Starts a process with everything; the one before ends when it has given its last answer. */
  #renew(): void {
    const former = this.#current;
    this.#callOffStart();
    this.#isReady = false;
    this.#enter('restarting');
    this.start();
    former?.release();
  }

  #enter(state: SupervisorHealth['state']): void {
    this.#state = state;
    this.#since = this.#surroundings.now();
  }
}
