import { spawn, type ChildProcess } from 'node:child_process';
import type { Core } from './core.ts';
import { sleep } from './small.ts';
import { PATIENCE } from './patience.ts';

export interface SpawnOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** false also writes the bot's output to the standard error. */
  quiet?: boolean;
}

const LOG_END = 1500;

/** A bot that runs as a process of its own. */
export class Bot {
  readonly child: ChildProcess;
  readonly pid: number | undefined;
  /** What was in the gateway's log when the bot started. */
  readonly since: number;
  /** Everything the bot wrote to its standard output and error. */
  log = '';
  /** The exit code, or the signal that ended it. */
  exit: number | string | null = null;
  exitedAt = 0;
  readonly exited: Promise<number | string | null>;
  /** Set where an exit is expected: waits then go on. */
  mayExit = false;
  killedHard = false;

  constructor(
    readonly core: Core,
    command: string,
    parameters: string[],
    environment: Record<string, string>,
    { cwd, env = {}, quiet = true }: SpawnOptions,
  ) {
    this.since = core.gateway.log.length;
    const full = { ...process.env, ...environment, ...env };
    this.child = spawn(command, parameters, { cwd, env: full, stdio: ['ignore', 'pipe', 'pipe'] });
    this.pid = this.child.pid;
    this.exited = new Promise((resolve) => {
      const end = (exit: number | string): void => {
        this.exit ??= exit;
        this.exitedAt = Date.now();
        core.events.emit('bot-exit', this);
        resolve(this.exit);
      };
      this.child.on('exit', (code, signal) => {
        end(signal ?? code ?? 0);
      });
      this.child.on('error', (error) => {
        this.log += `\n[spawn error] ${error.message}\n`;
        end('spawn-error');
      });
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.log += chunk;
        if (!quiet) process.stderr.write(chunk);
        core.events.emit('bot-log');
      });
    }
  }

  /** Ends the process: the signal, then SIGKILL after `graceMs`. Gives the exit code or signal. */
  async stop(signal: NodeJS.Signals = 'SIGTERM', graceMs = 5000): Promise<number | string | null> {
    this.mayExit = true;
    if (this.exit !== null) return this.exit;
    this.child.kill(signal);
    const exit = await Promise.race([this.exited, sleep(graceMs).then(() => null)]);
    if (exit !== null) return exit;
    this.killedHard = true;
    this.child.kill('SIGKILL');
    return this.exited;
  }

  /** Waits for a line of the bot's output. */
  waitForLog(pattern: RegExp, timeout = PATIENCE): Promise<RegExpExecArray> {
    const describe = (): string => `bot log has no ${String(pattern)}; log ends: ${this.log.slice(-LOG_END)}`;
    return this.core.until(() => pattern.exec(this.log), timeout, describe);
  }

  /** How and with what last words the process ended. */
  obituary(): string {
    return `\n[the bot process exited with ${String(this.exit)}; log ends]\n${this.log.slice(-LOG_END)}`;
  }
}
