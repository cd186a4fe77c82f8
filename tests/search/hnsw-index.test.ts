import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { buildHnswGraph, hnswReasonMissing, openHnswIndex } from '../../src/search/hnsw-index.ts';
import { ExactIndex } from '../../src/search/vector-index.ts';
import { vectorIndexContract } from '../contracts/vector-index.ts';
import { clusteredVectors } from '../support/vectors.ts';

const missing = await hnswReasonMissing();

describe.skipIf(missing !== null)(`HNSW index${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let directory = '';
  let files = 0;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'gisabot-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  const newPath = (): string => join(directory, `${files++}.hnsw`);

  vectorIndexContract('HnswIndex', async (vectors, dimensions) => {
    const path = newPath();
    return openHnswIndex(path, await buildHnswGraph(vectors, dimensions, path), vectors);
  });

  const vectors = clusteredVectors(2500, 16, 20, 3);

  it('gives the scores and the order of the exact index', async () => {
    const path = newPath();
    const index = await openHnswIndex(path, await buildHnswGraph(vectors, 16, path), vectors);
    expect(index.kind).toBe('hnsw');
    const query = vectors.subarray(160, 176);
    expect(index.search(query, 5)).toEqual(new ExactIndex(vectors, 16).search(query, 5));
  });

  it('describes the graph for the manifest', async () => {
    const sidecar = await buildHnswGraph(vectors.subarray(0, 160), 16, newPath());
    expect(sidecar).toEqual({ format: 1, dimensions: 16, space: 'ip', count: 10, M: 16, efConstruction: 200 });
  });

  it('reports progress every 1,000 rows and at the end', async () => {
    const reports: [number, number][] = [];
    await buildHnswGraph(vectors, 16, newPath(), (...report) => reports.push(report));
    expect(reports).toEqual([
      [1000, 2500],
      [2000, 2500],
      [2500, 2500],
    ]);
  });

  it('works with a single vector', async () => {
    const [path, one] = [newPath(), vectors.slice(0, 16)];
    const index = await openHnswIndex(path, await buildHnswGraph(one, 16, path), one);
    expect(index.search(one, 3).map((hit) => hit.id)).toEqual([0]);
  });

  it('refuses to build from nothing, from vectors that are not finite and from broken rows', async () => {
    await expect(buildHnswGraph(new Float32Array(0), 16, newPath())).rejects.toThrow(RangeError);
    await expect(buildHnswGraph(Float32Array.of(1, NaN), 2, newPath())).rejects.toThrow(RangeError);
    await expect(buildHnswGraph(Float32Array.of(1, 0, 1), 2, newPath())).rejects.toThrow(RangeError);
  });

  it('notices that the directory of its file does not exist', async () => {
    await expect(buildHnswGraph(vectors, 16, join(directory, 'nowhere', 'x.hnsw'))).rejects.toThrow(StoreError);
  });

  it.skipIf(!existsSync('/dev/full'))('notices that the disk is full', async () => {
    await expect(buildHnswGraph(vectors, 16, '/dev/full')).rejects.toThrow(StoreError);
  });

  it('refuses a graph of another number of vectors', async () => {
    const path = newPath();
    const sidecar = await buildHnswGraph(vectors, 16, path);
    await expect(openHnswIndex(path, sidecar, vectors.slice(0, 160))).rejects.toThrow(/differ in number/);
    await expect(openHnswIndex(path, { ...sidecar, count: 10 }, vectors.slice(0, 160))).rejects.toThrow(
      /holds 2500 vectors instead of 10/,
    );
  });

  it('refuses a graph of other vectors or dimensions', async () => {
    const path = newPath();
    const sidecar = await buildHnswGraph(vectors, 16, path);
    const other = clusteredVectors(2500, 16, 20, 4);
    await expect(openHnswIndex(path, sidecar, other)).rejects.toThrow(/other vectors/);
    const narrow = { ...sidecar, dimensions: 8 };
    await expect(openHnswIndex(path, narrow, vectors.slice(0, 2500 * 8))).rejects.toThrow(StoreError);
  });

  it('refuses an empty graph of zero bytes', async () => {
    const path = newPath();
    const sidecar = await buildHnswGraph(vectors, 16, path);
    await writeFile(path, Buffer.alloc(96));
    await expect(openHnswIndex(path, sidecar, vectors)).rejects.toThrow(StoreError);
  });

  it('refuses a file that is missing', async () => {
    const sidecar = await buildHnswGraph(vectors, 16, newPath());
    await expect(openHnswIndex(newPath(), sidecar, vectors)).rejects.toThrow(StoreError);
  });

  it.each([{}, { format: 2 }, { space: 'l2' }, { dimensions: '16' }, { count: 0 }])(
    'refuses a sidecar with %j',
    async (change) => {
      const path = newPath();
      const sidecar = await buildHnswGraph(vectors.slice(0, 160), 16, path);
      const changed = Object.keys(change).length === 0 ? {} : { ...sidecar, ...change };
      await expect(openHnswIndex(path, changed, vectors.slice(0, 160))).rejects.toThrow(/another version/);
    },
  );
});
