import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/indexing/plan.ts';
import { indexAfter, indexed, loads, planOf, type Folder } from '../support/plans.ts';

describe('a plan over random folders', () => {
  const sources = ['a.txt', 'b.txt', 'c.md', 'd/e.txt', 'd/f.txt'];
  const folder: fc.Arbitrary<Folder> = fc.dictionary(
    fc.constantFrom(...sources),
    fc.option(fc.constantFrom('1', '2', '3'), { freq: 6, nil: null }),
  );

  it('has every usable file in exactly one article, and every file noted once', () => {
    fc.assert(
      fc.property(folder, folder, fc.boolean(), (earlier, now, reuse) => {
        const plan = planOf(now, indexed(earlier), { reuse });
        const all = plan.articles.flatMap(({ source, copies }) => [source, ...copies]);
        expect(new Set(all).size).toBe(all.length);
        for (const [source, hash] of Object.entries(now)) if (hash !== null) expect(all).toContain(source);
        expect(plan.files.map(({ source }) => source).sort()).toEqual(Object.keys(now).sort());
        expect([...plan.statuses.keys()].sort()).toEqual(
          Object.keys(now)
            .filter((source) => now[source] !== null)
            .sort(),
        );
      }),
    );
  });

  it('loses no text of a file that is still there', () => {
    fc.assert(
      fc.property(folder, folder, fc.boolean(), (earlier, now, reuse) => {
        const plan = planOf(now, indexed(earlier), { reuse });
        for (const [source, hash] of Object.entries(earlier)) {
          if (hash !== null && now[source] === null) expect(plan.articles.map((each) => each.hash)).toContain(hash);
        }
      }),
    );
  });

  it('leads to the same articles from any index before, as long as every file can be read', () => {
    const readable = fc.dictionary(fc.constantFrom(...sources), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(readable, readable, (earlier, now) => {
        const names = (plan: Plan) => plan.articles.map(({ source, copies, hash }) => ({ source, copies, hash }));
        expect(names(planOf(now, indexed(earlier)))).toEqual(names(planOf(now)));
      }),
    );
  });

  it('has nothing to do a second time', () => {
    fc.assert(
      fc.property(folder, folder, (earlier, now) => {
        const plan = planOf(now, indexed(earlier));
        const again = planOf(now, indexAfter(plan));
        expect([again.changed, loads(again), again.deleted]).toEqual([false, [], 0]);
      }),
    );
  });
});
