import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../../src/store/server-settings.ts';
import type { OpenTestStore } from './open.ts';

/** What every store does with the settings of servers. */
export function settingsContract(name: string, openTestStore: OpenTestStore): void {
  describe(`${name}: settings of a server`, () => {
    it('are the defaults until something is changed', async () => {
      const { store } = await openTestStore();
      expect(store.settings.get('1')).toEqual(DEFAULT_SERVER_SETTINGS);
    });

    it('change by what is named, are complete, and last', async () => {
      const { store, reopen } = await openTestStore();
      const changed = { ...DEFAULT_SERVER_SETTINGS, deniedChannels: ['7'], language: 'en' };
      expect(store.settings.change('1', { deniedChannels: ['7', '7'] }).deniedChannels).toEqual(['7']);
      expect(store.settings.change('1', { language: 'en' })).toEqual(changed);
      expect(reopen().settings.get('1')).toEqual(changed);
    });

    it('are each server’s own, and go back to the defaults alone', async () => {
      const { store } = await openTestStore();
      store.settings.change('1', { replies: 'thread' });
      store.settings.change('2', { replies: 'thread' });
      store.settings.reset('1');
      expect(store.settings.get('1').replies).toBe('inline');
      expect(store.settings.get('2').replies).toBe('thread');
    });

    it.each<[string, object]>([
      ['an unknown name', { colour: 'red' }],
      ['a wrong type', { replies: true }],
      ['an unknown value', { language: 'ja' }],
      ['what is no id', { allowedChannels: ['general'] }],
      ['a list that is none', { channelsWithoutMention: '7' }],
      ['too many ids', { allowedRoles: Array.from({ length: 101 }, (_, id) => String(id)) }],
    ])('refuse %s, and then change nothing', async (_, wrong) => {
      const { store } = await openTestStore();
      const changes = { replies: 'thread' as const, ...wrong };
      expect(() => store.settings.change('1', changes)).toThrow(UserError);
      expect(store.settings.get('1')).toEqual(DEFAULT_SERVER_SETTINGS);
    });

    it('name every mistake at once', async () => {
      const { store } = await openTestStore();
      const wrong = { language: 'ja', replies: 'loud' };
      expect(() => store.settings.change('1', wrong as object)).toThrow(/replies: .*; language: /);
    });
  });
}
