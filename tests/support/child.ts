import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A TypeScript program of this folder as a process of its own, which ends at the latest with the test. */
export interface Child {
  pid: number;
  /** Waits until its output, errors included, holds a text; fails when it ends before. */
  until(text: string): Promise<void>;
  /** Ends it the hard way and waits until it is gone. */
  kill(): Promise<void>;
}

export function startChild(program: string, args: readonly string[], options: { uid?: number } = {}): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, program), ...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { pid: child.pid ?? 0, until: outputOf(child, ended), kill };
}

function outputOf(child: ChildProcess, ended: Promise<void>): (text: string) => Promise<void> {
  let output = '';
  let changed: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      output += data.toString();
      changed();
    });
  }
  return async (text) => {
    while (!output.includes(text)) {
      const more = new Promise<'more'>(
        (resolve) =>
          (changed = () => {
            resolve('more');
          }),
      );
      if ((await Promise.race([more, ended])) !== 'more' && !output.includes(text)) throw new Error(`it ended: ${output}`);
    }
  };
}
