import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES, LIGHTHOUSE_QUESTION } from '../cli/articles.ts';
import { Discord } from '../e2e/standin/index.ts';
import { folderOf } from '../e2e/support/articles.ts';
import { newcomer } from '../e2e/support/people.ts';
import { shown } from '../e2e/support/read.ts';
import { PATIENCE } from '../e2e/standin/patience.ts';
import { straceConnections, targetsIn } from './day/connections.ts';
import { makeContainer } from './surroundings/container.ts';

const ANSWER = '12억 원';
const CONTAINER_MEGABYTES = 512;
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn('skipped: what needs root to take the network, memory or shared memory away');

const folder = mkdtempSync(join(tmpdir(), 'gisabot-surroundings-'));
let articles: string;

beforeAll(() => {
  articles = folderOf(ARTICLES);
});
afterAll(() => {
  for (const each of [folder, articles]) rmSync(each, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  output: string;
}

/** Runs a shell's script with the program's settings in the environment. */
function run(script: string, settings: Record<string, string>): Promise<Ended> {
  const child = spawn('sh', ['-c', script], { env: { ...process.env, NODE_OPTIONS: '', ARTICLES_DIR: articles, ...settings } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}

const ask = `node --import tsx src/cli.ts ask '${LIGHTHOUSE_QUESTION}'`;

describe('S16, S17: without any network, and with little shared memory,', { timeout: 4 * PATIENCE }, () => {
  it.skipIf(!isRoot)('articles are indexed and questions answered with the embedding model, and nobody is called', async () => {
    const trace = join(folder, 'connections');
    const script = `mount -t tmpfs -o size=4k none /dev/shm && exec strace ${straceConnections(trace).join(' ')} ${ask}`;
    const { code, output } = await run(`exec unshare -n -m sh -c "${script}"`, { DATA_DIR: join(folder, 'offline') });
    expect(output).toContain(ANSWER);
    expect(code).toBe(0);
    expect(targetsIn(trace)).toEqual([]);
  });
});

describe('S17: the program', { timeout: 4 * PATIENCE }, () => {
  // With far fewer, Node.js and tsx fail before a line of ours runs; what we say then is in tests/errors.test.ts.
  it('answers with 256 file descriptors', async () => {
    const settings = { EMBEDDING_MODEL: 'none', DATA_DIR: join(folder, 'descriptors') };
    const { code, output } = await run(`ulimit -n 256; exec ${ask}`, settings);
    expect(output).toContain(ANSWER);
    expect(code).toBe(0);
  });
});

const container = isRoot ? makeContainer(CONTAINER_MEGABYTES) : undefined;

describe.skipIf(!container)('S17: the bot in a container of 512 MB', { timeout: 8 * PATIENCE }, () => {
  afterAll(() => {
    container?.remove();
  });

  it('indexes and answers, without a spare engine', async () => {
    const d = await Discord.start();
    const start = `${container?.enter ?? ''} && exec node --import tsx src/main.ts`;
    const settings = { ARTICLES_DIR: articles, DATA_DIR: join(folder, 'container'), STORE_FILE: join(folder, 'store.sqlite') };
    const bot = d.spawn('sh', ['-c', start], { env: { NODE_OPTIONS: '', ENGINE_SPARE: 'off', ...settings } });
    await d.ready({ timeout: 2 * PATIENCE, commands: ['ask'] });
    await bot.waitForLog(/ready to answer/, 2 * PATIENCE);
    const update = await d.slash('reindex', {}, { user: 'dave', locale: 'en-US' });
    await d.until(
      () => /up to date/.test(update.original?.content ?? '') || null,
      2 * PATIENCE,
      () => `no update: ${bot.log}`,
    );
    const { content } = await shown(await d.slash('ask', { question: LIGHTHOUSE_QUESTION }, { user: newcomer(d), locale: 'ko' }));
    expect(content).toContain(ANSWER);
    const [peak, killed] = [container?.peak() ?? 0, container?.kills()];
    console.info(
      `S17: a container of ${CONTAINER_MEGABYTES} MB: at most ${peak.toFixed(0)} MB used, ${killed ?? ''} processes killed`,
    );
    expect(killed).toBe(0);
    d.assertClean();
    await d.stop();
    while (container?.isEmpty() === false) await setTimeout(50);
  });
});
