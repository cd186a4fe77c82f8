/**
 * Part of every test file: a test fails when it, or a process it has started, connects to another machine, or writes a planted secret to its
 * output.
 */
import { ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, expect } from 'vitest';
import { notes } from './notes.ts';
import './network.mjs';
import { problemsIn } from './planted.ts';

/** So that a secret that is cut in two by the pipe is found. */
const OVERLAP = 200;
const GUARD = `--import=${fileURLToPath(new URL('network.mjs', import.meta.url))}`;

interface Spawning {
  file: string;
  envPairs: string[];
}

const watched = ChildProcess.prototype as unknown as {
  spawn: (this: ChildProcess, options: Spawning) => unknown;
  isWatched?: boolean;
};

if (watched.isWatched !== true) {
  watched.isWatched = true;
  const { spawn } = watched;
  watched.spawn = function (options) {
    if (/^node/.test(basename(options.file))) options.envPairs = guarded(options.envPairs);
    const result = spawn.call(this, options);
    for (const stream of [this.stdout, this.stderr]) if (stream) watch(stream);
    return result;
  };
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const write = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      notes.push(...problemsIn(values.map(String).join(' ')));
      write(...values);
    };
  }
}

function guarded(environment: readonly string[]): string[] {
  const name = 'NODE_OPTIONS=';
  const given = environment.findLast((pair) => pair.startsWith(name))?.slice(name.length) ?? '';
  return [...environment.filter((pair) => !pair.startsWith(name)), `${name}${given} ${GUARD}`];
}

/** Looks at everything a process writes, whoever reads it and whenever. */
function watch(stream: Readable): void {
  const push = stream.push.bind(stream);
  let tail = '';
  stream.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk)) {
      const text = tail + chunk.toString('utf8');
      const problems = problemsIn(text);
      notes.push(...problems);
      tail = problems.length > 0 ? '' : text.slice(-OVERLAP);
    }
    return push(chunk, encoding);
  };
}

afterEach(() => {
  expect(notes.splice(0)).toEqual([]);
});
