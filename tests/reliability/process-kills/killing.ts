import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect, onTestFinished } from 'vitest';
import type { Config } from '../../../src/config.ts';
import { EngineClient } from '../../../src/engine/engine-client.ts';
import { SYSTEM } from '../../../src/engine/surroundings.ts';
import { temporaryDirectory } from '../../support/bundled-model.ts';

/** Ways of a process to end that it cannot do anything about. */
export const DEATHS: Readonly<Record<string, NodeJS.Signals>> = {
  ...{ SIGSEGV: 'SIGSEGV', SIGABRT: 'SIGABRT', SIGKILL: 'SIGKILL' },
  // See memory.ts.
  'a full heap': 'SIGUSR2',
};

const MINUTE = 60_000;
const HERE = import.meta.dirname;
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** A program for an engine's process, and what Node is to do before. */
export interface Program {
  file: string;
  before: string[];
}

/** The engine itself, with little memory. */
export const REAL: Program = {
  file: join(HERE, '../../../src/engine/engine-child.ts'),
  before: ['--import', TSX, '--import', pathToFileURL(join(HERE, 'memory.ts')).href, '--max-old-space-size=96'],
};

/** A stand-in for it that starts at once, see quick-engine.ts. */
export async function quickProgram(): Promise<Program> {
  const folder = await temporaryDirectory();
  const [memory, engine] = ['memory', 'quick-engine'].map((name) => {
    const options = {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
    };
    const { outputText } = ts.transpileModule(readFileSync(join(HERE, `${name}.ts`), 'utf8'), options);
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, outputText);
    return file;
  });
  return { file: engine ?? '', before: ['--import', pathToFileURL(memory ?? '').href, '--max-old-space-size=16'] };
}

export interface Victim {
  engine: EngineClient;
  /** Waits until the engine and its spare are ready; the one that serves. */
  serving: () => Promise<ChildProcess>;
  /** Makes the deaths so far count no more: each case is to stand for itself. */
  forgetDeaths: () => void;
}

/** An engine with a spare over processes of this program. It is closed when the test ends. */
export function startVictim(config: Config, { file, before }: Program): Victim {
  const running: { child: ChildProcess; isReady: boolean }[] = [];
  let skipped = 0;
  const start = (): ChildProcess => {
    const child = fork(file, { execArgv: before, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const entry = { child, isReady: false };
    running.push(entry);
    child.once('message', () => (entry.isReady = true));
    child.once('exit', () => running.splice(running.indexOf(entry), 1));
    return child;
  };
  const fake = { fork: start, now: () => SYSTEM.now() + skipped };
  const engine = new EngineClient(config, fake, { spare: 0, request: 60_000 });
  onTestFinished(() => engine.close());
  engine.start();
  return {
    engine,
    serving: async () => {
      await expect.poll(() => running.filter(({ isReady }) => isReady).length, { timeout: 60_000, interval: 5 }).toBe(2);
      const [first] = running;
      if (!first) throw new Error('no process');
      return first.child;
    },
    forgetDeaths: () => {
      skipped += MINUTE + 1;
    },
  };
}

/** Kills a process, and waits until it is gone. @returns the moment, and what Node says of its end. */
export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<{ died: number; how: string }> {
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code, ended] = (await exited) as [number | null, NodeJS.Signals | null];
  return { died: performance.now(), how: ended ?? `code ${code ?? 0}` };
}

/** The value that so many of a hundred values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)] ?? 0;
}
