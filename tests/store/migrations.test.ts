import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { migrate, MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/store.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { storeOptions } from './examples.ts';
import { change, OLD_VERSIONS, writeOldFile } from './old-files.ts';

const newPath = async (): Promise<string> => join(await temporaryDirectory(), 'store.sqlite');

function openDatabase(path: string): Database.Database {
  const database = new Database(path);
  onTestFinished(() => {
    database.close();
  });
  return database;
}

describe('the migrations of the store', () => {
  it('have an old file for every version', () => {
    expect(OLD_VERSIONS).toHaveLength(MIGRATIONS.length + 1);
  });

  it.each(OLD_VERSIONS)('bring a file of version %d to the newest, with all that it holds', async (version) => {
    const path = await newPath();
    writeOldFile(path, version);
    const store = openStore(path, storeOptions());
    const { entries: feedback } = store.feedback.list('1', { limit: 9 });
    expect(store.settings.get('1').replies).toBe(version >= 1 ? 'thread' : 'inline');
    expect(store.answers.find('abcdefghijkl')?.question).toBe(version >= 2 ? '질문' : undefined);
    expect(feedback.map(({ reason }) => reason)).toEqual(version >= 2 ? ['이유'] : []);
    expect(store.gaps.list('1', { limit: 9 }).entries.map(({ example }) => example)).toEqual(version >= 3 ? ['어디?'] : []);
    expect(store.gaps.add({ server: '1', member: '5', question: '얼마인가요?' })).toBe(true);
    store.close();
    expect(openDatabase(path).pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  });

  it('go forward only, each step once', async () => {
    const database = openDatabase(await newPath());
    migrate(database, ['CREATE TABLE a (x TEXT) STRICT']);
    migrate(database, ['CREATE TABLE a (x TEXT) STRICT', 'CREATE TABLE b (x TEXT) STRICT']);
    expect(database.pragma('user_version', { simple: true })).toBe(2);
  });

  it('leave the version before a step that fails, and nothing of the step', async () => {
    const database = openDatabase(await newPath());
    const steps = ['CREATE TABLE a (x TEXT)', 'CREATE TABLE b (x TEXT); INSERT INTO nowhere VALUES (1)'];
    expect(() => {
      migrate(database, steps);
    }).toThrow(/nowhere/);
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    expect(database.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['a']);
  });
});

describe('a file that is not ours to write', () => {
  it.each([
    ['of a newer version', /newer version of gisabot \(999; this one knows 3\)/, 'PRAGMA user_version = 999'],
    ['of another program', /belongs to another program/, 'PRAGMA application_id = 1'],
  ])('%s is refused and stays untouched', async (_, message, sql) => {
    const path = await newPath();
    writeOldFile(path, 3);
    change(path, sql);
    const before = readFileSync(path);
    expect(() => openStore(path, storeOptions())).toThrow(UserError);
    expect(() => openStore(path, storeOptions())).toThrow(message);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('with tables of its own and no version is refused and stays untouched', async () => {
    const path = await newPath();
    change(path, 'CREATE TABLE bookmarks (url TEXT)');
    const before = readFileSync(path);
    expect(() => openStore(path, storeOptions())).toThrow(/belongs to another program/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
