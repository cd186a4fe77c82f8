import { messageOf } from '../errors.ts';
import type { Connection } from './connection.ts';
import { EngineProcess } from './engine-process.ts';
import type { SupervisorHealth } from './health.ts';
import { endConnection } from './indexer.ts';
import type { EngineConfig } from './protocol.ts';
import { QUIET_MILLISECONDS, Restarts } from './restarts.ts';
import type { EngineLimits, Surroundings } from './surroundings.ts';

/** A spare that does not come up is tried again after ever longer pauses, up to this. */
const MAXIMUM_SPARE_PAUSE = 60_000;

/**
 * Keeps one engine process running: starts it again when it dies, with less when it dies often, and in full when it has been quiet.
 *
 * Beside it waits a spare, which takes over when it dies: loading the modules and the model takes seconds, taking over none. The spare is
 * an engine like the other, with the generation open, so that it answers at once. The price is its memory: about 260 MB with the bundled
 * model and a small index, more by what an index holds in memory. That a spare dies is not a death of the engine.
 */
export class Supervisor {
  readonly #config: EngineConfig;
  readonly #surroundings: Surroundings;
  readonly #limits: EngineLimits;
  readonly #onReady: () => void;
  readonly #restarts = new Restarts();
  readonly #running = new Set<EngineProcess>();
  #current: EngineProcess | undefined;
  #spare: EngineProcess | undefined;
  #spareFailures = 0;
  #state: SupervisorHealth['state'] = 'starting';
  #since: number;
  #lastExit: string | null = null;
  #callOffStart = (): void => undefined;
  #callOffSpare = (): void => undefined;
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
    return this.#current?.isReady ? this.#current.connection : undefined;
  }

  health(): SupervisorHealth {
    const { mode, deaths } = this.#restarts;
    return { state: this.#state, mode, since: this.#since, deaths, lastExit: this.#lastExit };
  }

  start(): void {
    try {
      this.#current = this.#launch();
    } catch (error) {
      this.#restart(`it does not start: ${messageOf(error)}`);
    }
  }

  /** Ends every process and waits until they are gone. */
  async close(): Promise<void> {
    this.#current = undefined;
    this.#spare = undefined;
    this.#callOffStart();
    this.#callOffSpare();
    this.#callOffRecovery();
    this.#enter('closed');
    const { after } = this.#surroundings;
    await Promise.all([...this.#running].map(({ connection }) => endConnection(connection, after, this.#limits.end)));
  }

  #launch(): EngineProcess {
    const launched = new EngineProcess(this.#config, this.#restarts.mode, this.#surroundings, this.#limits, {
      onReady: (process) => {
        if (process === this.#current) this.#serve();
        else if (process === this.#spare) this.#spareFailures = 0;
      },
      onEnd: (process, reason) => {
        this.#running.delete(process);
        if (process === this.#current) this.#restart(reason);
        else if (process === this.#spare) this.#loseSpare();
      },
    });
    this.#running.add(launched);
    return launched;
  }

  #serve(): void {
    this.#enter(this.#restarts.mode === 'full' ? 'ready' : 'degraded');
    this.#onReady();
    this.#planSpare();
  }

  #restart(reason: string): void {
    const { now, after } = this.#surroundings;
    this.#lastExit = reason;
    const delay = this.#restarts.died(now());
    this.#enter('restarting');
    this.#current = this.#takeSpare();
    this.#callOffStart();
    if (this.#current?.isReady) this.#serve();
    else if (!this.#current) {
      this.#callOffStart = after(delay, () => {
        this.start();
      });
    }
    this.#callOffRecovery();
    this.#callOffRecovery = after(QUIET_MILLISECONDS, () => {
      if (this.#restarts.recover()) this.#renew();
    });
  }

  /** Starts a process with everything; the one before ends when it has given its last answer. */
  #renew(): void {
    const former = this.#current;
    this.#callOffStart();
    this.#takeSpare();
    this.#enter('restarting');
    this.start();
    former?.connection.release();
  }

  /** A little later than the engine is ready, so as not to slow down the question that it may have taken over. */
  #planSpare(): void {
    this.#callOffSpare();
    if (this.#limits.spare === null || this.#spare) return;
    const pause = Math.min(this.#limits.spare * 2 ** this.#spareFailures, MAXIMUM_SPARE_PAUSE);
    this.#callOffSpare = this.#surroundings.after(pause, () => {
      if (!this.#current?.isReady) return;
      try {
        this.#spare = this.#launch();
      } catch {
        this.#loseSpare();
      }
    });
  }

  #loseSpare(): void {
    this.#spare = undefined;
    this.#spareFailures += 1;
    this.#planSpare();
  }

  /** The spare, if it runs in the mode that is due now; another one is let go of. There is none then. */
  #takeSpare(): EngineProcess | undefined {
    const spare = this.#spare;
    this.#spare = undefined;
    this.#callOffSpare();
    if (spare?.mode === this.#restarts.mode) return spare;
    spare?.connection.disconnect();
    return undefined;
  }

  #enter(state: SupervisorHealth['state']): void {
    this.#state = state;
    this.#since = this.#surroundings.now();
    this.#surroundings.changed(this.health());
  }
}
