import { Connection } from './connection.ts';
import { MODE_SETTINGS, type Mode } from './restarts.ts';
import type { EngineConfig } from './protocol.ts';
import type { EngineLimits, Surroundings } from './surroundings.ts';

interface Events {
  onReady: (process: EngineProcess) => void;
  /** The process is gone; its pending requests reject after this. */
  onEnd: (process: EngineProcess, reason: string) => void;
}

/** One process of the engine, from its start to its end. One that is not ready in time is killed. */
export class EngineProcess {
  readonly connection: Connection;
  readonly mode: Mode;
  isReady = false;

  /** @throws whatever keeps a process from being started. */
  constructor(config: EngineConfig, mode: Mode, { fork, after }: Surroundings, limits: EngineLimits, events: Events) {
    this.mode = mode;
    let callOff = (): void => undefined;
    this.connection = new Connection(
      fork('engine'),
      { ...config, ...MODE_SETTINGS[mode] },
      {
        onReady: () => {
          callOff();
          this.isReady = true;
          events.onReady(this);
        },
        onEnd: (reason) => {
          callOff();
          events.onEnd(this, reason);
        },
      },
    );
    callOff = after(limits.start, () => {
      this.connection.kill('it was not ready in time');
    });
  }
}
