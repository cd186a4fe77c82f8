import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig, type Config } from '../../src/config.ts';
import { EngineClient } from '../../src/engine/engine-client.ts';
import { SYSTEM, type EngineLimits } from '../../src/engine/surroundings.ts';
import { ARTICLES } from '../cli/articles.ts';
import { folders } from '../support/article-folders.ts';

/** Articles enough for an update that takes longer than a message. */
export const MANY = Object.fromEntries(
  Array.from({ length: 400 }, (_, number) => [
    `many/${number}.txt`,
    `Report number ${number}\n\nThe report ${number} says little.\n`,
  ]),
);

export async function configOver(articles: Readonly<Record<string, string>>): Promise<Config> {
  const { articles: articlesDirectory, data } = await folders(articles);
  const directories = { ARTICLES_DIR: articlesDirectory, DATA_DIR: data };
  return parseConfig({ ...directories, STORE_FILE: join(data, 'store.sqlite'), EMBEDDING_MODEL: 'none' });
}

/** Indexes what lies in the articles folder, as another process would. */
export async function publish(config: Config): Promise<void> {
  const app = createApp(config);
  await app.reindex({ owner: 'another' });
  await app.close();
}

export interface Bench {
  engine: EngineClient;
  config: Config;
  /** The processes that were started, in their order. */
  children: { engine: ChildProcess[]; indexer: ChildProcess[] };
}

/** A ready engine with real processes over an index of three articles. It is closed when the test ends. */
export async function startEngine(limits: Partial<EngineLimits> = {}): Promise<Bench> {
  const config = await configOver(ARTICLES);
  await publish(config);
  const children: Bench['children'] = { engine: [], indexer: [] };
  const fork: typeof SYSTEM.fork = (name) => {
    const child = SYSTEM.fork(name);
    children[name].push(child);
    return child;
  };
  const engine = new EngineClient(config, { fork }, limits);
  onTestFinished(() => engine.close());
  engine.start();
  await engine.ready;
  return { engine, config, children };
}

/** Stops a child where it stands, so that what is sent to it now is in flight until it dies of the signal. */
export async function dieWhile<Result>(
  child: ChildProcess,
  signal: NodeJS.Signals,
  work: () => Promise<Result>,
): Promise<Result> {
  child.kill('SIGSTOP');
  const working = work();
  const exited = once(child, 'exit');
  child.kill(signal);
  child.kill('SIGCONT');
  await exited;
  return working;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
