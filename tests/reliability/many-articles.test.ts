import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { walkArticles } from '../../src/articles/walk.ts';
import type { IndexReport } from '../../src/indexing/reindex.ts';
import { folders } from '../support/article-folders.ts';
import { times } from './scale.ts';

const FILES = times({ ci: 5_000, nightly: 100_000 });
const A_FOLDER = 500;
const LIMITS = { maxDepth: 64, maxPathBytes: 4096 };
/** What the heap of the index process may take: it ends the process where the run needs more. */
const HEAP_MEGABYTES = times({ ci: 128, nightly: 384 });

type Result = Omit<IndexReport, 'failed'> & { failed: number; steps: number; megabytes: number };

function makeFiles(articles: string): void {
  for (let file = 0; file < FILES; file += 1) {
    const folder = join(articles, String(Math.floor(file / A_FOLDER)));
    if (file % A_FOLDER === 0) mkdirSync(folder);
    writeFileSync(join(folder, `${file}.txt`), `${file}번 부두의 공사가 끝났다.\n`);
  }
}

function run(articles: string, data: string): Result {
  const program = join(import.meta.dirname, 'many-articles/index-child.ts');
  const args = [`--max-old-space-size=${HEAP_MEGABYTES}`, '--import', 'tsx', program, articles, data];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Result;
}

it(`A23: ${FILES} files are indexed with progress in bounded memory, and the next run reads nothing anew`, async () => {
  const { articles, data } = await folders();
  makeFiles(articles);
  const before = process.cpuUsage();
  expect((await walkArticles(articles, LIMITS)).files).toHaveLength(FILES);
  const seconds = process.cpuUsage(before).user / 1e6;
  const first = run(articles, data);
  expect(first).toMatchObject({ added: FILES, failed: 0, articles: FILES });
  expect(first.steps).toBeGreaterThanOrEqual(FILES / 100);
  writeFileSync(join(articles, '0', '0.txt'), '첫 부두의 공사는 미뤄졌다.\n');
  expect(run(articles, data)).toMatchObject({ added: 0, updated: 1, skipped: FILES - 1, embedded: 1 });
  expect(run(articles, data)).toMatchObject({ added: 0, updated: 0, skipped: FILES, embedded: 0 });
  console.info(`A23: ${FILES} files walked in ${seconds.toFixed(2)} s, indexed with at most ${Math.round(first.megabytes)} MB`);
  // A goal of the project: 2 s for 100,000 files.
  expect(seconds).toBeLessThanOrEqual(2);
}, 3_600_000);
