import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { buildHnswGraph, hnswReasonMissing } from '../../src/search/hnsw-index.ts';
import { TracedFileSystem } from '../support/traced-file-system.ts';
import { clusteredVectors } from '../support/vectors.ts';

const faults = vi.hoisted(() => ({ loadsPoorGraph: false }));

// The library loads without complaint what a damaged file holds; here such a load gives a graph with far too few edges.
vi.mock('hnswlib-node', async (importOriginal) => {
  const { default: library } = await importOriginal<{ default: typeof import('hnswlib-node') }>();
  const { HierarchicalNSW } = library;
  class Damaged extends HierarchicalNSW {
    override readIndexSync(path: string): void {
      super.readIndexSync(path);
      if (!faults.loadsPoorGraph) return;
      const count = this.getCurrentCount();
      const points = Array.from({ length: count }, (_, id) => this.getPoint(id));
      this.initIndex(count, 2, 1);
      points.forEach((point, id) => {
        this.addPoint(point, id);
      });
    }
  }
  return { default: { HierarchicalNSW: Damaged } };
});

const missing = await hnswReasonMissing();

describe.skipIf(missing !== null)(`building a graph${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  const vectors = clusteredVectors(2000, 16, 5, 1);
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'gisabot-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  afterEach(() => {
    faults.loadsPoorGraph = false;
  });

  it('fails when the file answers differently from what was built', async () => {
    faults.loadsPoorGraph = true;
    const building = buildHnswGraph(vectors, 16, join(directory, 'poor.hnsw'));
    await expect(building).rejects.toThrow(StoreError);
    await expect(building).rejects.toThrow(/answers differently/);
  });

  it('forces the file to the disk', async () => {
    const path = join(directory, 'good.hnsw');
    const synced: string[] = [];
    const fileSystem = new TracedFileSystem((call, work) => {
      if (call.name === 'fsync') synced.push(call.path);
      return work();
    });
    await buildHnswGraph(vectors, 16, path, undefined, fileSystem);
    expect(synced).toEqual([path]);
  });
});
