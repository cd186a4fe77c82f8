import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextsOf } from '../../src/indexing/context.ts';
import { generationName } from '../../src/search/generation-files.ts';
import type { Generation } from '../../src/search/generation.ts';
import { openNewestGeneration } from '../../src/search/open-generation.ts';
import { quantize } from '../../src/search/sentence-vectors.ts';
import { bundle, type Bundle } from '../support/bundle.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { memoryDirectory } from '../support/memory-directory.ts';
import { seededRandom } from '../support/vectors.ts';
import { versionOf, editionFiles, mark, versionIn } from './kill/editions.ts';
import { times } from './scale.ts';
import type { IndexRequest } from './worker/index-worker.ts';
import { Worker } from './worker/worker.ts';

const SEED = 6;
/** A process is killed after so many milliseconds of work at the latest. */
const LONGEST = 250;
const KILLS = times({ ci: 100, nightly: 1000 });
/** Kills of one data directory, each of which leaves its traces to the next; a test takes so many. */
const ROUND = 50;

interface Commit {
  edition: number;
  generation: string;
}

describe('G2: a run that is killed at any moment', () => {
  let program: Bundle;
  let spare: Worker<IndexRequest>;
  const random = seededRandom(SEED);
  const counts = { kills: 0, commits: 0, unfinished: 0 };

  beforeAll(async () => {
    program = await bundle(join(import.meta.dirname, 'worker/index-worker.ts'));
    spare = new Worker(program);
  });
  afterAll(async () => {
    await spare.kill();
    program.remove();
  });

  /** Lets a process publish editions for so many milliseconds, kills it and gives the commits it told of. */
  async function killedAfter(milliseconds: number, articles: string, data: string, from: number): Promise<Commit[]> {
    const worker = spare;
    spare = new Worker(program);
    await worker.call({ task: 'ready' });
    worker.send({ task: 'editions', articles, data, from });
    await setTimeout(milliseconds);
    const { signal, stderr } = await worker.kill();
    expect(signal, stderr).toBe('SIGKILL');
    return worker.lines.map((line) => JSON.parse(line) as Commit);
  }

  it.each(Array.from({ length: KILLS / ROUND }, (_, round) => round))(
    'S1: loses nothing that was acknowledged and mixes nothing (round %d)',
    async (round) => {
      const directory = await memoryDirectory();
      const [articles, data] = [join(directory, 'articles'), join(directory, 'data')];
      mkdirSync(articles);
      let last: Commit | undefined;
      for (let kill = 0; kill < ROUND; kill++) {
        const milliseconds = Math.floor(random() * (LONGEST + 1));
        const name = `seed ${SEED}, round ${round}, kill ${kill} after ${milliseconds} ms`;
        const commits = await killedAfter(milliseconds, articles, data, (last?.edition ?? 0) + 1);
        const acknowledged = commits.at(-1) ?? last;
        counts.kills += 1;
        counts.commits += commits.length;
        if (isUnfinished(data)) counts.unfinished += 1;
        last = await foundCommit(data, acknowledged, name);
      }
    },
  );

  it('is killed often enough, in the middle of its work', () => {
    const { kills, commits, unfinished } = counts;
    console.info(`G2: ${kills} kills, ${unfinished} of them in the middle, ${commits} commits acknowledged; 0 lost, 0 mixed`);
    expect(kills).toBeGreaterThanOrEqual(times({ ci: 100, nightly: 1000 }));
    expect(commits).toBeGreaterThan(kills / 10);
    expect(unfinished).toBeGreaterThan(kills / 10);
  });
});

function isUnfinished(data: string): boolean {
  try {
    return readdirSync(data).some((name) => name.startsWith('unpublished-'));
  } catch {
    return false;
  }
}

/** What opens after a kill: at least what was acknowledged, whole and of one edition. */
async function foundCommit(data: string, acknowledged: Commit | undefined, name: string): Promise<Commit | undefined> {
  const { generation, alerts } = await openNewestGeneration(data);
  expect(alerts, name).toEqual([]);
  if (!generation) {
    expect(acknowledged, name).toBeUndefined();
    return undefined;
  }
  const found = { edition: await editionOf(generation, name), generation: generationName(generation.manifest.generation) };
  await generation.close();
  expect(found.edition, name).toBeGreaterThanOrEqual(acknowledged?.edition ?? 0);
  expect(found.generation >= (acknowledged?.generation ?? ''), name).toBe(true);
  return found;
}

/** The edition that a generation holds, when all its articles, texts, quotes and vectors are of that one. */
async function editionOf(generation: Generation, name: string): Promise<number> {
  // The first article changes with each edition.
  const edition = versionOf((await generation.text('0.md')) ?? '');
  const sources = (await generation.articles()).map(({ source }) => source);
  expect(sources, name).toEqual(Object.keys(editionFiles(edition)));
  for (const [article, source] of sources.entries()) {
    const record = await generation.record(source);
    const { text, chunks, vectors } = record!;
    const expected = mark(article, versionIn(edition, article));
    expect(record!.article.title, name).toBe(expected);
    for (const { start, end } of chunks.flatMap(({ sentences }) => sentences))
      expect(text.slice(start, end), name).toContain(expected);
    const embedded = await new FakeEmbeddings().embedDocuments(contextsOf(expected, text, chunks));
    expect(vectors, name).toEqual(embedded.map(quantize));
  }
  return edition;
}
