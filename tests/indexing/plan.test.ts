import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planReindex, type Before, type Plan, type SeenFile } from '../../src/indexing/plan.ts';
import type { IndexedArticle, IndexedFile } from '../../src/search/index-port.ts';
import type { Failure } from '../../src/types.ts';

/** Files of a folder: the hash of each, or null for one that cannot be read. */
type Folder = Readonly<Record<string, string | null>>;

const seen = (folder: Folder): SeenFile[] =>
  Object.entries(folder)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, hash]) => {
      const file = { source, path: `/${source}`, bytes: 1, modified: 2 };
      return hash === null ? { ...file, hash, reason: 'permission denied' } : { ...file, hash };
    });

const article = (source: string, hash: string, copies: string[] = []): IndexedArticle => ({
  ...{
    id: 0,
    source,
    hash,
    copies,
    title: source,
    publisher: null,
    reporter: null,
    date: null,
    url: null,
    korean: true,
    chunks: 1,
  },
});

const file = (source: string, hash: string | null, reason: string | null = null): IndexedFile => ({
  source,
  hash,
  bytes: 1,
  modified: 2,
  reason,
});

/** The index that a plan leads to when every file that is loaded can be used, except those with a hash that is `broken`. */
function indexAfter(plan: Plan): Before {
  return { articles: plan.articles.map(({ source, hash, copies }) => article(source, hash, copies)), files: plan.files };
}

const EMPTY: Before = { articles: [], files: [] };
const planOf = (folder: Folder, before = EMPTY, { reuse = true, failures = [] as Failure[] } = {}): Plan =>
  planReindex({ files: seen(folder), failures }, before, reuse);
const indexed = (folder: Folder): Before => indexAfter(planOf(folder));
const counts = ({ statuses, deleted }: Plan): Record<string, number> => {
  const all = [...statuses.values()];
  const count = (status: string) => all.filter((each) => each === status).length;
  return { added: count('added'), updated: count('updated'), skipped: count('skipped'), deleted };
};
const loads = (plan: Plan): string[] => plan.articles.filter(({ path }) => path !== null).map(({ source }) => source);

describe('a plan', () => {
  it('adds everything to an empty index', () => {
    const plan = planOf({ 'a.txt': '1', 'b.txt': '2' });
    expect(counts(plan)).toEqual({ added: 2, updated: 0, skipped: 0, deleted: 0 });
    expect(loads(plan)).toEqual(['a.txt', 'b.txt']);
    expect(plan.changed).toBe(true);
  });

  it('changes nothing when nothing changed', () => {
    const folder = { 'a.txt': '1', 'b.txt': '2', 'copy.txt': '1', 'locked.txt': null };
    const plan = planOf(folder, indexed(folder));
    expect(counts(plan)).toEqual({ added: 0, updated: 0, skipped: 3, deleted: 0 });
    expect(loads(plan)).toEqual([]);
    expect(plan.changed).toBe(false);
  });

  it('counts what was added, updated, deleted and skipped', () => {
    const plan = planOf({ 'a.txt': '1', 'b.txt': 'new', 'd.txt': '4' }, indexed({ 'a.txt': '1', 'b.txt': '2', 'c.txt': '3' }));
    expect(counts(plan)).toEqual({ added: 1, updated: 1, skipped: 1, deleted: 1 });
    expect(loads(plan)).toEqual(['b.txt', 'd.txt']);
    expect(plan.articles.find(({ source }) => source === 'b.txt')?.stored).toBe('b.txt');
  });

  it('is a change when only the time or the size of a file is another', () => {
    const before = indexed({ 'a.txt': '1' });
    const touched = seen({ 'a.txt': '1' }).map((each) => ({ ...each, modified: 3 }));
    const plan = planReindex({ files: touched, failures: [] }, before, true);
    expect(counts(plan)).toEqual({ added: 0, updated: 0, skipped: 1, deleted: 0 });
    expect([plan.changed, loads(plan)]).toEqual([true, []]);
  });

  it('reads everything again when nothing may be reused, and still knows where each article was', () => {
    const folder = { 'a.txt': '1', 'b.txt': '2' };
    const before = { ...indexed(folder), files: [file('a.txt', '1'), file('b.txt', '2', 'empty')] };
    const plan = planOf(folder, before, { reuse: false });
    expect(counts(plan)).toEqual({ added: 0, updated: 2, skipped: 0, deleted: 0 });
    expect(plan.articles.map(({ path, stored }) => [path, stored])).toEqual([
      ['/a.txt', 'a.txt'],
      ['/b.txt', 'b.txt'],
    ]);
  });

  describe('of files with equal bytes', () => {
    it('makes them one article under the first source', () => {
      const plan = planOf({ 'b.txt': '1', 'a.txt': '1', 'c.txt': '2' });
      expect(plan.articles.map(({ source, copies }) => [source, copies])).toEqual([
        ['a.txt', ['b.txt']],
        ['c.txt', []],
      ]);
      expect(counts(plan)).toMatchObject({ added: 3 });
    });

    it('keeps the article when a copy comes or goes', () => {
      const both = { 'a.txt': '1', 'b.txt': '1' };
      const grown = planOf(both, indexed({ 'a.txt': '1' }));
      expect([counts(grown), loads(grown), grown.changed]).toEqual([{ added: 1, updated: 0, skipped: 1, deleted: 0 }, [], true]);
      expect(grown.articles[0]?.copies).toEqual(['b.txt']);
      const shrunk = planOf({ 'a.txt': '1' }, indexed(both));
      expect([counts(shrunk), loads(shrunk), shrunk.changed]).toEqual([
        { added: 0, updated: 0, skipped: 1, deleted: 1 },
        [],
        true,
      ]);
      expect(shrunk.articles[0]?.copies).toEqual([]);
    });

    it('splits the article when one of them changes', () => {
      const plan = planOf({ 'a.txt': '1', 'b.txt': '2' }, indexed({ 'a.txt': '1', 'b.txt': '1' }));
      expect(plan.articles.map(({ source, path, stored }) => [source, path, stored])).toEqual([
        ['a.txt', null, 'a.txt'],
        ['b.txt', '/b.txt', 'a.txt'],
      ]);
      expect(counts(plan)).toEqual({ added: 0, updated: 1, skipped: 1, deleted: 0 });
    });
  });

  it('reads a renamed file again, and knows which article it was', () => {
    const plan = planOf({ 'new.md': '1' }, indexed({ 'old.txt': '1' }));
    expect(counts(plan)).toEqual({ added: 1, updated: 0, skipped: 0, deleted: 1 });
    expect(plan.articles).toEqual([{ source: 'new.md', copies: [], hash: '1', path: '/new.md', stored: 'old.txt' }]);
  });

  describe('of files that cannot be used', () => {
    const reasonOf = (plan: Plan, source: string) => plan.files.find((each) => each.source === source)?.reason;

    it('leaves them out with the reason', () => {
      const plan = planOf({ 'a.txt': '1', 'locked.txt': null });
      expect(reasonOf(plan, 'locked.txt')).toBe('permission denied');
      expect(plan.articles.map(({ source }) => source)).toEqual(['a.txt']);
      expect(plan.statuses.has('locked.txt')).toBe(false);
    });

    it('does not read again what is known to be unusable and has not changed', () => {
      const before = { articles: [], files: [file('empty.txt', '0', 'empty')] };
      const plan = planOf({ 'empty.txt': '0' }, before);
      expect([reasonOf(plan, 'empty.txt'), plan.articles, plan.changed]).toEqual(['empty', [], false]);
      expect(loads(planOf({ 'empty.txt': '1' }, before))).toEqual(['empty.txt']);
      expect(loads(planOf({ 'empty.txt': '0' }, before, { reuse: false }))).toEqual(['empty.txt']);
    });

    it.each([true, false])('keeps their former text (reuse: %s)', (reuse) => {
      const plan = planOf({ 'a.txt': null }, indexed({ 'a.txt': '1' }), { reuse });
      expect(plan.articles).toEqual([{ source: 'a.txt', copies: [], hash: '1', path: null, stored: 'a.txt' }]);
      expect([counts(plan), plan.changed]).toEqual([{ added: 0, updated: 0, skipped: 0, deleted: 0 }, true]);
    });

    it('keeps the former text of two copies once', () => {
      const plan = planOf({ 'a.txt': null, 'b.txt': null }, indexed({ 'a.txt': '1', 'b.txt': '1' }));
      expect(plan.articles.map(({ source, copies }) => [source, copies])).toEqual([['a.txt', ['b.txt']]]);
    });

    it('keeps no second former text when another file still has it', () => {
      const plan = planOf({ 'a.txt': null, 'b.txt': '1' }, indexed({ 'a.txt': '1', 'b.txt': '1' }));
      expect(plan.articles.map(({ source, stored }) => [source, stored])).toEqual([['b.txt', 'a.txt']]);
    });

    it('counts a file that can be used again as unchanged when the index still has its text, else as updated', () => {
      const before = { articles: [article('a.txt', '1')], files: [file('a.txt', null, 'permission denied')] };
      expect(counts(planOf({ 'a.txt': '1' }, before))).toMatchObject({ skipped: 1 });
      expect(counts(planOf({ 'a.txt': '2' }, before))).toMatchObject({ updated: 1 });
      expect(planOf({ 'a.txt': '1' }, before).changed).toBe(true);
    });

    it('reads a file again whose former text is only a stand-in', () => {
      const plan = planOf(
        { 'a.txt': '1' },
        { articles: [article('a.txt', '')], files: [file('a.txt', null, 'permission denied')] },
      );
      expect(loads(plan)).toEqual(['a.txt']);
    });

    it('keeps two stand-ins apart', () => {
      const before = {
        articles: [article('a.txt', ''), article('b.txt', '')],
        files: [file('a.txt', null, 'x'), file('b.txt', null, 'x')],
      };
      expect(planOf({ 'a.txt': null, 'b.txt': null }, before).articles).toHaveLength(2);
    });
  });

  describe('of folders that cannot be read', () => {
    const before = indexed({ 'in/a.txt': '1', 'in/b.txt': '2', 'inside.txt': '3', 'out.txt': '4' });

    it('keeps what was below them and deletes the rest', () => {
      const plan = planOf({ 'out.txt': '4' }, before, { failures: [{ source: 'in', reason: 'EACCES' }] });
      expect(plan.articles.map(({ source }) => source)).toEqual(['in/a.txt', 'in/b.txt', 'out.txt']);
      expect(counts(plan)).toEqual({ added: 0, updated: 0, skipped: 1, deleted: 1 });
    });

    it('keeps a file that can no longer be looked at', () => {
      const plan = planOf({}, before, { failures: [{ source: 'out.txt', reason: 'symbolic link' }] });
      expect(plan.articles.map(({ source }) => source)).toEqual(['out.txt']);
      expect(plan.deleted).toBe(3);
    });

    it('keeps everything when the folder itself cannot be read', () => {
      expect(planOf({}, before, { failures: [{ source: '', reason: 'EACCES' }] }).articles).toHaveLength(4);
    });
  });

  describe('over random folders', () => {
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
});
