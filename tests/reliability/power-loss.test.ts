import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFileSystem, type FileSystem } from '../../src/file-system.ts';
import type { ReindexOptions } from '../../src/indexing/reindex.ts';
import { APPLES, FARES, RAIN, page } from '../support/article-folders.ts';
import { indexFolder, putFiles } from '../support/index-fixtures.ts';
import { TracedFileSystem, type Call } from '../support/traced-file-system.ts';
import type { Image } from './power-loss/disk.ts';
import { Recorder } from './power-loss/recorder.ts';
import { statesOf, type State } from './power-loss/states.ts';
import { times } from './scale.ts';
import { soundContent } from './sound-content.ts';

const SEED = 20_240_601;
const EVERY = times({ ci: 2, nightly: 1 });
const DATA = 'data';

const temporary = mkdtempSync(join(tmpdir(), 'gisabot-power-'));
let folders = 0;
const newFolder = (): string => {
  const folder = join(temporary, String((folders += 1)));
  mkdirSync(folder);
  return folder;
};
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

/** A folder with articles and one that the disk holds, with the data directory in it. */
function workplace(files: Record<string, string>) {
  const root = newFolder();
  const [articles, disk] = [join(root, 'articles'), join(root, 'disk')];
  mkdirSync(articles);
  mkdirSync(disk);
  putFiles(articles, files);
  return { disk, articles, data: join(disk, DATA) };
}

interface Story extends Pick<Recorder, 'base' | 'steps'> {
  articles: string;
  /** What was there before the run, and what the run makes. */
  before: string | null;
  after: string | null;
  options: Partial<ReindexOptions>;
}

/** Records a run that brings an index up to date. */
async function record(
  { disk, articles, data }: ReturnType<typeof workplace>,
  options: Partial<ReindexOptions> = {},
): Promise<Story> {
  const before = await soundContent(data);
  const recorder = new Recorder(disk);
  await indexFolder(articles, data, { ...options, fileSystem: recorder.fileSystem });
  recorder.acknowledge();
  return { base: recorder.base, steps: recorder.steps, articles, before, after: await soundContent(data), options };
}

/** Files are not forced to the disk where nothing is recorded: that only takes time. */
const fast = { ...nodeFileSystem, fsyncSync: () => undefined };

function laidOut(image: Image): string {
  const root = newFolder();
  for (const [path, content] of image) {
    if (content === null) mkdirSync(join(root, path), { recursive: true });
    else writeFileSync(join(root, path), content);
  }
  return root;
}

/** A state shows the index before the run or the one after it, whole, and the next run ends at the one after it and leaves nothing else. */
async function check({ image, acknowledged }: State, { articles, before, after, options }: Story): Promise<void> {
  const root = laidOut(image);
  const data = join(root, DATA);
  expect(acknowledged ? [after] : [before, after]).toContain(await soundContent(data));
  await indexFolder(articles, data, { ...options, fileSystem: fast });
  expect(await soundContent(data)).toBe(after);
  const names = readdirSync(data).filter((name) => !name.startsWith('index.lock'));
  expect(names.every((name) => name.startsWith('generation-'))).toBe(true);
  expect(names.length).toBeLessThanOrEqual(2);
  rmSync(root, { recursive: true });
}

let states = 0;
async function checkAll(story: Story, floor: number): Promise<void> {
  let here = 0;
  let found = 0;
  for (const state of statesOf(story, SEED)) {
    // The states after the commit are few and all matter.
    if ((found += 1) % EVERY !== 0 && !state.acknowledged) continue;
    here += 1;
    await check(state, story).catch((error: unknown) => {
      throw new Error(`seed ${SEED}, ${state.story}: ${String(error)}`, { cause: error });
    });
  }
  states += here;
  console.info(`G3: ${here} of ${found} states after ${story.steps.length} steps`);
  expect(here).toBeGreaterThanOrEqual(floor);
}

describe(
  'G3: a power loss at any moment leaves the old index or the new one, and only the new one after it was reported',
  { timeout: 300_000 },
  () => {
    it('S2: of the first index, into a folder that does not exist', async () => {
      const place = workplace({ 'fares.md': FARES, 'apples.md': APPLES });
      await checkAll(await record(place), 100);
    });

    it('S2: of an index over a former one', async () => {
      const place = workplace({ 'fares.md': FARES, 'apples.md': APPLES });
      await indexFolder(place.articles, place.data);
      putFiles(place.articles, { 'apples.md': null, 'rain.md': RAIN, 'fares.md': page('지하철 요금', '요금이 그대로다.') });
      await checkAll(await record(place), 100);
    });

    it('S2: of an index with a graph that removes an old one, a journal and the leftovers of a run that was killed', async () => {
      const place = workplace({ 'fares.md': FARES });
      const graph = { wantsGraph: () => true };
      await indexFolder(place.articles, place.data, graph);
      putFiles(place.articles, { 'apples.md': APPLES });
      await indexFolder(place.articles, place.data, graph);
      putFiles(place.articles, { 'rain.md': RAIN });
      await killedRun(place, ({ name, path }) => name === 'fsync' && path.endsWith('chunks.f32'));
      expect(readdirSync(place.data)).toContain('unpublished-generation-000003');
      expect(readdirSync(place.data)).toContain('embeddings.journal');
      await checkAll(await record(place, graph), 100);
    });

    it('S2: of a run that finds nothing to do after one that was killed when it had renamed its index', async () => {
      const place = workplace({ 'fares.md': FARES });
      await indexFolder(place.articles, place.data);
      const before = await soundContent(place.data);
      putFiles(place.articles, { 'rain.md': RAIN });
      const recorder = new Recorder(place.disk);
      const hasRenamed = (_: Call, all: readonly Call[]) => all.at(-1)?.name === 'rename';
      await killedRun(place, hasRenamed, recorder.fileSystem);
      expect(readdirSync(place.data)).toContain('generation-000002');
      const report = await indexFolder(place.articles, place.data, { fileSystem: recorder.fileSystem });
      expect(report).toMatchObject({ added: 0, updated: 0, generation: 'generation-000002' });
      recorder.acknowledge();
      await checkAll(
        {
          base: recorder.base,
          steps: recorder.steps,
          articles: place.articles,
          before,
          after: await soundContent(place.data),
          options: {},
        },
        100,
      );
    });

    it('in at least 500 states', () => {
      console.info(`G3: ${states} power-loss states, 0 lost, 0 mixed (seed ${SEED})`);
      expect(states).toBeGreaterThanOrEqual(500);
    });
  },
);

/** A run that is killed at the first call that the condition holds for: nothing that it would do from then on happens. */
async function killedRun(
  { articles, data }: ReturnType<typeof workplace>,
  isLast: (call: Call, all: readonly Call[]) => boolean,
  beneath?: FileSystem,
): Promise<void> {
  const calls: Call[] = [];
  let killed = false;
  const fileSystem = new TracedFileSystem((call, work) => {
    killed ||= isLast(call, calls);
    if (killed) throw new Error('killed');
    calls.push(call);
    return work();
  }, beneath);
  await expect(indexFolder(articles, data, { fileSystem })).rejects.toThrow('killed');
}
