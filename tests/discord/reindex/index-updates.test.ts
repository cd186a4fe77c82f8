import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AlreadyRunningError, UpdateStoppedError } from '../../../src/discord/reindex/index-updates.ts';
import { UserError } from '../../../src/errors.ts';
import { bench, REPORT } from './examples.ts';

const BY_DAVE = { full: true, by: '42', server: '7' };

describe('an index update', () => {
  it('runs to its end and tells who waits and who listens', async () => {
    const { updates, runs, published, counted, lines } = bench();
    const run = updates.start(BY_DAVE);
    expect(runs[0]).toMatchObject({ full: true, owner: 'gisabot (42)' });
    runs[0]?.end();
    expect(await run).toEqual(REPORT);
    expect([published, counted]).toEqual([[REPORT], ['done']]);
    expect(lines).toMatchObject([{ msg: 'index updated', by: '42', added: 3, failed: 0 }]);
    expect(updates.current()).toBeUndefined();
  });

  it('shows by whom, since when and how far it is', async () => {
    const { updates, runs } = bench();
    const seen: unknown[] = [];
    const run = updates.start({ ...BY_DAVE, onProgress: (progress) => void seen.push(progress) });
    expect(updates.current()).toEqual({ ...BY_DAVE, since: 1_700_000_000_000, progress: undefined });
    const progress = { phase: 'embedding' as const, done: 42, total: 120 };
    runs[0]?.onProgress?.(progress);
    expect(updates.current()?.progress).toEqual(progress);
    expect(seen).toEqual([progress]);
    runs[0]?.end();
    await run;
  });

  it('is the only one: a second one is told about it', async () => {
    const { updates, runs } = bench();
    const run = updates.start(BY_DAVE);
    const second = updates.start({ full: false, by: '43', server: '8' });
    await expect(second).rejects.toThrow(AlreadyRunningError);
    await second.catch((error: unknown) => {
      expect(error).toMatchObject({ current: { by: '42', server: '7' } });
    });
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await run;
    const third = updates.start(BY_DAVE);
    runs[1]?.end();
    await third;
  });

  it('makes room for the next one when it fails', async () => {
    const { updates, runs, counted } = bench();
    const run = updates.start(BY_DAVE);
    runs[0]?.fail(new UserError('Indexing is already running (npm run index, process 7). Wait until it is done, or stop it.'));
    await expect(run).rejects.toThrow(UserError);
    expect([counted, updates.current()]).toEqual([['refused'], undefined]);
  });

  it('can be stopped', async () => {
    const { updates, counted } = bench();
    expect(updates.cancel()).toBe(false);
    const run = updates.start(BY_DAVE);
    expect(updates.cancel()).toBe(true);
    await expect(run).rejects.toMatchObject({ name: 'UpdateStoppedError', reason: 'cancelled' });
    expect(counted).toEqual(['stopped']);
  });

  it('is stopped when the bot closes, and none begins any more', async () => {
    const { updates } = bench();
    const run = updates.start(BY_DAVE);
    updates.close();
    await expect(run).rejects.toMatchObject({ reason: 'closing' });
    await expect(updates.start(BY_DAVE)).rejects.toThrow(UpdateStoppedError);
  });

  it('names no more than a hundred of the files that were left out in the log', async () => {
    const { updates, runs, lines } = bench();
    const run = updates.start(BY_DAVE);
    runs[0]?.end({ failed: Array.from({ length: 5_000 }, (_, index) => ({ source: `${index}.md`, reason: 'empty' })) });
    await run;
    expect(lines[0]).toMatchObject({ failed: 5_000 });
    expect(lines[0]?.['failures']).toHaveLength(100);
  });
});

describe('watching the folder', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('updates the index when an article changed, and not otherwise', async () => {
    const { updates, runs, state } = bench();
    state.isStale = false;
    updates.watch(30_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([state.looks, runs.length]).toEqual([2, 0]);
    state.isStale = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(runs).toHaveLength(1);
    expect(updates.current()).toMatchObject({ by: 'watch', server: null, full: false });
    updates.close();
  });

  it('waits while an update runs', async () => {
    const { updates, runs, state } = bench();
    updates.watch(30_000);
    const run = updates.start(BY_DAVE);
    await vi.advanceTimersByTimeAsync(90_000);
    expect([runs.length, state.looks]).toEqual([1, 0]);
    runs[0]?.end();
    await run;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(runs).toHaveLength(2);
    updates.close();
  });

  it.each(['exact', 'words'] as const)('does not look while the engine has less than everything (%s)', async (mode) => {
    const { updates, runs, state } = bench();
    state.mode = mode;
    updates.watch(30_000);
    await vi.advanceTimersByTimeAsync(120_000);
    expect([state.looks, runs.length]).toEqual([0, 0]);
    updates.close();
  });

  it('logs a failure once, goes on, and logs the next one that is another', async () => {
    const { updates, runs, lines, state } = bench();
    updates.watch(30_000);
    for (const message of ['disk full', 'disk full', 'disk full', 'no model']) {
      await vi.advanceTimersByTimeAsync(30_000);
      runs.at(-1)?.fail(new UserError(message));
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(runs).toHaveLength(4);
    expect(lines.map(({ err }) => (err as { message: string }).message)).toEqual(['disk full', 'no model']);
    await vi.advanceTimersByTimeAsync(30_000);
    runs.at(-1)?.end();
    state.isStale = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lines.at(-1)?.['msg']).toBe('index updated');
    updates.close();
  });

  it('ends when the bot closes', async () => {
    const { updates, runs, state } = bench();
    updates.watch(30_000);
    updates.close();
    await vi.advanceTimersByTimeAsync(120_000);
    expect([state.looks, runs.length]).toEqual([0, 0]);
  });
});
