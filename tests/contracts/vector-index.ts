import { describe, expect, it } from 'vitest';
import type { VectorHit, VectorIndex } from '../../src/search/vector-index.ts';
import { clusteredVectors, seededRandom } from '../support/vectors.ts';

type Open = (vectors: Float32Array, dimensions: number) => Promise<VectorIndex>;

const DIMENSIONS = 32;
const COUNT = 4000;
const QUERIES = 100;
const K = 10;

const row = (vectors: Float32Array, id: number): Float32Array => vectors.subarray(id * DIMENSIONS, (id + 1) * DIMENSIONS);
const product = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** The definition itself: every allowed row, sorted. */
function definition(vectors: Float32Array, query: Float32Array, k: number, allowed?: ReadonlySet<number>): VectorHit[] {
  const ids = Array.from({ length: vectors.length / DIMENSIONS }, (_, id) => id).filter((id) => allowed?.has(id) ?? true);
  const hits = ids.map((id) => ({ id, score: product(row(vectors, id), query) }));
  return hits.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, k);
}

/** What every VectorIndex does, whatever it is made of. */
export function vectorIndexContract(name: string, openIndex: Open): void {
  describe(`${name} as a VectorIndex`, () => {
    const all = clusteredVectors(COUNT + QUERIES, DIMENSIONS, 40, 1);
    const vectors = all.slice(0, COUNT * DIMENSIONS);
    const queries = all.slice(COUNT * DIMENSIONS);
    let opened: Promise<VectorIndex> | undefined;
    const index = (): Promise<VectorIndex> => (opened ??= openIndex(vectors, DIMENSIONS));

    /** Share of the true best ten that is found, over all queries. */
    async function recall(allowed?: ReadonlySet<number>): Promise<number> {
      let found = 0;
      let wanted = 0;
      for (let i = 0; i < QUERIES; i++) {
        const query = row(queries, i);
        const expected = definition(vectors, query, K, allowed);
        const ids = new Set((await index()).search(query, K, allowed).map((hit) => hit.id));
        found += expected.filter((hit) => ids.has(hit.id)).length;
        wanted += expected.length;
      }
      return found / wanted;
    }

    it('knows its size and dimensions', async () => {
      expect(await index()).toMatchObject({ size: COUNT, dimensions: DIMENSIONS });
    });

    it('finds every vector as its own nearest neighbour', async () => {
      for (let id = 0; id < COUNT; id += 37) {
        const [best] = (await index()).search(row(vectors, id), 1);
        expect(best?.id).toBe(id);
        expect(best?.score).toBeCloseTo(1, 5);
      }
    });

    it('accepts plain arrays', async () => {
      expect((await index()).search([...row(vectors, 5)], 1)[0]?.id).toBe(5);
    });

    it('gives inner products, best first', async () => {
      const query = row(queries, 3);
      const hits = (await index()).search(query, 50);
      expect(hits).toHaveLength(50);
      for (const hit of hits) expect(hit.score).toBeCloseTo(product(row(vectors, hit.id), query), 5);
      expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    });

    it('orders equal scores by id', async () => {
      const same = new Float32Array(5 * DIMENSIONS);
      for (let id = 0; id < 5; id++) same[id * DIMENSIONS] = 1;
      const hits = (await openIndex(same, DIMENSIONS)).search(row(same, 0), 3);
      expect(hits).toEqual([0, 1, 2].map((id) => ({ id, score: 1 })));
    });

    it('gives all rows when asked for more than there are', async () => {
      const few = vectors.slice(0, 7 * DIMENSIONS);
      const small = await openIndex(few, DIMENSIONS);
      const hits = small.search(row(few, 2), 1e9);
      expect(hits.map((hit) => hit.id).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(small.search(row(few, 2), Infinity)).toEqual(hits);
    });

    it.each([0, -1, NaN, 0.5])('gives nothing for k = %d', async (k) => {
      expect((await index()).search(row(vectors, 0), k)).toEqual([]);
    });

    it('matches nothing with an empty filter', async () => {
      expect((await index()).search(row(vectors, 0), K, new Set())).toEqual([]);
    });

    it('ignores allowed ids that it does not hold', async () => {
      const allowed = new Set([-1, 0.5, 3, COUNT, 2 ** 32, NaN]);
      expect((await index()).search(row(vectors, 3), K, allowed).map((hit) => hit.id)).toEqual([3]);
    });

    it.each([NaN, Infinity, -Infinity])('refuses a query that holds %d', async (value) => {
      const query = [...row(vectors, 0)];
      query[7] = value;
      const ready = await index();
      expect(() => ready.search(query, K)).toThrow(RangeError);
      expect(() => ready.search(query, K, new Set([1]))).toThrow(RangeError);
      expect(() => ready.search(query, 0)).toThrow(RangeError);
    });

    it.each([0, DIMENSIONS - 1, DIMENSIONS + 1])('refuses a query of %d components', async (length) => {
      const ready = await index();
      expect(() => ready.search(new Float32Array(length), K)).toThrow(RangeError);
    });

    it('finds at least 98 percent of the true best ten', async () => {
      expect(await recall()).toBeGreaterThanOrEqual(0.98);
    });

    const random = seededRandom(2);
    const ids = Array.from({ length: COUNT }, (_, id) => id);
    it.each([
      { filter: '90 percent at random', allowed: new Set(ids.filter(() => random() < 0.9)) },
      { filter: '60 percent at random', allowed: new Set(ids.filter(() => random() < 0.6)) },
      { filter: '10 percent at random', allowed: new Set(ids.filter(() => random() < 0.1)) },
      { filter: '1 percent at random', allowed: new Set(ids.filter(() => random() < 0.01)) },
      { filter: 'most clusters', allowed: new Set(ids.filter((id) => id % 40 < 30)) },
      { filter: 'one cluster', allowed: new Set(ids.filter((id) => id % 40 === 7)) },
    ])('finds at least 95 percent of the true best ten under a filter for $filter, and nothing else', async ({ allowed }) => {
      expect(await recall(allowed)).toBeGreaterThanOrEqual(0.95);
      for (let i = 0; i < 10; i++) {
        const hits = (await index()).search(row(queries, i), K, allowed);
        expect(hits).toHaveLength(Math.min(K, allowed.size));
        expect(hits.every((hit) => allowed.has(hit.id))).toBe(true);
      }
    });
  });
}
