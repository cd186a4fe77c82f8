import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { walkArticles } from '../../src/articles/walk.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { folders } from '../support/article-folders.ts';
import { runOptions } from '../support/index-fixtures.ts';
import { times } from './scale.ts';

const FILES = times({ ci: 5_000, nightly: 100_000 });
const A_FOLDER = 500;
const LIMITS = { maxDepth: 64, maxPathBytes: 4096 };
/** Room for a run of any size: what it needs beside the model. */
const MOST_MEGABYTES = 512;

function makeFiles(articles: string): void {
  for (let file = 0; file < FILES; file += 1) {
    const folder = join(articles, String(Math.floor(file / A_FOLDER)));
    if (file % A_FOLDER === 0) mkdirSync(folder);
    writeFileSync(join(folder, `${file}.txt`), `${file}번 부두의 공사가 끝났다.\n`);
  }
}

it(`A23: ${FILES} files are indexed with progress in bounded memory, and the next run reads nothing anew`, async () => {
  const { articles, data } = await folders();
  makeFiles(articles);
  const before = process.cpuUsage();
  expect((await walkArticles(articles, LIMITS)).files).toHaveLength(FILES);
  const seconds = process.cpuUsage(before).user / 1e6;
  const embeddings = new FakeEmbeddings({ dimensions: 8 });
  const steps: number[] = [];
  let megabytes = 0;
  const run = () =>
    reindex(
      runOptions(articles, data, {
        ...{ embeddings, dimensions: 8 },
        onProgress: ({ done, total }) => {
          expect(total).toBe(FILES);
          steps.push(done);
          megabytes = Math.max(megabytes, process.memoryUsage.rss() / 2 ** 20);
        },
      }),
    );
  expect(await run()).toMatchObject({ added: FILES, failed: [], articles: FILES });
  expect(steps.length).toBeGreaterThanOrEqual(FILES / 100);
  expect(await run()).toMatchObject({ added: 0, updated: 0, skipped: FILES, embedded: 0 });
  writeFileSync(join(articles, '0', '0.txt'), '첫 부두의 공사는 미뤄졌다.\n');
  expect(await run()).toMatchObject({ added: 0, updated: 1, skipped: FILES - 1, embedded: 1 });
  console.info(`A23: ${FILES} files walked in ${seconds.toFixed(2)} s, indexed with at most ${Math.round(megabytes)} MB`);
  // The goals of the project: 2 s for 100,000 files.
  expect(seconds).toBeLessThanOrEqual(2);
  expect(megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
}, 600_000);
