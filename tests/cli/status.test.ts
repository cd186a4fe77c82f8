import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SETTINGS } from '../../src/config.ts';
import { onlyJson, Workspace } from '../support/cli.ts';
import { ARTICLES } from './articles.ts';

async function workspaceOf(articles: Record<string, string>): Promise<Workspace> {
  const workspace = await Workspace.create(articles);
  onTestFinished(() => workspace.remove());
  return workspace;
}

describe('sources', () => {
  it('lists the articles, newest first and undated last, and the files that were left out', async () => {
    const workspace = await workspaceOf({
      ...ARTICLES,
      'new.md': '---\ntitle: 새 글\ndate: 2024-02-01\n---\n새 글이 실렸다.\n',
      'none.txt': '',
    });
    const json = await workspace.run(['sources', '--json']);
    expect(json.code).toBe(0);
    const { articles, failed } = onlyJson(json.stdout) as {
      articles: { source: string; date: string | null }[];
      failed: { source: string }[];
    };
    expect(articles.map(({ source }) => source).slice(0, 2)).toEqual(['new.md', 'lighthouse.md']);
    expect(articles.map(({ date }) => date)).toEqual(['2024-02-01', '2023-09-14', null, null]);
    expect(failed.map(({ source }) => source)).toEqual(['none.txt']);

    const readable = await workspace.run(['sources']);
    expect(readable.stdout).toMatch(
      /^2024-02-01 {2}새 글\n {12}new\.md, 1 chunk\n2023-09-14 {2}솔섬 등대, [^\n]+\n {12}바닷가 소식, lighthouse\.md, \d chunks?\n/,
    );
    expect(readable.stderr).toMatch(/^left out: none\.txt: /);
  });
});

describe('doctor', () => {
  it('finds nothing wrong before the first question, and shows every setting', async () => {
    const { code, stdout } = await (await workspaceOf(ARTICLES)).run(['doctor']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^note {5}There is no index yet\n {9}The first question builds it/m);
    for (const { name } of Object.values(SETTINGS)) expect(stdout).toMatch(new RegExp(`^ {9}${name}[=:]`, 'm'));
    expect(stdout).toContain('EMBEDDING_MODEL=none  (default ');
  });

  it('names every problem with what to do, with exit code 1', async () => {
    const workspace = await workspaceOf(ARTICLES);
    await mkdir(join(workspace.data, 'index.lock'), { recursive: true });
    const environment = {
      ...{ ARTICLES_DIR: '/no/such/folder', EMBEDDING_MODEL: 'nobody/nothing' },
      ...{ DISCORD_TOKEN: 'a client secret', STORE_FILE: join(workspace.articles, 'lighthouse.md/folder/store.sqlite') },
    };
    const { code, stdout } = await workspace.run(['doctor'], { environment });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^PROBLEM {2}the articles folder "\/no\/such\/folder" does not exist\. Make it/m);
    expect(stdout).toMatch(/^PROBLEM {2}Embedding model nobody\/nothing: missing/m);
    expect(stdout).toMatch(/^PROBLEM {2}The data directory .* cannot be written/m);
    expect(stdout).toMatch(/^PROBLEM {2}DISCORD_TOKEN does not have the shape of a bot's token\n {9}A token has three parts/m);
    expect(stdout).toMatch(/^PROBLEM {2}The store .* cannot be written: .*lighthouse\.md is not a folder\n {9}Check/m);
    expect(stdout).toMatch(/^ok {7}Node\.js/m);
  });

  it('says what the bot needs, and never the token', async () => {
    const token = `${Buffer.from('123456789012345678').toString('base64')}.Gabcde.signature-of-nobody-0000000000`;
    const workspace = await workspaceOf(ARTICLES);
    const store = workspace.path('made/later/store.sqlite');
    const without = await workspace.run(['doctor'], { environment: { STORE_FILE: store } });
    expect(without.stdout).toMatch(/^note {5}DISCORD_TOKEN is not set\n {9}Only the Discord bot/m);
    expect(without.stdout).toMatch(/^ {9}DISCORD_TOKEN: not set$/m);
    expect(without.stdout).toContain(`Store ${store} can be written`);

    const environment = { DISCORD_TOKEN: token, STORE_FILE: store, DISCORD_SHARDS: '0-2', DISCORD_SHARD_COUNT: '4' };
    const { code, stdout, stderr } = await workspace.run(['doctor'], { environment });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ok {7}DISCORD_TOKEN is set .* of application 123456789012345678$/m);
    expect(stdout).toMatch(/^ {9}DISCORD_TOKEN: set$/m);
    expect(stdout).toMatch(/^ {9}DISCORD_SHARDS=0,1,2 {2}\(default auto\)$/m);
    expect(stdout + stderr).not.toContain('nobody');
    expect(existsSync(workspace.path('made'))).toBe(false);
  });
});
