import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import type { Message } from './standin/model.ts';
import { newChannel, newcomer, pressForged } from './support/people.ts';
import { canFreeze, childrenOf, freeze } from './support/processes.ts';
import { labels, shown } from './support/read.ts';
import { quiet, written } from './support/requests.ts';
import { startWorld, type World } from './support/world.ts';

const QUESTION = '알리익스프레스는 한국 지식재산권 보호에 얼마를 투자하나요?';
const SENTENCE = '앞으로 3년간 100억 원을 투자한다';
const UNANSWERABLE = '토성의 고리는 몇 개인가요?';
const EXPIRED = '오래된 버튼입니다. 다시 질문해 주세요.';
/** What the bot stays silent about, is refused or not there once it has left. */
const LEFT = [/-> 40[34] .*(?:50001|10003|10004)/];
let world: World;
/** A server on the other shard. */
let other: string;

beforeAll(async () => {
  const env = { DISCORD_SHARDS: '0,1', DISCORD_SHARD_COUNT: '2', DISCORD_GUILD_ID: '', KEEP_QUESTIONS: 'on' };
  world = await startWorld({ standin: { shards: 2 }, env });
  other = joinOnShard(1 - shardOf('guild'));
});
afterEach(() => {
  world.d.assertClean({ allow: LEFT });
});
afterAll(async () => {
  await world.stop();
});

function shardOf(guild: string): number {
  return Number((BigInt(world.d.world.id(guild)) >> 22n) % 2n);
}

let joined = 0;

/** Joins servers until one lies on that shard; Discord deals them out by their ids. */
function joinOnShard(shard: number): string {
  for (;;) {
    const name = `server${++joined}`;
    world.d.joinGuild(name, { preferred_locale: 'en-US' });
    if (shardOf(name) === shard) return name;
    world.d.leaveGuild(name);
  }
}

async function ask(guild: string, options: Record<string, string | boolean> = {}): Promise<Message> {
  const where = { user: newcomer(world.d, { guild }), channel: newChannel(world.d, guild), locale: 'ko' };
  return shown(await world.d.slash('ask', { question: QUESTION, ...options }, where));
}

const idIn = (message: Message): string => world.d.buttons(message)[0]?.custom_id?.split(':')[1] ?? '';

describe('a second server, on a second shard,', () => {
  it('gets answers as the first one does, from the same engine and in its own language', async () => {
    const { d, bot } = world;
    const sessions = d.gateway.sessions.all().map(({ shard, shards }) => [shard, shards]);
    expect(sessions.sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const [first, second] = await Promise.all([ask('guild'), ask(other)]);
    expect([first.content, second.content]).toEqual(Array(2).fill(expect.stringContaining(SENTENCE)));
    expect([first, second].map((message) => labels(d, message)[0])).toEqual(['[1] 원문 보기', '[1] Passage']);
    const mention = d.sendMessage(`@bot ${QUESTION}`, { user: newcomer(d, { guild: other }), channel: newChannel(d, other) });
    expect((await d.expectReply(mention)).content).toContain(SENTENCE);
    expect(bot.log.match(/ready to answer/g)).toHaveLength(1);
    if (canFreeze) expect(childrenOf(bot.pid ?? 0).length).toBeLessThanOrEqual(3);
  });

  it.each(['cite:ID:1', 'page:ID:1:1', 'closest:ID', 'share:ID', 'good:ID', 'widen:ID'])(
    'D25: cannot use what was answered in the first one: %s',
    async (button) => {
      const { d } = world;
      const foreign = await ask('guild', { private: true });
      const own = await ask(other, { until: '2016' });
      const user = newcomer(d, { guild: other });
      const press = await pressForged(d, own, button.replace('ID', idIn(foreign)), user);
      await press.ack();
      await quiet(500);
      const told = press.followups.at(-1) ?? press.original;
      expect(told?.content).toBe(EXPIRED);
      expect(told?.isEphemeral).toBe(true);
      expect(written(d, own.channel_id).map(({ content }) => content)).toEqual([own.content]);
    },
  );

  it('cannot give a reason for an answer of the first one', async () => {
    const { d } = world;
    const own = await ask(other);
    const press = await pressForged(d, own, `bad:${idIn(await ask('guild'))}`, newcomer(d, { guild: other }));
    expect((await shown(await d.submitModal(press, { reason: '이유' }, { locale: 'ko' }))).content).toBe(EXPIRED);
    const list = await shown(await d.slash('feedback', {}, { user: 'dave', locale: 'ko' }));
    expect(list.content).toBe('아직 의견이 없습니다.');
  });
});

/** What is stored of a server. */
function stored(server: string, answer: string): { answer: boolean; gaps: number; replies: string } {
  const note = (): undefined => undefined;
  const options = { now: Date.now, note, keepQuestions: true, questionDays: 90, answerDays: 90 };
  const store = openStore(join(world.folder, 'store.sqlite'), options);
  try {
    const { entries } = store.gaps.list(server, { limit: 10 });
    const { replies } = store.settings.get(server);
    return { answer: store.answers.find(answer) !== undefined, gaps: entries.length, replies };
  } finally {
    store.close();
  }
}

describe('a server that the bot leaves', () => {
  it('takes everything with it that was stored of it, and nothing of the others', async () => {
    const { d, bot } = world;
    const name = joinOnShard(0);
    const id = d.world.id(name);
    const [answer, kept] = [await ask(name), await ask('guild')];
    await ask(name, { question: UNANSWERABLE });
    expect(stored(id, idIn(answer))).toMatchObject({ answer: true, gaps: 1 });
    d.leaveGuild(name);
    await bot.waitForLog(new RegExp(`"server":"${id}","msg":"left a server`));
    expect(stored(id, idIn(answer))).toMatchObject({ answer: false, gaps: 0 });
    expect(stored(d.world.id('guild'), idIn(kept)).answer).toBe(true);
  });

  it.skipIf(!canFreeze).each([false, true])(
    'D14: in the middle of an answer gets none, and leaves nothing (known before: %s)',
    async (isKnown) => {
      const { d, bot } = world;
      const name = joinOnShard(1);
      const id = d.world.id(name);
      const channel = newChannel(d, name);
      if (isKnown) await ask(name);
      const engine = await freeze(bot, 'engine-child');
      d.sendMessage(`@bot ${UNANSWERABLE}`, { user: newcomer(d, { guild: name }), channel });
      await quiet(200);
      d.leaveGuild(name);
      await quiet(200);
      engine.resume();
      await bot.waitForLog(new RegExp(`"server":"${id}","msg":"left a server`));
      await quiet();
      expect(written(d, channel)).toEqual([]);
      expect(stored(id, '').gaps).toBe(0);
      expect(bot.log).not.toMatch(/"level":"error"/);
      expect((await ask('guild')).content).toContain(SENTENCE);
    },
  );
});
