import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { StoreCalls } from '../../src/store/calls.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../src/store/server-settings.ts';
import { givenAnswer } from '../store/examples.ts';

/** Calls on a store of its own that keeps questions. */
export type OpenStoreCalls = () => Promise<StoreCalls>;

/** What the calls of every store do, wherever it is open. */
export function storeCallsContract(name: string, open: OpenStoreCalls): void {
  describe(`${name}: the calls of the store`, () => {
    it('read, change and reset the settings of a server', async () => {
      const store = await open();
      expect(await store.settings('1')).toEqual(DEFAULT_SERVER_SETTINGS);
      const changed = { ...DEFAULT_SERVER_SETTINGS, channelsWithoutMention: ['7'] };
      expect(await store.changeSettings('1', { channelsWithoutMention: ['7'] })).toEqual(changed);
      expect(await store.settings('1')).toEqual(changed);
      await store.resetSettings('1');
      expect(await store.settings('1')).toEqual(DEFAULT_SERVER_SETTINGS);
    });

    it('keep given answers, and share each once', async () => {
      const store = await open();
      const id = await store.addAnswer(givenAnswer());
      expect(await store.answer(id)).toMatchObject({ asker: '100', shared: false });
      expect(await Promise.all([store.shareAnswer(id), store.shareAnswer(id)])).toEqual([true, false]);
      await store.unshareAnswer(id);
      expect(await store.shareAnswer(id)).toBe(true);
      expect(await store.answer('aaaaaaaaaaaa')).toBeUndefined();
    });

    it('count votes and list them', async () => {
      const store = await open();
      const answer = await store.addAnswer(givenAnswer());
      expect(await store.vote({ answer, server: '1', member: '5', rating: 'down', reason: 'old' })).toBe(true);
      expect(await store.vote({ answer, server: '2', member: '5', rating: 'down' })).toBe(false);
      expect(await store.voteCounts(answer)).toEqual({ up: 0, down: 1 });
      expect((await store.feedback('1', { limit: 5 })).entries.map(({ reason }) => reason)).toEqual(['old']);
    });

    it('list what was not answered until it is resolved', async () => {
      const store = await open();
      expect(await store.addGap({ server: '1', member: '5', question: '어디인가요?' })).toBe(true);
      const [gap] = (await store.gaps('1', { limit: 5 })).entries;
      expect(gap).toMatchObject({ count: 1, example: '어디인가요?' });
      expect(await store.resolveGap('1', gap?.id ?? '')).toBe(true);
      expect(await store.gaps('1', { limit: 5 })).toEqual({ entries: [], next: null });
    });

    it('forget a member, in one server or everywhere, and a server', async () => {
      const store = await open();
      const [here, there] = [await store.addAnswer(givenAnswer()), await store.addAnswer(givenAnswer({ server: '2' }))];
      const known = async () => [await store.answer(here), await store.answer(there)].map((answer) => answer?.server);
      await store.forgetMember('100', '2');
      expect(await known()).toEqual(['1', undefined]);
      await store.forgetMember('100');
      expect(await known()).toEqual([undefined, undefined]);
      await store.changeSettings('1', { replies: 'thread' });
      await store.forgetServer('1');
      expect((await store.settings('1')).replies).toBe('inline');
    });

    it('purge', async () => {
      expect(await (await open()).purge()).toEqual({ answers: 0, questions: 0, gaps: 0 });
    });

    it('reject with the error of the store', async () => {
      const store = await open();
      const failed: unknown = await store.changeSettings('1', { allowedRoles: ['x'] }).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(UserError);
      expect(failed).toHaveProperty('message', expect.stringContaining('allowedRoles'));
      await expect(store.gaps('1', { limit: 0 })).rejects.toThrow(RangeError);
    });
  });
}
