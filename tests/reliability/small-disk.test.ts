import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { reindex, type IndexReport } from '../../src/indexing/reindex.ts';
import { FILES } from '../../src/search/generation-files.ts';
import { openStore } from '../../src/store/store.ts';
import { page } from '../support/article-folders.ts';
import { contentOf, indexFolder, putFiles, runOptions } from '../support/index-fixtures.ts';
import { TracedFileSystem } from '../support/traced-file-system.ts';
import { canMount, mountTmpfs, type Tmpfs } from './disk-full/tmpfs.ts';

const SIZES = 34;
const SENTENCES = 300;
const ROOM_MESSAGE = /^(?:The disk is full|The new index does not read back).*stays as it was/s;

const temporary = mkdtempSync(join(tmpdir(), 'gisabot-small-'));
const articles = join(temporary, 'articles');
const template = join(temporary, 'template');
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const kilobytesOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, { size }) => sum + 4 * Math.ceil(size / 4096), 0);

let before: unknown;
let after: unknown;

beforeAll(async () => {
  mkdirSync(articles);
  const sentences = Array.from({ length: SENTENCES }, (_, i) => `시청은 ${i}번 버스의 노선을 바꾼다고 밝혔다.`);
  putFiles(articles, {
    'buses.md': page('버스 노선', ...sentences),
    'fares.md': page('지하철 요금', '지하철 요금이 내년에 오른다.'),
  });
  await indexFolder(articles, template);
  before = await contentOf(template);
  putFiles(articles, { 'rain.md': page('장마', '장마가 다음 주에 시작된다.') });
  await indexFolder(articles, join(temporary, 'done'));
  after = await contentOf(join(temporary, 'done'));
});

function disk(kilobytes: number): Tmpfs {
  const mounted = mountTmpfs(kilobytes);
  if (!mounted) throw new Error('tmpfs cannot be mounted any more');
  return mounted;
}

const index = (data: string): Promise<IndexReport | Error> =>
  reindex(runOptions(articles, data, { wantsGraph: () => true })).catch((error: unknown) => error as Error);

/** Indexes anew on a disk of that size, and again when it has grown; returns what the first run said when it failed. */
async function refusalAt(kilobytes: number): Promise<string | null> {
  const { path, remount } = disk(kilobytes);
  const data = join(path, 'data');
  cpSync(template, data, { recursive: true });
  const result = await index(data);
  if (result instanceof Error) {
    expect(result).toBeInstanceOf(UserError);
    expect(result.message).toMatch(ROOM_MESSAGE);
    expect(await contentOf(data)).toEqual(before);
    expect(readdirSync(data)).not.toContain('unpublished-generation-000002');
  }
  expect(remount('size=8m')).toBe(true);
  await indexFolder(articles, data);
  expect(await contentOf(data)).toEqual(after);
  return result instanceof Error ? result.message : null;
}

const answerOf = async (app: App, question: string): Promise<string> => {
  const { kind, citations } = await app.ask(question);
  return `${kind} ${citations.map(({ quote }) => quote).join(' ')}`;
};

describe.skipIf(!canMount())(`a real small disk${canMount() ? '' : ' (skipped: this process may not mount one)'}`, () => {
  it(`S3: of ${SIZES} sizes keeps the old index or takes the new one whole`, async () => {
    const [least, most] = [kilobytesOf(template), kilobytesOf(template) + 1.4 * kilobytesOf(join(temporary, 'done'))];
    const refusals: (string | null)[] = [];
    for (let size = 0; size < SIZES; size++)
      refusals.push(await refusalAt(Math.round(least + 8 + ((most - least) * size) / SIZES)));
    const refused = refusals.filter((refusal) => refusal !== null);
    console.info(`G5: ${SIZES} sizes of a real disk: ${refused.length} refused, ${SIZES - refused.length} indexed, 0 lost`);
    expect(refused.length).toBeGreaterThanOrEqual(15);
    expect(SIZES - refused.length).toBeGreaterThanOrEqual(3);
  });

  it.each([0, 1])(
    'S3: with room for %d blocks of the graph, which its library does not notice, keeps the old index',
    async (blocks) => {
      const { path } = disk(8192);
      const [data, other] = [join(path, 'data'), join(path, 'other.bin')];
      cpSync(template, data, { recursive: true });
      const wantsGraph = (): boolean => {
        writeFileSync(other, Buffer.alloc(freeBytes(path) - blocks * 4096));
        return true;
      };
      // There is room again when the graph was written: nothing after it fails.
      const fileSystem = new TracedFileSystem((call, work) => {
        if (call.path.endsWith(FILES.graph)) rmSync(other, { force: true });
        return work();
      });
      const run = reindex(runOptions(articles, data, { wantsGraph, fileSystem }));
      await expect(run).rejects.toThrow(UserError);
      await expect(run).rejects.toThrow(ROOM_MESSAGE);
      expect(await contentOf(data)).toEqual(before);
    },
  );

  it('S3: that is full, answers questions, refuses to be indexed, and is indexed when there is room', async () => {
    const { path, remount } = disk(8192);
    const app = appOn(path);
    await app.reindex({ owner: 'test' });
    putFiles(articles, { 'snow.md': page('첫눈', '올해 첫눈은 11월 20일에 내렸다.') });
    writeFileSync(join(path, 'other.bin'), Buffer.alloc(freeBytes(path)));
    await expect(app.reindex({ owner: 'test' })).rejects.toThrow(/disk is full|cannot be written: ENOSPC/);
    expect(await answerOf(app, '지하철 요금은 언제 오르나요?')).toContain('내년에 오른다');
    expect(remount('size=16m')).toBe(true);
    await app.reindex({ owner: 'test' });
    expect(await answerOf(app, '올해 첫눈은 언제 내렸나요?')).toContain('11월 20일');
    await app.close();
  });

  it('S4: that is read-only, answers questions and refuses to be indexed with the reason', async () => {
    const { path, remount } = disk(8192);
    const app = appOn(path);
    await app.reindex({ owner: 'test' });
    await app.close();
    expect(remount('ro')).toBe(true);
    const again = appOn(path);
    expect(await answerOf(again, '지하철 요금은 언제 오르나요?')).toContain('내년에 오른다');
    await expect(again.reindex({ owner: 'test' })).rejects.toThrow(/cannot be written: EROFS.*Check its permissions/);
    expect((await again.status()).manifest?.generation).toBe(1);
    await again.close();
  });

  it.each(['ro', 'size=4k'])('S4: a store on it is refused with the reason (%s), and opens when it can be written', (options) => {
    const { path, remount } = disk(1024);
    const store = join(path, 'store.sqlite');
    const open = () =>
      openStore(store, { now: Date.now, note: () => undefined, keepQuestions: true, questionDays: 1, answerDays: 1 });
    expect(remount(options)).toBe(true);
    expect(open).toThrow(UserError);
    expect(open).toThrow(/cannot be opened for writing.*Check the folder, its permissions and its space/);
    expect(remount('rw,size=1m')).toBe(true);
    open().close();
  });
});

function appOn(path: string): App {
  return createApp(parseConfig({ ARTICLES_DIR: articles, DATA_DIR: join(path, 'data'), EMBEDDING_MODEL: 'none' }));
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
