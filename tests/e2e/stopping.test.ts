import { existsSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bot } from './standin/bots.ts';
import type { GatewayEvent } from './standin/gateway.ts';
import { article, folderOf } from './support/articles.ts';
import { newChannel, newcomer } from './support/people.ts';
import { pings } from './support/pings.ts';
import { canFreeze, childrenOf, freeze } from './support/processes.ts';
import { shown } from './support/read.ts';
import { quiet, written } from './support/requests.ts';
import { startWorld, type World, type WorldOptions } from './support/world.ts';
import { PATIENCE } from './standin/patience.ts';

const CLOSING = {
  ko: '기사봇을 다시 시작하고 있습니다. 잠시 후 다시 시도해 주세요.',
  en: 'The bot is restarting. Please try again in a moment.',
};
const READYING = '기사를 읽을 준비를 하고 있습니다. 준비를 마치면 이 자리에 답해 드리겠습니다.';
const QUESTION = '장수도서관은 언제 문을 열었나요?';
const SENTENCE = '2023년 5월 3일에 문을 열었다';
const ARTICLE = article('장수도서관', `장수도서관은 ${SENTENCE}. 시민 삼천 명이 찾았다.`);

/** Runs a bot over one article, and looks afterwards whether all was in order. */
async function withWorld(options: WorldOptions, work: (world: World) => Promise<void>): Promise<void> {
  const articles = folderOf({ 'a.md': ARTICLE });
  const world = await startWorld({ articles, ...options, env: { EMBEDDING_MODEL: 'none', ...options.env } });
  try {
    await work(world);
    expect(pings(world.d)).toEqual([]);
    world.d.assertClean();
  } finally {
    await world.stop();
    rmSync(articles, { recursive: true, force: true });
  }
}

interface Ending {
  exit: number | string | null;
  /** How the gateway was closed. */
  closed: GatewayEvent | undefined;
  /** Processes that the bot has left behind. */
  left: number[];
}

async function terminate({ d }: World, bot: Bot): Promise<Ending> {
  const children = childrenOf(bot.pid ?? 0);
  const exit = await bot.stop('SIGTERM', 12_000);
  const closed = d.gateway.log.findLast(({ event }) => event === 'close');
  return { exit, closed, left: children.filter((pid) => existsSync(`/proc/${pid}`)) };
}

const IN_ORDER = { exit: 0, closed: expect.objectContaining({ code: 1000, by: 'client' }) as unknown, left: [] };

/** Asks in every way there is. */
async function askEverywhere({ d }: World) {
  const channel = newChannel(d);
  const [first, second, third, fourth] = [newcomer(d), newcomer(d), newcomer(d), newcomer(d)];
  const command = await d.slash('ask', { question: QUESTION }, { user: first, locale: 'ko', channel: 'random' });
  const secret = await d.slash(
    'ask',
    { question: QUESTION, private: true },
    { user: second, locale: 'en-US', channel: 'random' },
  );
  const message = d.sendMessage(`@bot ${QUESTION}`, { user: third, channel });
  const direct = d.sendMessage(QUESTION, { user: fourth, channel: `dm:${fourth}` });
  await Promise.all([command.ack(), secret.ack()]);
  const texts = async (): Promise<string[]> => [
    ...[(await shown(command)).content, (await shown(secret)).content],
    ...[...written(d, message.channel_id), ...written(d, direct.channel_id)].map(({ content }) => content),
  ];
  return { texts };
}

describe.skipIf(!canFreeze).concurrent('SIGTERM', { timeout: 2 * PATIENCE }, () => {
  it('D26: ends an idle bot, its session and its processes, and nothing is wrong with that', () =>
    withWorld({}, async (world) => {
      expect(childrenOf(world.bot.pid ?? 0).length).toBeGreaterThan(0);
      expect(await terminate(world, world.bot)).toEqual(IN_ORDER);
      expect(world.bot.log).not.toMatch(/"level":"(?:warn|error)"/);
    }));

  it('D26: waits for answers that come in time, and takes no new questions', () =>
    withWorld({}, async (world) => {
      const { d, bot } = world;
      const engine = await freeze(bot, 'engine-child');
      const { texts } = await askEverywhere(world);
      const ended = terminate(world, bot);
      await quiet();
      const late = await d.slash('ask', { question: QUESTION }, { user: newcomer(d), locale: 'en-US' });
      expect((await shown(late)).content).toBe(CLOSING.en);
      const channel = newChannel(d);
      d.sendMessage(`@bot ${QUESTION}`, { channel });
      engine.resume();
      expect(await ended).toEqual(IN_ORDER);
      expect(await texts()).toEqual(Array(4).fill(expect.stringContaining(SENTENCE)));
      expect(written(d, channel)).toEqual([]);
    }));

  it('D26: tells everyone whose answer does not come in time', () =>
    withWorld({}, async (world) => {
      await freeze(world.bot, 'engine-child');
      const { texts } = await askEverywhere(world);
      expect(await terminate(world, world.bot)).toEqual(IN_ORDER);
      expect(await texts()).toEqual([CLOSING.ko, CLOSING.en, CLOSING.ko, CLOSING.ko]);
    }));

  it('D26: tells everyone who asked while the bot was getting ready', () =>
    withWorld({ early: true }, async (world) => {
      const { d, bot } = world;
      await freeze(bot, 'engine-child');
      await d.ready({ timeout: PATIENCE, commands: ['ask'] });
      const { texts } = await askEverywhere(world);
      await quiet();
      expect((await texts()).filter((text) => text === READYING)).toHaveLength(3);
      expect(await terminate(world, bot)).toEqual(IN_ORDER);
      expect(await texts()).toEqual([CLOSING.ko, CLOSING.en, CLOSING.ko, CLOSING.ko]);
    }));

  it('D26: ends a bot that makes its first index', () =>
    withWorld({ early: true }, async (world) => {
      await freeze(world.bot, 'indexer-child');
      await world.d.ready({ timeout: PATIENCE, commands: ['ask'] });
      expect(await terminate(world, world.bot)).toEqual(IN_ORDER);
    }));

  it('D26: ends a bot that is not logged in yet', () =>
    withWorld({ early: true }, async (world) => {
      const { d, bot } = world;
      d.fault({ path: /gateway\/bot$/, delayMs: 20_000 });
      await d.expectRequest('GET', /gateway\/bot$/, { timeout: PATIENCE });
      expect(await terminate(world, bot)).toEqual({ exit: 0, closed: undefined, left: [] });
      expect(d.gateway.count('identify')).toBe(0);
      expect(bot.log).not.toContain('error:');
    }));

  it('D26: ends a bot that waits for its servers, and its session', () =>
    withWorld({ early: true, standin: { guildDelayMs: 30_000 } }, async (world) => {
      const { d, bot } = world;
      await d.gateway.next('identify', PATIENCE);
      expect(await terminate(world, bot)).toEqual(IN_ORDER);
    }));

  it('D26: ends a bot that waits before it tries to log in again', () =>
    withWorld({ early: true }, async (world) => {
      const { d, bot } = world;
      d.fault({ path: /gateway\/bot$/, drop: true, times: 100 });
      await bot.waitForLog(/trying again/, PATIENCE);
      expect(await terminate(world, bot)).toEqual({ exit: 0, closed: undefined, left: [] });
      expect(bot.log).not.toContain('error:');
    }));
});
