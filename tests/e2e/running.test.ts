import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { article, folderOf } from './support/articles.ts';
import { newChannel, newcomer } from './support/people.ts';
import { canFreeze, childrenOf, freeze } from './support/processes.ts';
import { shown } from './support/read.ts';
import { quiet } from './support/requests.ts';
import { startWorld, type World } from './support/world.ts';
import { PATIENCE } from './standin/patience.ts';

const QUESTION = '장수도서관은 언제 문을 열었나요?';
const SENTENCE = '2023년 5월 3일에 문을 열었다';
const WORD = '장수도서관';
const READYING = {
  ko: '기사를 읽을 준비를 하고 있습니다. 준비를 마치면 이 자리에 답해 드리겠습니다.',
  en: 'I am getting ready to read the articles. The answer will appear here as soon as I am.',
};
let articles: string;
let world: World;
let port: number;
let resume: () => void;

beforeAll(async () => {
  articles = folderOf({ 'a.md': article('도서관 소식', `${WORD}은 ${SENTENCE}. 시민 삼천 명이 찾았다.`) });
  port = await freePort();
  const env = { METRICS_PORT: String(port), DISCORD_GUILD_ID: '' };
  world = await startWorld({ articles, env, standin: { heartbeatInterval: 500 }, early: true });
  ({ resume } = await freeze(world.bot, 'engine-child'));
  await world.d.ready({ timeout: PATIENCE, commands: ['ask'] });
});
afterEach(() => {
  world.d.assertClean();
});
afterAll(async () => {
  await world.stop();
  rmSync(articles, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function page(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

/** PUTs all commands; each counts against a daily limit. */
function registrations(): number {
  return world.d.requests.filter(({ method, route }) => method === 'PUT' && route.endsWith('/commands')).length;
}

// The tests follow the life of one bot: each goes on where the one before has ended.
describe.skipIf(!canFreeze)('a bot', { timeout: 2 * PATIENCE }, () => {
  it('says what is missing while its engine starts', async () => {
    expect(await page('/healthz')).toMatchObject({ status: 200 });
    await world.bot.waitForLog(/"logged in"/, PATIENCE);
    expect(JSON.parse((await page('/readyz')).text)).toEqual({ ready: false, missing: ['engine'] });
  });

  it('that is getting ready says so at once and answers in the same place', async () => {
    const { d } = world;
    const [bob, alice] = [newcomer(d), newcomer(d)];
    const command = await d.slash('ask', { question: QUESTION }, { user: bob, locale: 'ko' });
    const direct = d.sendMessage(`When did 장수도서관 open?`, { user: alice, channel: `dm:${alice}` });
    const message = d.sendMessage(`@bot ${QUESTION}`, { user: alice, channel: 'random' });
    expect((await command.reply()).content).toBe(READYING.ko);
    const [reply, answer] = await Promise.all([d.expectReply(message), d.expectReply(direct)]);
    expect([reply.content, answer.content]).toEqual([READYING.ko, expect.stringMatching(/준비를|getting ready/)]);
    expect(await d.autocomplete('ask', { question: 'x', source: WORD }, { user: bob })).toEqual([]);
    d.fault({ method: 'PATCH', path: new RegExp(`messages/${reply.id}$`), drop: true });
    resume();
    await world.bot.waitForLog(/ready to answer/, PATIENCE);
    await d.expectMessage(() => reply.content.includes(SENTENCE) && answer.content !== READYING.en, { after: '1' });
    expect((await command.settled({ quietMs: 400 })).content).toContain(SENTENCE);
    expect(command.messages).toHaveLength(1);
    expect(d.repliesTo(message).map(({ id }) => id)).toEqual([reply.id]);
  });

  it('serves its health and its figures', async () => {
    expect(JSON.parse((await page('/readyz')).text)).toEqual({ ready: true, missing: [] });
    const { text } = await page('/metrics');
    expect(text).toMatch(/^gisabot_questions_total\{kind="(?:answered|unsure)"\} [1-9]/m);
    expect(text).toMatch(/^gisabot_articles 1$/m);
    expect(text).toMatch(/^gisabot_engine_ready 1$/m);
    expect(text).toMatch(/^gisabot_gateway_ping_seconds \d/m);
    expect(text).toMatch(/^gisabot_gateway_heartbeat_age_seconds \d/m);
    expect(text).not.toContain(WORD);
  });

  it('loads no native module in the process that talks to Discord', () => {
    const native = /onnxruntime|hnswlib|better_sqlite3/;
    const modules = (pid: number) =>
      readFileSync(`/proc/${pid}/maps`, 'utf8')
        .split('\n')
        .filter((line) => native.test(line));
    expect(modules(world.bot.pid ?? 0)).toEqual([]);
    expect(childrenOf(world.bot.pid ?? 0).flatMap(modules)).not.toEqual([]);
  });

  it('acknowledges a question from a server that it knows nothing of yet, while the engine hangs', async () => {
    const { d, bot } = world;
    const engine = await freeze(bot, 'engine-child');
    d.joinGuild('hanging', { preferred_locale: 'en-US' });
    const where = { user: newcomer(d, { guild: 'hanging' }), channel: newChannel(d, 'hanging'), locale: 'ko' };
    const interaction = await d.slash('ask', { question: QUESTION }, where);
    expect((await interaction.ack()).type).toBe(5);
    engine.resume();
    expect((await interaction.settled()).content).toContain(SENTENCE);
  });

  it('S12: answers a question whose engine is killed', async () => {
    const { d, bot } = world;
    await setTimeout(1_500);
    const before = childrenOf(bot.pid ?? 0);
    await freeze(bot, 'engine-child');
    const interaction = await d.slash('ask', { question: `${QUESTION} 정말로` }, { user: newcomer(d), locale: 'ko' });
    await interaction.ack();
    await quiet();
    for (const pid of before) process.kill(pid, 'SIGKILL');
    expect((await shown(interaction)).content).toContain(SENTENCE);
    expect(interaction.messages).toHaveLength(1);
    expect((await page('/metrics')).text).toMatch(/^gisabot_engine_deaths [1-9]/m);
  });

  it('never writes the text of a question, an answer or the token into its log', () => {
    expect(world.bot.log).toMatch(/answered a question/);
    for (const secret of [WORD, SENTENCE, world.d.options.token]) expect(world.bot.log).not.toContain(secret);
  });

  it('registers its commands once, and again only when they have changed', async () => {
    expect(registrations()).toBe(1);
    await world.restart();
    await world.bot.waitForLog(/"commands are registered"/, PATIENCE);
    expect(registrations()).toBe(1);
    const ask = world.d.commands.global.find(({ name }) => name === 'ask');
    if (ask) ask.description = 'outdated';
    await world.restart();
    await world.bot.waitForLog(/"commands are registered"/, PATIENCE);
    expect(registrations()).toBe(2);
    expect(world.d.commands.global.find(({ name }) => name === 'ask')?.description).not.toBe('outdated');
  });
});

describe('LOG_QUESTIONS=on', { timeout: 2 * PATIENCE }, () => {
  it('writes the text of questions into the log, and nothing else of them', async () => {
    const open = await startWorld({ program: 'tests/e2e/support/scripted-bot.ts', env: { LOG_QUESTIONS: 'on' } });
    try {
      await shown(await open.d.slash('ask', { question: '기록되는 질문', private: true }, { user: 'bob', locale: 'ko' }));
      expect(open.bot.log).toMatch(/"question":"기록되는 질문","msg":"answered a question"/);
      open.d.assertClean();
    } finally {
      await open.stop();
    }
  });
});
