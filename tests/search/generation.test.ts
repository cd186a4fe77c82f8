import Database from 'better-sqlite3';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { FILES, generationName, listGenerations } from '../../src/search/generation-files.ts';
import { GenerationWriter } from '../../src/search/generation-writer.ts';
import { Generation } from '../../src/search/generation.ts';
import { hnswReasonMissing } from '../../src/search/hnsw-index.ts';
import { openNewestGeneration } from '../../src/search/open-generation.ts';
import { indexContract } from '../contracts/index.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { FINGERPRINT, recordOf } from '../support/index-fixtures.ts';

const writerFor = (directory: string, dimensions = 64, wantsGraph: (chunks: number) => boolean = () => false) =>
  new GenerationWriter(directory, {
    ...{ generation: (listGenerations(directory)[0] ?? 0) + 1, fingerprint: FINGERPRINT, dimensions, wantsGraph },
  });

indexContract('Generation', async () => {
  const directory = await temporaryDirectory();
  return {
    write: (dimensions) => writerFor(directory, dimensions),
    open: async () => (await openNewestGeneration(directory)).generation,
  };
});

const text = Array.from({ length: 40 }, (_, i) => `문단 ${i}이다. 둘째 문장 ${i}이다.`).join('\n');

/** Writes one generation; `wantsGraph` runs after the files were written and before they are verified. */
async function write(directory: string, wantsGraph?: (chunks: number) => boolean): Promise<void> {
  const writer = writerFor(directory, 64, wantsGraph);
  try {
    writer.add(await recordOf({ source: 'a.txt', text }));
    await writer.publish();
  } finally {
    writer.close();
  }
}

describe('GenerationWriter', () => {
  it('leaves nothing behind when it is closed unpublished', async () => {
    const directory = await temporaryDirectory();
    const writer = writerFor(directory);
    writer.add(await recordOf({ source: 'a.txt', text }));
    expect(readdirSync(directory)).toHaveLength(1);
    writer.close();
    writer.close();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('stays published when it is closed afterwards', async () => {
    const directory = await temporaryDirectory();
    await write(directory);
    expect(readdirSync(directory)).toEqual([generationName(1)]);
  });

  it.each([FILES.sentences, FILES.chunks])('does not publish when %s does not read back as it was written', async (name) => {
    const directory = await temporaryDirectory();
    const damage = () => {
      const path = join(directory, `unpublished-${generationName(1)}`, name);
      const bytes = readFileSync(path);
      bytes[100]! ^= 1;
      writeFileSync(path, bytes);
      return false;
    };
    await expect(write(directory, damage)).rejects.toThrow(`${name} was changed or cut`);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('does not publish a database that SQLite finds faulty', async () => {
    const directory = await temporaryDirectory();
    const damage = () => {
      const path = join(directory, `unpublished-${generationName(1)}`, FILES.database);
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0, bytes.length - 8192));
      return false;
    };
    await expect(write(directory, damage)).rejects.toThrow(/does not read back|malformed|disk image/);
    expect(readdirSync(directory)).toEqual([]);
  });

  it.each([
    ['lost a row', 'DELETE FROM chunks WHERE id = 7', /chunks holds 39 rows instead of 40/],
    ['lost what a table held', 'DELETE FROM texts', /texts holds 0 rows instead of/],
    ['lost a table', 'DROP TABLE words', /words holds no rows instead of/],
    ['holds another text', "UPDATE texts SET text = text || '.' WHERE article = 0", /the texts are others/],
    ['holds other postings', "UPDATE terms SET postings = x'00' WHERE rowid = 3", /the postings are others/],
  ])('does not publish a database that %s', async (_, sql, message) => {
    const directory = await temporaryDirectory();
    const damage = () => {
      const database = new Database(join(directory, `unpublished-${generationName(1)}`, FILES.database));
      database.exec(sql);
      database.close();
      return false;
    };
    await expect(write(directory, damage)).rejects.toThrow(/does not read back/);
    await expect(write(directory, damage)).rejects.toThrow(message);
  });

  it('asks for a graph once, by the number of chunks, and never for an index without vectors', async () => {
    const wants = vi.fn(() => false);
    await write(await temporaryDirectory(), wants);
    expect(wants.mock.calls).toEqual([[40]]);
    const writer = writerFor(await temporaryDirectory(), 0, wants);
    writer.add(await recordOf({ source: 'a.txt', text }, null));
    await writer.publish();
    expect(wants).toHaveBeenCalledTimes(1);
  });
});

const missing = await hnswReasonMissing();

/** Modules that are imported from here to the end of the test do not find the graph library. */
function withoutHnswlib(): void {
  vi.resetModules();
  vi.doMock('hnswlib-node', () => {
    throw new Error('no bindings');
  });
  onTestFinished(() => {
    vi.doUnmock('hnswlib-node');
    vi.resetModules();
  });
}

describe.skipIf(missing !== null)(`a generation with a graph${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it('searches by the graph', async () => {
    const directory = await temporaryDirectory();
    await write(directory, () => true);
    const generation = await Generation.open(directory, 1);
    expect(generation.vectorIndex?.kind).toBe('hnsw');
    expect(generation.problem).toBeNull();
    expect(existsSync(join(directory, generationName(1), FILES.graph))).toBe(true);
    await generation.close();
  });

  it('compares with every chunk when no graph may be loaded', async () => {
    const directory = await temporaryDirectory();
    await write(directory, () => true);
    const { generation, alerts } = await openNewestGeneration(directory, { graph: false });
    expect(generation?.vectorIndex?.kind).toBe('exact');
    expect(alerts).toEqual([]);
    await generation?.close();
  });

  it('stops building when it is told to, and leaves nothing behind', async () => {
    const directory = await temporaryDirectory();
    const writer = writerFor(directory, 64, () => true);
    writer.add(await recordOf({ source: 'a.txt', text }));
    const stopped = new Error('stopped');
    await expect(writer.publish(AbortSignal.abort(stopped))).rejects.toBe(stopped);
    writer.close();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('searches every vector when the graph cannot be used, and says so', async () => {
    const directory = await temporaryDirectory();
    const writer = writerFor(directory, 64, () => true);
    writer.add(await recordOf({ source: 'a.txt', text }));
    await writer.publish();
    writer.close();
    withoutHnswlib();
    const { openNewestGeneration: openWithout } = await import('../../src/search/open-generation.ts');
    const { generation, alerts } = await openWithout(directory);
    expect(generation?.vectorIndex?.kind).toBe('exact');
    expect(alerts).toEqual([expect.stringMatching(/^generation-000001: hnswlib-node is not installed/)]);
    await generation?.close();
  });

  it('makes no graph when hnswlib-node is missing', async () => {
    withoutHnswlib();
    const { GenerationWriter: WriterWithout } = await import('../../src/search/generation-writer.ts');
    const directory = await temporaryDirectory();
    const writer = new WriterWithout(directory, {
      generation: 1,
      fingerprint: FINGERPRINT,
      dimensions: 64,
      wantsGraph: () => true,
    });
    writer.add(await recordOf({ source: 'a.txt', text }));
    expect((await writer.publish()).graph).toBeNull();
  });
});

describe('Generation.open', () => {
  it('refuses a generation under another number', async () => {
    const directory = await temporaryDirectory();
    await write(directory);
    renameSync(join(directory, generationName(1)), join(directory, generationName(9)));
    await expect(Generation.open(directory, 9)).rejects.toThrow(StoreError);
    await expect(Generation.open(directory, 9)).rejects.toThrow(/it is generation-000001 under another name/);
  });
});
