import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { startChild } from '../support/child.ts';
import { givenAnswer, storeOptions } from './examples.ts';

const CHILD = '../store/store-child.ts';
const newPath = async (): Promise<string> => join(await temporaryDirectory(), 'store.sqlite');

describe('a store that is open twice', () => {
  it('shows each what the other wrote', async () => {
    const path = await newPath();
    const [one, other] = [openStore(path, storeOptions()), openStore(path, storeOptions())];
    const id = one.answers.add(givenAnswer());
    expect(other.feedback.vote({ answer: id, server: '1', member: '5', rating: 'up' })).toBe(true);
    one.settings.change('1', { replies: 'thread' });
    other.settings.change('1', { language: 'en' });
    expect(one.settings.get('1')).toEqual(other.settings.get('1'));
    expect(one.settings.get('1')).toMatchObject({ replies: 'thread', language: 'en' });
    expect(one.feedback.counts(id)).toEqual({ up: 1, down: 0 });
    one.close();
    other.close();
  });

  it('is made once when several processes make it at the same time', async () => {
    const path = await newPath();
    const children = [1, 2, 3].map(() => startChild(CHILD, ['open', path]));
    await Promise.all(children.map((child) => child.until('opened')));
    openStore(path, storeOptions()).close();
  });

  it('waits for the other process to finish its write', async () => {
    const path = await newPath();
    const store = openStore(path, storeOptions());
    const child = startChild(CHILD, ['hold', path]);
    await child.until('held');
    expect(store.settings.change('1', { language: 'en' })).toMatchObject({ language: 'en', replies: 'thread' });
    store.close();
  });
});

describe('a process that is killed', () => {
  it.each([0, 7, 40])('in mid-write loses nothing that it has acknowledged (%d ms)', async (milliseconds) => {
    const path = await newPath();
    const child = startChild(CHILD, ['answer', path]);
    await child.until('acknowledged');
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await child.kill();
    const store = openStore(path, storeOptions());
    const ids = readFileSync(`${path}.acknowledged`, 'utf8')
      .split('\n')
      .filter((id) => id.length === 12);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => store.answers.find(id) === undefined)).toEqual([]);
    store.close();
  });

  it('in mid-transaction leaves the state before it', async () => {
    const path = await newPath();
    const before = openStore(path, storeOptions());
    const id = before.answers.add(givenAnswer());
    before.gaps.add({ server: '1', member: '5', question: '어디인가요?' });
    before.close();
    const child = startChild(CHILD, ['hang', path]);
    await child.until('not committed');
    await child.kill();
    expect(statSync(`${path}-journal`).size).toBeGreaterThan(512);
    const store = openStore(path, storeOptions());
    expect(store.answers.find(id)).toBeDefined();
    expect(store.gaps.list('1', { limit: 9 }).entries.map(({ example }) => example)).toEqual(['어디인가요?']);
    store.close();
  });
});

describe('the file', () => {
  it('holds nothing any more of a question that was deleted', async () => {
    const path = await newPath();
    const store = openStore(path, storeOptions());
    store.gaps.add({ server: '1', member: '5', question: 'unmistakable wording' });
    expect(readFileSync(path).includes('unmistakable')).toBe(true);
    store.forgetServer('1');
    store.close();
    expect(readFileSync(path).includes('unmistakable')).toBe(false);
    expect(readFileSync(`${path}-journal`).includes('unmistakable')).toBe(false);
  });

  it('is forced to the disk at each commit, journal included', async () => {
    const path = await newPath();
    const database = openDatabase(path, () => undefined);
    expect(database.pragma('journal_mode', { simple: true })).toBe('truncate');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    database.close();
  });
});
