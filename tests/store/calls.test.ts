import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { callStore, storeCalls } from '../../src/store/calls.ts';
import { LazyStore } from '../../src/store/lazy-store.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { storeCallsContract } from '../contracts/store-calls.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { givenAnswer, storeOptions } from './examples.ts';

async function openTestStore(): Promise<Store> {
  const store = openStore(join(await temporaryDirectory(), 'store.sqlite'), storeOptions());
  onTestFinished(() => {
    store.close();
  });
  return store;
}

storeCallsContract('A store in this process', async () => storeCalls(await openTestStore()));

describe('a call by name', () => {
  it.each(['close', 'toString', '__proto__', 'constructor', ''])('is refused when there is none: %s', async (name) => {
    const store = await openTestStore();
    expect(() => callStore(store, name, [])).toThrow(`no call "${name}"`);
  });
});

describe('a store that is opened when it is needed', () => {
  it('is tried again after it could not be opened', async () => {
    const folder = await temporaryDirectory();
    const blocked = new LazyStore(folder, storeOptions());
    expect(() => blocked.call('settings', ['1'])).toThrow(UserError);
    expect(() => blocked.call('settings', ['1'])).toThrow(/cannot be opened/);
    const store = new LazyStore(join(folder, 'store.sqlite'), storeOptions());
    expect(store.call('settings', ['1'])).toMatchObject({ replies: 'inline' });
  });

  it('is purged every day, and says what is wrong instead of ending the program', async () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    let now = Date.now();
    const folder = await temporaryDirectory();
    const store = new LazyStore(join(folder, 'store.sqlite'), storeOptions({ now: () => now, answerDays: 1 }));
    store.purgeDaily();
    const id = store.call('addAnswer', [givenAnswer()]);
    now += 25 * 60 * 60 * 1000;
    expect(store.call('answer', [id])).toBeDefined();
    vi.advanceTimersByTime(24 * 60 * 60 * 1000);
    expect(store.call('answer', [id])).toBeUndefined();
    const notes: string[] = [];
    new LazyStore(folder, storeOptions({ note: (message) => notes.push(message) })).purgeDaily();
    vi.advanceTimersByTime(24 * 60 * 60 * 1000);
    expect(notes).toEqual([expect.stringContaining('cannot be opened')]);
  });
});
