import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../e2e/standin/bots.ts';
import { Discord } from '../e2e/standin/index.ts';
import { article, folderOf, putInto } from '../e2e/support/articles.ts';
import { shown } from '../e2e/support/read.ts';
import { PATIENCE } from '../e2e/standin/patience.ts';
import { secretsIn } from '../support/guards/planted.ts';
import { LlmServer } from '../support/llm-server.ts';
import { straceConnections, targetsIn } from './day/connections.ts';

const KEY = 'planted-key-2468013579';
const QUESTION = '장수도서관은 언제 문을 열었나요?';
const BOB = { user: 'bob', locale: 'ko' };
const DAVE = { user: 'dave', locale: 'ko' };

/** The bot, with everything it traces, from its start to its end: questions, an update, faults, and how it is stopped. */
describe('a day of the bot, with a language model', { timeout: 8 * PATIENCE }, () => {
  const server = new LlmServer();
  const folder = mkdtempSync(join(tmpdir(), 'gisabot-'));
  const trace = join(folder, 'connections');
  const data = join(folder, 'data');
  const pages: Record<string, string> = {};
  let articles = '';
  let d: Discord;
  let bot: Bot;
  let refused: Bot;
  let port = 0;
  /** What the model's endpoint was sent apart from the header that is meant for it. */
  const sent = (): string =>
    JSON.stringify(server.asked.map(({ path, body, headers }) => ({ path, body, headers: { ...headers, authorization: '' } })));

  beforeAll(async () => {
    articles = folderOf({ 'a.md': article('장수도서관', '장수도서관은 2023년 5월 3일에 문을 열었다. 시민 삼천 명이 찾았다.') });
    await server.start();
    d = await Discord.start();
    port = await freePort();
    const settings = {
      ...{
        ARTICLES_DIR: articles,
        DATA_DIR: join(data, 'index'),
        STORE_FILE: join(data, 'store.sqlite'),
        EMBEDDING_MODEL: 'none',
      },
      ...{ LLM_BASE_URL: server.address, LLM_MODEL: 'm', LLM_API_KEY: KEY, LLM_TIMEOUT_SECONDS: '5' },
      ...{ LOG_LEVEL: 'debug', LOG_QUESTIONS: 'on', KEEP_QUESTIONS: 'on', METRICS_PORT: String(port), ENGINE_SPARE: 'off' },
    };
    const program = ['node', '--import', 'tsx', 'src/main.ts'];
    bot = d.spawn('strace', [...straceConnections(trace), ...program], { env: settings });
    await d.ready({ timeout: 2 * PATIENCE, commands: ['ask'] });
    await bot.waitForLog(/ready to answer/, 2 * PATIENCE);
    await livesThroughTheDay();
    for (const page of ['metrics', 'healthz', 'readyz', 'nothing'])
      pages[page] = await (await fetch(`http://127.0.0.1:${port}/${page}?key=${KEY}`)).text();
    await bot.stop('SIGTERM', 20_000);
    refused = d.spawn('node', program.slice(1), {
      env: { ...settings, METRICS_PORT: '0', DISCORD_TOKEN: d.options.token.replace('Gstand', 'Gwrong') },
    });
    refused.mayExit = true;
    await refused.exited;
  }, 8 * PATIENCE);

  afterAll(async () => {
    await d.stop();
    await server.stop();
    for (const each of [folder, articles]) rmSync(each, { recursive: true, force: true });
  });

  async function livesThroughTheDay(): Promise<void> {
    const ask = async (): Promise<string> => (await shown(await d.slash('ask', { question: QUESTION }, BOB))).content;
    // An endpoint that says whatever it was sent back, the key included: as an answer, as an error, as the address of a redirect.
    server.behaviour = ({ headers }, _, say) => {
      say(
        `장수도서관은 2023년 5월 3일에 문을 열었습니다. [1] ${headers.authorization ?? ''} 열쇠는 ${headers.authorization ?? ''}입니다. [1]`,
      );
    };
    await ask();
    server.behaviour = ({ headers }, response) => {
      response.writeHead(302, { location: `http://127.0.0.2:${port}/${headers.authorization ?? ''}` }).end();
    };
    await ask();
    // After this the endpoint is left alone.
    server.behaviour = ({ headers }, response) => response.writeHead(401).end(`wrong key: ${headers.authorization ?? ''}`);
    await ask();
    d.fault({ path: /callback$/, status: 500, body: { message: `token ${d.options.token} is not known`, code: 0 } });
    d.fault({ path: /@original$/, status: 400, body: { message: `Bot ${d.options.token}: Invalid Form Body`, code: 50035 } });
    await d.slash('ask', { question: QUESTION }, BOB).catch(() => undefined);
    await bot.waitForLog(/"msg":"failed"/, PATIENCE);
    putInto(articles, { 'b.md': article('귤밭 이야기', '귤밭에서 올해 첫 귤을 땄다.') });
    const update = await d.slash('reindex', {}, DAVE);
    await bot.waitForLog(/index/i, PATIENCE);
    await shown(update);
    await shown(await d.slash('status', {}, DAVE));
    d.clearFaults();
  }

  it('ends in order, and refuses a wrong token', () => {
    expect([bot.exit, refused.exit]).toEqual([0, 1]);
    expect(refused.log).toMatch(/^error: Discord does not accept DISCORD_TOKEN/m);
    expect(server.asked.map(({ headers }) => headers.authorization)).toContain(`Bearer ${KEY}`);
    expect(server.asked.length).toBeGreaterThanOrEqual(3);
  });

  it('G19, S19: shows neither its token nor the key in anything it writes', () => {
    const outputs: Record<string, string> = {
      ...{ log: bot.log, 'log with a wrong token': refused.log, ...pages },
      'what Discord was sent': JSON.stringify(d.requests.map(({ path, query, body }) => ({ path, query, body }))),
      'what the endpoint was sent': sent(),
      ...Object.fromEntries(filesIn(data).map((path) => [path, readFileSync(path, 'latin1')])),
    };
    const leaks = Object.entries(outputs).flatMap(([name, text]) => secretsIn(text).map((leak) => `${name}: ${leak}`));
    expect(leaks).toEqual([]);
    expect(bot.log).toContain('[secret]');
    expect(pages['metrics']).toContain('gisabot_');
    const bytes = Object.values(outputs).reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeGreaterThan(50_000);
    console.info(`G19: 0 secrets in ${Object.keys(outputs).length} outputs, ${bytes} characters`);
  });

  it('L9: connects to Discord and to the configured endpoint, and to nothing else', () => {
    const endpoint = new URL(server.address).host;
    expect(targetsIn(trace)).toEqual([`127.0.0.1:${d.port}`, endpoint].sort());
    console.info(`connections of a day: ${targetsIn(trace).length} addresses`);
  });

  it('S19: every line of its log is one JSON value', () => {
    const lines = bot.log.split('\n').filter(Boolean);
    for (const line of lines) expect(() => JSON.parse(line) as unknown, line).not.toThrow();
    expect(lines.length).toBeGreaterThan(5);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
