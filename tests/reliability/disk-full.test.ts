import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { FileSystem } from '../../src/file-system.ts';
import { reindex, type IndexReport } from '../../src/indexing/reindex.ts';
import { FILES } from '../../src/search/generation-files.ts';
import { MANIFEST_FILE } from '../../src/search/manifest.ts';
import { ServedGeneration } from '../../src/search/served-generation.ts';
import { APPLES, FARES, RAIN, page } from '../support/article-folders.ts';
import { contentIn, indexFolder, putFiles, runOptions } from '../support/index-fixtures.ts';
import { TracedFileSystem, type Name } from '../support/traced-file-system.ts';
import {
  BudgetFileSystem,
  changesDisk,
  CountingFileSystem,
  FailingFileSystem,
  fast,
  LyingFileSystem,
  needsRoom,
  SlowFileSystem,
  systemError,
  type Code,
  type Fault,
} from './disk-full/failing.ts';
import { soundContent } from './sound-content.ts';

const SIZES = 32;
const NAMES: readonly Name[] = ['open', 'write', 'truncate', 'fsync', 'close', 'rename', 'mkdir', 'rm'];
/** A refusal says what is wrong, that nothing was lost, and what to do. */
const NAMED =
  /^(?:The disk is full|The index could not be stored|The data directory .* cannot be written|The new index does not).*(?:[Cc]heck|Make room)/s;

const temporary = mkdtempSync(join(tmpdir(), 'gisabot-full-'));
const articles = join(temporary, 'articles');
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

/** A data directory before a run: where it is kept, and what it serves (null: nothing). */
interface Start {
  name: string;
  template: string;
  before: string | null;
}

let after: string | null = null;
const starts: Start[] = [];

beforeAll(async () => {
  mkdirSync(articles);
  putFiles(articles, { 'fares.md': FARES, 'apples.md': APPLES });
  const [empty, indexed, stopped] = ['empty', 'indexed', 'stopped'].map((name) => join(temporary, name));
  await indexFolder(articles, indexed!, { fileSystem: fast });
  const before = await soundContent(indexed!);
  putFiles(articles, {
    'apples.md': null,
    'rain.md': RAIN,
    'fares.md': page('지하철 요금', '요금이 그대로다.', '내년에 정한다.'),
  });
  cpSync(indexed!, stopped!, { recursive: true });
  await leaveJournal(stopped!);
  starts.push({ name: 'a first index', template: empty!, before: null }, { name: 'a re-index', template: indexed!, before });
  starts.push({ name: 'a re-index after one that was stopped', template: stopped!, before });
  const done = join(temporary, 'done');
  await indexFolder(articles, done, { fileSystem: fast });
  after = await soundContent(done);
});

/** A run that ends before it publishes leaves its journal. */
async function leaveJournal(data: string): Promise<void> {
  const stop = new AbortController();
  const onProgress = ({ phase }: { phase: string }): void => {
    if (phase === 'publishing') stop.abort(new Error('stopped'));
  };
  const run = indexFolder(articles, data, { fileSystem: fast, signal: stop.signal, onProgress, wantsGraph: () => true });
  await expect(run).rejects.toThrow('stopped');
  expect(readdirSync(data)).toContain('embeddings.journal');
}

let copies = 0;
function copyOf({ template, before }: Start): string {
  const data = join(temporary, `copy ${(copies += 1)}`);
  if (before !== null) cpSync(template, data, { recursive: true });
  return data;
}

const index = (data: string, fileSystem: FileSystem): Promise<IndexReport | Error> =>
  reindex(runOptions(articles, data, { fileSystem, wantsGraph: () => true })).catch((error: unknown) => error as Error);

/** The run on a faulty disk fails in words and changes nothing, or has done its work; the next one on a sound disk leaves nothing else. */
async function check(start: Start, fileSystem: TracedFileSystem, mayShowEither = false): Promise<'failed' | 'done'> {
  const data = copyOf(start);
  const served = new ServedGeneration(data, {});
  const answers = (): Promise<string | null> =>
    served.use(async (generation) => (generation ? JSON.stringify(await contentIn(generation)) : null));
  expect(await answers()).toBe(start.before);
  const result = await index(data, fileSystem);
  expect(fileSystem.openPaths).toEqual([]);
  await served.reopen();
  if (result instanceof Error) {
    expect(result).toBeInstanceOf(UserError);
    expect(result.message).toMatch(NAMED);
    expect(mayShowEither ? [start.before, after] : [start.before]).toContain(await answers());
  } else {
    expect(await answers()).toBe(after);
  }
  await served.close();
  await indexFolder(articles, data, { fileSystem: fast });
  expect(await soundContent(data)).toBe(after);
  expect(readdirSync(data).filter((name) => !/^(?:generation-|index\.lock)/.test(name))).toEqual([]);
  rmSync(data, { recursive: true });
  return result instanceof Error ? 'failed' : 'done';
}

async function checkFault(start: Start, fault: Fault, mayShowEither = false): Promise<'failed' | 'done'> {
  const fileSystem = new FailingFileSystem(fault);
  const where = `${start.name}: ${fault.code} at ${fault.name} ${fault.at}`;
  const result = await check(start, fileSystem, mayShowEither).catch((error: unknown) => {
    throw new Error(`${where}: ${String(error)}`, { cause: error });
  });
  expect(fileSystem.reached, where).toBe(true);
  return result;
}

async function countsOf(start: Start): Promise<Map<Name, number>> {
  const fileSystem = new CountingFileSystem();
  const data = copyOf(start);
  expect(await index(data, fileSystem)).not.toBeInstanceOf(Error);
  rmSync(data, { recursive: true });
  return fileSystem.counts;
}

describe('G5: a disk that fails', { timeout: 300_000 }, () => {
  const results = { failed: 0, done: 0 };

  it.each<[row: string, code: Code, then: Fault['then']]>([
    ['S3: without room from any call on', 'ENOSPC', needsRoom],
    ['S5: with an error at any call', 'EIO', () => false],
  ])('%s, leaves the old index serving, says so, and costs the next run nothing', async (_, code, then) => {
    let faults = 0;
    for (const start of starts) {
      const counts = await countsOf(start);
      for (const name of NAMES) {
        for (let at = 1; at <= (counts.get(name) ?? 0); at++) {
          faults += 1;
          results[await checkFault(start, { name, at, code, then })] += 1;
        }
      }
    }
    expect(faults).toBeGreaterThanOrEqual(100);
  });

  it('S5: for good from any call on, shows one whole index and is told', async () => {
    for (const start of starts) {
      const calls = [...(await countsOf(start)).values()].reduce((sum, count) => sum + count);
      for (let at = 1; at <= calls; at++)
        results[await checkFault(start, { name: 'any', at, code: 'EIO', then: () => true }, true)] += 1;
    }
  });

  it('was met at 300 calls and more, and most of them failed the run', () => {
    console.info(
      `G5: ${results.failed + results.done} faults: ${results.failed} runs refused, ${results.done} done all the same; 0 lost`,
    );
    expect(results.failed + results.done).toBeGreaterThanOrEqual(300);
    expect(results.failed).toBeGreaterThan(5 * results.done);
  });
});

describe('G5: a disk of any size', () => {
  it(`S3: has room for the whole index or keeps the old one (${SIZES} sizes)`, async () => {
    const results = { failed: 0, done: 0 };
    const start = starts[1]!;
    const roomy = new BudgetFileSystem(Infinity);
    await check(start, roomy);
    for (let size = 0; size < SIZES; size++) {
      const budget = Math.ceil((roomy.used * size) / (SIZES - 1));
      const result = await check(start, new BudgetFileSystem(budget));
      expect(result, `${budget} bytes`).toBe(budget < roomy.used ? 'failed' : 'done');
      results[result] += 1;
    }
    expect(results).toEqual({ failed: SIZES - 1, done: 1 });
  });
});

it('S3: a disk that takes few bytes at a time gets them all', async () => {
  for (const start of starts) expect(await check(start, new SlowFileSystem())).toBe('done');
});

describe('promise 2: a disk that keeps something else than it was told', () => {
  const flipped = (bytes: Uint8Array): Uint8Array => bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1);
  const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, -1);

  it.each([
    [FILES.sentences, 'flipped', flipped],
    [FILES.sentences, 'cut', cut],
    [FILES.chunks, 'flipped', flipped],
    [FILES.chunks, 'cut', cut],
    [MANIFEST_FILE, 'flipped', flipped],
    [MANIFEST_FILE, 'cut', cut],
  ])('is found out before anything of it is shown: %s, %s', async (name, _, change) => {
    const fileSystem = new LyingFileSystem(name, change);
    expect(await check(starts[1]!, fileSystem)).toBe('failed');
    expect(fileSystem.lies).toBeGreaterThan(0);
  });
});

describe('S4: a read-only data directory', () => {
  it('refuses to be indexed with the reason, and serves', async () => {
    const readOnly = new TracedFileSystem((call, work) => {
      if (changesDisk(call)) throw systemError('EROFS', call);
      return work();
    }, fast);
    expect(await check(starts[1]!, readOnly)).toBe('failed');
    const refused = await index(copyOf(starts[1]!), readOnly);
    expect(refused).toMatchObject({
      message: expect.stringMatching(/cannot be written: EROFS: read-only file system/) as string,
    });
  });
});
