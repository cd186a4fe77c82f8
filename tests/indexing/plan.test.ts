import { describe, expect, it } from 'vitest';
import { planReindex } from '../../src/indexing/plan.ts';
import { article, counts, file, indexed, loads, planOf, seen } from '../support/plans.ts';
import type { Plan } from '../../src/indexing/plan.ts';

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
});
