import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { EmbeddingJournal } from '../../src/indexing/journal.ts';
import { generationName, JOURNAL_FILE } from '../../src/search/generation-files.ts';
import { encodeManifest, FORMAT, MANIFEST_FILE } from '../../src/search/manifest.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/store.ts';
import { storeOptions } from '../store/examples.ts';
import { change, writeOldFile } from '../store/old-files.ts';
import { Workspace } from '../support/cli.ts';
import { putFiles } from '../support/index-fixtures.ts';
import { memoryDirectory } from '../support/memory-directory.ts';
import { bytesIn } from './corruption/subject.ts';
import { RELEASED_ARTICLES, RELEASED_QUESTION, RELEASED_STORE, RELEASES, unpack } from './upgrade/releases.ts';

const VERSIONS = readdirSync(RELEASES);
const [newest = ''] = VERSIONS.slice(-1);
const OLDER = 'generation-000001 cannot be used: an older gisabot wrote it; the index is built again';

/** What a release left behind, and this version over it. */
async function upgraded(
  version: string,
  settings: Record<string, string> = {},
): Promise<{ directory: string; index: string; app: App }> {
  const directory = await memoryDirectory();
  unpack(version, directory);
  const index = join(directory, 'index');
  const app = createApp(parseConfig({ ARTICLES_DIR: join(directory, 'articles'), DATA_DIR: index, ...settings }));
  onTestFinished(() => app.close());
  return { directory, index, app };
}

/** Changes the manifest of the only generation, checksum included. */
function signManifest(index: string, changes: Record<string, unknown>): void {
  const manifest = manifestIn(index);
  delete manifest['checksum'];
  putFiles(index, { [`${generationName(1)}/${MANIFEST_FILE}`]: encodeManifest({ ...manifest, ...changes }) });
}

function manifestIn(index: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(index, generationName(1), MANIFEST_FILE), 'utf8')) as Record<string, unknown>;
}

/** Everything in a folder but the lock, which is nobody's data. */
function dataIn(folder: string): Map<string, Buffer> {
  return new Map([...bytesIn(folder)].filter(([name]) => !name.startsWith('index.lock')));
}

describe('G17: what a release wrote', () => {
  it('is kept for this version and every one before, in 100 KB each', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(VERSIONS).toContain(version);
    for (const each of VERSIONS) {
      const bytes = [...bytesIn(join(RELEASES, each)).values()].reduce((sum, { length }) => sum + length, 0);
      expect(bytes).toBeLessThanOrEqual(100_000);
    }
  });

  it.each(VERSIONS)('S8: %s: the index serves, or is built again with a message; all articles are in it', async (version) => {
    const { app } = await upgraded(version);
    const { manifest, alerts } = await app.status();
    if (manifest?.format === FORMAT) await expectAnswer(app);
    else expect(alerts).toEqual([OLDER]);
    await app.reindex({ owner: 'an upgrade' });
    expect((await app.status()).alerts).toEqual([]);
    expect((await app.sources()).articles.map(({ source }) => source)).toEqual(Object.keys(RELEASED_ARTICLES).sort());
    await expectAnswer(app);
    console.info(`G17: ${version} ${manifest ? 'opens' : 'is rebuilt'}`);
  });

  it.each(VERSIONS)('S8: %s: the store opens with all that it holds', async (version) => {
    const { directory } = await upgraded(version);
    const path = join(directory, RELEASED_STORE);
    const store = openStore(path, storeOptions());
    expect(store.settings.get('1')).toMatchObject({ replies: 'thread', language: 'ko' });
    expect(store.answers.find(readFileSync(`${path}.answer`, 'utf8'))).toMatchObject({ question: '무엇인가요?', asker: '100' });
    expect(store.feedback.list('1', { limit: 9 }).entries.map(({ reason }) => reason)).toEqual(['이유']);
    expect(store.gaps.list('1', { limit: 9 }).entries.map(({ example }) => example)).toEqual(['어디인가요?']);
    store.close();
  });

  it.each(VERSIONS)('S8: %s: embeddings of a run that was stopped are read or left alone, never misread', async (version) => {
    const { index, app } = await upgraded(version);
    const { manifest } = await app.status();
    const { model = '', dimensions = 384 } = { ...manifest?.fingerprint, ...manifest };
    expect(statSync(join(index, JOURNAL_FILE)).size).toBeGreaterThan(0);
    expect([0, 1]).toContain(new EmbeddingJournal(index, model, dimensions).size);
  });
});

async function expectAnswer(app: App): Promise<void> {
  const { citations } = await app.ask(RELEASED_QUESTION.question);
  const [first] = citations;
  expect(first?.quote).toContain(RELEASED_QUESTION.quote);
  expect((await app.text(first!.source))?.slice(first!.start, first!.end)).toBe(first!.quote);
}

describe('S7: an index that was made with other means', () => {
  it('of another model serves by words alone and says so; to be built again is due', async () => {
    const { index, app } = await upgraded(newest);
    signManifest(index, { fingerprint: { ...Object(manifestIn(index)['fingerprint']), model: 'another' } });
    await expectAnswer(app);
    expect((await app.status()).alerts).toEqual(['the index was made with another embedding model']);
    expect(await app.isStale()).toBe(true);
  });

  it('is never asked for vectors of another length', async () => {
    const { index, app } = await upgraded(newest, { EMBEDDING_MODEL: 'none' });
    signManifest(index, { dimensions: 64 });
    const { manifest, alerts } = await app.status();
    expect(manifest).toBeUndefined();
    expect(alerts).toEqual([expect.stringMatching(/^generation-000001 cannot be used: .*vectors/)]);
  });
});

describe('S8: an older format', () => {
  it('of a generation is built again, with a message', async () => {
    const { index, app } = await upgraded(newest, { EMBEDDING_MODEL: 'none' });
    signManifest(index, { format: FORMAT - 1 });
    expect(await app.status()).toMatchObject({ manifest: undefined, alerts: [OLDER] });
    expect(await app.reindex({ owner: 'an upgrade' })).toMatchObject({ added: 2, generation: 'generation-000002' });
    await expectAnswer(app);
  });

  it('of the store is brought to the newest, step by step', async () => {
    const path = join(await memoryDirectory(), RELEASED_STORE);
    writeOldFile(path, 1);
    const store = openStore(path, storeOptions());
    expect(store.settings.get('1').replies).toBe('thread');
    expect(store.gaps.add({ server: '1', member: '5', question: '어디인가요?' })).toBe(true);
    store.close();
  });
});

describe('S8: a newer format', () => {
  it.each([
    ['of a manifest as it is now', {}],
    ['of a manifest of another shape', { files: undefined, parts: ['a'], fingerprint: 7 }],
  ])('of a generation is refused with what to do, and every byte stays: %s', async (_, changes) => {
    const { index, app } = await upgraded(newest);
    signManifest(index, { format: FORMAT + 1, ...changes });
    const before = dataIn(index);
    const message = `The index was written by a newer gisabot (format ${FORMAT + 1}). Update gisabot, or set DATA_DIR to another folder.`;
    for (const attempt of [
      () => app.ask(RELEASED_QUESTION.question),
      () => app.status(),
      () => app.reindex({ owner: 'an upgrade' }),
      () => app.reindex({ owner: 'an upgrade', full: true }),
    ]) {
      await expect(attempt()).rejects.toThrow(UserError);
      await expect(attempt()).rejects.toThrow(message);
    }
    expect(dataIn(index)).toEqual(before);
  });

  it('of a generation ends the command line with 1 and one line', async () => {
    const workspace = await Workspace.create(RELEASED_ARTICLES);
    onTestFinished(() => workspace.remove());
    mkdirSync(workspace.data);
    putFiles(workspace.data, { [`generation-000007/${MANIFEST_FILE}`]: encodeManifest({ format: FORMAT + 1 }) });
    const before = dataIn(workspace.data);
    const { code, stdout, stderr } = await workspace.run(['index', '--full']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error: The index was written by a newer gisabot \(format \d+\)\. Update gisabot, or set [^\n]+\n$/);
    expect(dataIn(workspace.data)).toEqual(before);
  });

  it('of the store is refused with what to do, and every byte stays', async () => {
    const { directory } = await upgraded(newest);
    const path = join(directory, RELEASED_STORE);
    change(path, `PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    const before = dataIn(directory);
    expect(() => openStore(path, storeOptions())).toThrow(UserError);
    expect(() => openStore(path, storeOptions())).toThrow(/was made by a newer version of gisabot .* Use that version again\.$/);
    expect(dataIn(directory)).toEqual(before);
  });
});
