import { readdirSync, readlinkSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { createApp, type App } from '../../src/app.ts';
import { ARTICLES, LIGHTHOUSE_QUESTION } from '../cli/articles.ts';
import { putFiles } from '../support/index-fixtures.ts';
import { configOver, publish } from './bench.ts';

async function appBeforeSwap() {
  const config = await configOver(ARTICLES);
  await publish(config);
  const app = createApp(config);
  onTestFinished(() => app.close());
  await app.status();
  putFiles(config.articlesDirectory, { 'new.txt': 'A new bridge\n\nThe new bridge opened in May.\n' });
  await publish(config);
  return { app, config };
}

async function askOften(app: App): Promise<Answer[]> {
  const asked = [];
  for (let turn = 0; turn < 200; turn += 1) {
    asked.push(app.ask(LIGHTHOUSE_QUESTION));
    await Promise.resolve();
  }
  return Promise.all(asked);
}

it('a question asked at any moment of a swap is answered from one generation', async () => {
  const { app } = await appBeforeSwap();
  // One question in each turn before the swap's own step, and one after it.
  const asking = askOften(app);
  const [before, , after] = await Promise.all([asking, app.reopen(), askOften(app)]);
  const answers = [...before, ...after];
  expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['answered']));
  expect(new Set(answers.map(({ generation }) => generation))).toEqual(new Set(['generation-000001', 'generation-000002']));
});

it('opens nothing again when there is nothing new', async () => {
  const { app } = await appBeforeSwap();
  await Promise.all([app.reopen(), app.reopen()]);
  const { manifest } = await app.status();
  await app.reopen();
  expect((await app.status()).manifest).toBe(manifest);
  expect(manifest?.generation).toBe(2);
});

it('a question asked alone at any moment of a swap is answered', async () => {
  const { app, config } = await appBeforeSwap();
  const published = join(config.dataDirectory, 'generation-000002');
  const hidden = join(config.dataDirectory, 'hidden');
  for (let turns = 0; turns < 25; turns += 1) {
    renameSync(published, hidden);
    await app.reopen();
    await app.status();
    renameSync(hidden, published);
    const asked = (async () => {
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      return app.ask(LIGHTHOUSE_QUESTION);
    })();
    await app.reopen();
    expect((await asked).kind).toBe('answered');
  }
});

it('a question under way when the App is closed is answered', async () => {
  const { app } = await appBeforeSwap();
  const asked = app.ask(LIGHTHOUSE_QUESTION);
  await app.close();
  expect((await asked).kind).toBe('answered');
});

it.skipIf(process.platform !== 'linux')('the former generation is closed when its last question has ended', async () => {
  const { app, config } = await appBeforeSwap();
  const former = join(config.dataDirectory, 'generation-000001');
  expect(openFilesIn(former)).toBeGreaterThan(0);
  await Promise.all([askOften(app), app.reopen()]);
  expect(openFilesIn(former)).toBe(0);
});

it.skipIf(process.platform !== 'linux')('swaps at the same time open the new generation once', async () => {
  const { app, config } = await appBeforeSwap();
  await Promise.all([app.reopen(), app.reopen(), app.reopen()]);
  expect(openFilesIn(join(config.dataDirectory, 'generation-000002'))).toBe(1);
});

function openFilesIn(directory: string): number {
  return readdirSync('/proc/self/fd').filter((name) => linkOf(join('/proc/self/fd', name)).startsWith(directory)).length;
}

/** The file that lists the folder is closed by the time it is looked at. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
