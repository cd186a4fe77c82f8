import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Bundle } from '../../support/bundle.ts';

/** What came of a request: its result, or the error that the program would have shown. */
export type Outcome = { result: unknown; error?: undefined } | { error: { name: string; message: string } };

/** How a process ended. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

/** A process that carries out requests (serve.ts), one after the other. */
export class Worker<Request> {
  readonly pid: number;
  /** Lines that nobody has read yet. */
  readonly lines: string[] = [];
  readonly ended: Promise<End>;
  readonly #child: ChildProcessWithoutNullStreams;
  #changed: () => void = () => undefined;
  #hasEnded = false;

  constructor({ start }: Bundle) {
    // One thread for asynchronous file calls makes their order the same each time.
    this.#child = spawn(process.execPath, [start], { env: { ...process.env, UV_THREADPOOL_SIZE: '1' } });
    this.pid = this.#child.pid ?? 0;
    let stderr = '';
    this.#child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    this.#child.stdin.on('error', () => undefined);
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.lines.push(line);
      this.#changed();
    });
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => {
        this.#hasEnded = true;
        resolve({ code, signal, stderr });
      });
    });
  }

  /** Sends a request and waits for its outcome; undefined when the process ended instead. */
  async call(request: Request): Promise<Outcome | undefined> {
    this.send(request);
    const line = await this.line();
    return line === undefined ? undefined : (JSON.parse(line) as Outcome);
  }

  send(request: Request): void {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
  }

  /** The next line the process says; undefined when it ended. */
  async line(): Promise<string | undefined> {
    while (this.lines.length === 0 && !this.#hasEnded) {
      const more = new Promise<void>((resolve) => (this.#changed = resolve));
      await Promise.race([more, this.ended]);
    }
    return this.lines.shift();
  }

  /** Ends it the hard way and waits until it is gone. */
  async kill(): Promise<End> {
    this.#child.kill('SIGKILL');
    return this.ended;
  }
}
