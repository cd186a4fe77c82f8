import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
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

it('a question asked at any moment of a swap is answered from one generation', async () => {
  const { app } = await appBeforeSwap();
  const swapped = app.reopen();
  const asked = [];
  for (let turn = 0; turn < 200; turn += 1) {
    asked.push(app.ask(LIGHTHOUSE_QUESTION));
    await Promise.resolve();
  }
  const answers = await Promise.all(asked);
  await swapped;
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

it('a question under way when the App is closed is answered', async () => {
  const { app } = await appBeforeSwap();
  const asked = app.ask(LIGHTHOUSE_QUESTION);
  await app.close();
  expect((await asked).kind).toBe('answered');
});
