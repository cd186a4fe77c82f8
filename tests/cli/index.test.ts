import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireLock } from '../../src/indexing/lock.ts';
import { onlyJson, Workspace } from '../support/cli.ts';
import { ARTICLES, LIGHTHOUSE_QUESTION } from './articles.ts';
import { AnswerJson, IndexJson } from './contract.ts';

async function workspaceOf(articles: Record<string, string>): Promise<Workspace> {
  const workspace = await Workspace.create(articles);
  onTestFinished(() => workspace.remove());
  return workspace;
}

async function index(workspace: Workspace, ...args: string[]) {
  const { code, stdout } = await workspace.run(['index', '--json', ...args]);
  expect(code).toBe(0);
  return IndexJson.parse(onlyJson(stdout));
}

describe('index', () => {
  it('reports what was added, updated, deleted, skipped and left out', async () => {
    const workspace = await workspaceOf(ARTICLES);
    await workspace.write('picture.txt', '\0\0\0');
    const first = await index(workspace);
    expect(first).toMatchObject({ added: 3, updated: 0, deleted: 0, skipped: 0, generation: 'generation-000001' });
    expect(first.failed.map(({ source }) => source)).toEqual(['picture.txt']);
    expect(first.chunks).toBeGreaterThanOrEqual(3);

    await workspace.write('kite.txt', '연날리기 모임은 강둑에서 만난다.\n');
    await workspace.write('orchard.txt', `${ARTICLES['orchard.txt']}Pears are sold in autumn.\n`);
    await rm(join(workspace.articles, 'lighthouse.md'));
    expect(await index(workspace)).toMatchObject({
      added: 1,
      updated: 1,
      deleted: 1,
      skipped: 1,
      generation: 'generation-000002',
    });
    expect(await index(workspace)).toMatchObject({
      added: 0,
      updated: 0,
      deleted: 0,
      skipped: 3,
      generation: 'generation-000002',
    });
    expect(await index(workspace, '--full')).toMatchObject({ generation: 'generation-000003' });
  });

  it('prints one line for a person, and each file that was left out on standard error', async () => {
    const workspace = await workspaceOf({ ...ARTICLES, 'none.txt': '' });
    const { code, stdout, stderr } = await workspace.run(['index']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^generation-000001: 3 articles, \d+ chunks \(3 added, 1 left out\) in [\d.]+ s\n$/);
    expect(stderr).toMatch(/^left out: none\.txt: [^\n]+\n$/);
  });

  it('fails with exit code 1 while another run holds the lock', async () => {
    const workspace = await workspaceOf(ARTICLES);
    const lock = acquireLock(workspace.data, 'the test');
    const { code, stdout, stderr } = await workspace.run(['index', '--json']);
    lock.release();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error: Indexing is already running \(the test, [^\n]+\n$/);
  });
});

describe('an index that cannot be brought up to date', () => {
  it('answers as it is while another run holds the lock', async () => {
    const workspace = await workspaceOf(ARTICLES);
    await index(workspace);
    await workspace.write('kite.txt', '연날리기 모임은 강둑에서 만난다.\n');
    const lock = acquireLock(workspace.data, 'the test');
    const { code, stdout, stderr } = await workspace.run(['ask', '--json', LIGHTHOUSE_QUESTION]);
    lock.release();
    expect(code).toBe(0);
    expect(AnswerJson.parse(onlyJson(stdout)).text).toContain('12억 원');
    expect(stderr).toMatch(/^note: the index cannot be brought up to date: Indexing is already running/);
  });

  it('answers as it is when the data directory cannot be written', async () => {
    const workspace = await workspaceOf(ARTICLES);
    await index(workspace);
    await rm(join(workspace.articles, 'orchard.txt'));
    // A folder in the place of the lock file cannot be opened by anyone, root included.
    await rm(join(workspace.data, 'index.lock'));
    await mkdir(join(workspace.data, 'index.lock'));
    const { code, stdout, stderr } = await workspace.run(['ask', '--json', LIGHTHOUSE_QUESTION]);
    expect(code).toBe(0);
    expect(AnswerJson.parse(onlyJson(stdout)).text).toContain('12억 원');
    expect(stderr).toContain('cannot be written');
  });

  it('fails a question when there is no index yet', async () => {
    const workspace = await workspaceOf(ARTICLES);
    const lock = acquireLock(workspace.data, 'the test');
    const { code, stdout, stderr } = await workspace.run(['ask', LIGHTHOUSE_QUESTION]);
    lock.release();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error: Indexing is already running/);
  });
});
