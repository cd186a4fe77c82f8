import { describe, expect, it, vi } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { buildHnswGraph, hnswReasonMissing } from '../../src/search/hnsw-index.ts';

vi.mock('hnswlib-node', () => {
  throw new Error('Could not locate the bindings file');
});

describe('without hnswlib-node', () => {
  it('the reason is given in words', async () => {
    expect(await hnswReasonMissing()).toMatch(/hnswlib-node is not installed/);
  });

  it('building a graph says what to do', async () => {
    const building = buildHnswGraph(Float32Array.of(1, 0), 2, 'unused.hnsw');
    await expect(building).rejects.toThrow(UserError);
    await expect(building).rejects.toThrow(/npm install.*exact index/);
  });
});
