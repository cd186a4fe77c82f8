import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from './standin/interaction.ts';
import { newcomer } from './support/people.ts';
import { shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';

const PROGRAM = 'tests/e2e/support/scripted-bot.ts';
const PERSON_LIMIT = 2;
const SERVER_LIMIT = 5;
const QUEUE_LIMIT = 20;
let limited: World;
let busy: World;

beforeAll(async () => {
  const limits = { QUESTIONS_PER_PERSON: String(PERSON_LIMIT), QUESTIONS_PER_SERVER: String(SERVER_LIMIT), DISCORD_GUILD_ID: '' };
  [limited, busy] = await Promise.all([
    startWorld({ program: PROGRAM, env: limits }),
    startWorld({ program: PROGRAM, env: { QUEUE_LIMIT: String(QUEUE_LIMIT) } }),
  ]);
});
afterEach(() => {
  limited.d.assertClean();
  busy.d.assertClean();
});
afterAll(async () => {
  await Promise.all([limited.stop(), busy.stop()]);
});

function ask({ d }: World, question: string, user: string, { channel = 'general', locale = 'ko' } = {}): Promise<Interaction> {
  return d.slash('ask', { question }, { user, channel, locale });
}

const PERSON = {
  ko: /^질문 한도\(1시간 2회\)를 모두 쓰셨습니다\. <t:(\d+):R>에 다시 질문하실 수 있습니다\.$/,
  'en-US': /^You have asked 2 questions within an hour, which is the limit\. You can ask again <t:(\d+):R>\.$/,
};
const SERVER = {
  ko: /^이 서버의 질문 한도\(1시간 5회\)를 모두 썼습니다\. <t:(\d+):R>에 다시 질문하실 수 있습니다\.$/,
  'en-US': /^This server has reached its limit of 5 questions an hour\. You can ask again <t:(\d+):R>\.$/,
};

/** The moment that a refusal names, in seconds from now. */
function secondsUntil(content: string): number {
  return Number(/<t:(\d+):R>/.exec(content)?.[1]) - Date.now() / 1000;
}

describe('a limit', () => {
  it('D7: of a person is told in private with the time of the next question, in every place, and concerns nobody else', async () => {
    const { d } = limited;
    const [greedy, modest] = [newcomer(d), newcomer(d)];
    for (const question of ['하나', '둘'])
      expect((await shown(await ask(limited, question, greedy))).content).toContain(question);
    for (const locale of ['ko', 'en-US'] as const) {
      const refusal = await shown(await ask(limited, '셋', greedy, { locale }));
      expect(refusal.content).toMatch(PERSON[locale]);
      expect(refusal.isEphemeral).toBe(true);
      expect(secondsUntil(refusal.content)).toBeGreaterThan(0);
      expect(secondsUntil(refusal.content)).toBeLessThanOrEqual(3601);
    }
    const mention = d.sendMessage('@bot 넷', { user: greedy });
    expect((await d.expectReply(mention)).content).toMatch(PERSON.ko);
    const direct = d.sendMessage('다섯', { user: greedy, channel: `dm:${greedy}` });
    expect((await d.expectReply(direct)).content).toMatch(PERSON.ko);
    expect(limited.bot.log).not.toMatch(/searched: [셋넷다]/);
    expect((await shown(await ask(limited, '여섯', modest))).content).toContain('여섯');
  });

  it('D7: of a server is told in private, and concerns no other server and no direct message', async () => {
    const { d } = limited;
    d.joinGuild('small', { preferred_locale: 'ko' });
    const channel = 'small/general';
    const [last, ...members] = Array.from({ length: SERVER_LIMIT + 1 }, () => newcomer(d, { guild: 'small' }));
    const answers = await Promise.all(members.map(async (member) => shown(await ask(limited, '하나', member, { channel }))));
    expect(answers.map(({ content }) => content.includes('> 하나'))).toEqual(members.map(() => true));
    for (const locale of ['ko', 'en-US'] as const) {
      const refusal = await shown(await ask(limited, '둘', last!, { channel, locale }));
      expect(refusal.content).toMatch(SERVER[locale]);
      expect(refusal.isEphemeral).toBe(true);
    }
    const direct = d.sendMessage('셋', { user: last!, channel: `dm:${last}` });
    expect((await d.expectReply(direct)).content).toContain('> 셋');
    expect((await shown(await ask(limited, '넷', newcomer(d)))).content).toContain('> 넷');
  });
});

describe('a person who asks a hundred questions at once', () => {
  it('D7: gets as many answers as the limit allows and is told of it each other time, and others are answered', async () => {
    const { d } = limited;
    d.joinGuild('flooded', { preferred_locale: 'ko' });
    const where = { channel: 'flooded/general' };
    const [greedy, modest] = [newcomer(d, { guild: 'flooded' }), newcomer(d, { guild: 'flooded' })];
    const asked = await Promise.all(Array.from({ length: 100 }, (_, index) => ask(limited, `물음 ${index}`, greedy, where)));
    expect((await shown(await ask(limited, '하나', modest, where))).content).toContain('> 하나');
    const told = (await Promise.all(asked.map(shown))).map(({ content }) => content);
    expect(told.filter((content) => /> 물음 \d+ \*\*\[1\]\*\*/.test(content))).toHaveLength(PERSON_LIMIT);
    expect(told.filter((content) => PERSON.ko.test(content))).toHaveLength(100 - PERSON_LIMIT);
  });
});

function searches(question: string): number {
  return busy.bot.log.split('\n').filter((line) => line.includes(`searched: ${question}"`)).length;
}

describe('many questions', () => {
  it('that are the same, of one person and at once, are searched once and answered each', async () => {
    const user = newcomer(busy.d);
    const question = 'wait 300 같은 질문';
    const [first, second] = await Promise.all([ask(busy, question, user), ask(busy, question, user)]);
    for (const interaction of [first, second]) expect((await shown(interaction)).content).toContain(`> ${question}`);
    expect(searches(question)).toBe(1);
    await shown(await ask(busy, question, user));
    expect(searches(question)).toBe(2);
  });

  it('that are the same, of two persons, are not mixed up', async () => {
    const question = 'wait 100 남의 질문';
    await Promise.all([1, 2].map(async () => shown(await ask(busy, question, newcomer(busy.d)))));
    expect(searches(question)).toBe(2);
  });

  it('of one person are searched one after the other', async () => {
    const user = newcomer(busy.d);
    const order = ['wait 400 첫째', 'wait 1 둘째', 'wait 1 셋째'];
    const asked: Interaction[] = [];
    for (const question of order) {
      const interaction = await ask(busy, question, user);
      await interaction.ack();
      asked.push(interaction);
    }
    await Promise.all(asked.map(shown));
    const told = busy.bot.log.match(/(?:searched|found): wait \d+ .째/g);
    expect(told).toEqual(order.flatMap((question) => [`searched: ${question}`, `found: ${question}`]));
  });

  it('of one person do not wait for one that fails', async () => {
    const user = newcomer(busy.d);
    const [failing, next] = await Promise.all([ask(busy, 'wait 100 fail', user), ask(busy, '그다음', user)]);
    expect((await shown(failing)).content).toMatch(/오류 번호 [\da-f]{8}/);
    expect((await shown(next)).content).toContain('> 그다음');
  });

  it.each([
    ['ko', '질문이 몰려 있습니다. 잠시 후 다시 시도해 주세요.'],
    ['en-US', 'Too many questions are waiting. Please try again in a moment.'],
  ])('D8: are told at once when too many wait, in private (%s)', async (locale, words) => {
    const { d } = busy;
    const waiting = await Promise.all(
      Array.from({ length: QUEUE_LIMIT }, (_, index) => ask(busy, `wait 900 ${index}`, newcomer(d))),
    );
    const refused = await ask(busy, '하나 더', newcomer(d), { locale });
    expect((await refused.reply()).content).toBe(words);
    expect(refused.original?.isEphemeral).toBe(true);
    expect(waiting.filter(({ timeline }) => timeline.some(({ what }) => what === 'edit-original'))).toEqual([]);
    const answers = await Promise.all(waiting.map(shown));
    expect(answers.map(({ content }) => /> wait 900 \d+ \*\*\[1\]\*\*/.test(content))).toEqual(answers.map(() => true));
    expect((await shown(await ask(busy, '다시', newcomer(d)))).content).toContain('> 다시');
  });

  it('D8: of 200 persons at once get an answer or are told that too many wait, each once', async () => {
    const { d } = busy;
    const channels = ['general', 'random', 'readonly', 'news'];
    const asked = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        ask(busy, `wait 50 ${index}`, newcomer(d), { channel: channels[index % channels.length] ?? '' }),
      ),
    );
    const answers = await Promise.all(asked.map(shown));
    const kinds = answers.map(({ content }, index) => {
      if (content.includes(`> wait 50 ${index} **[1]**`)) return 'answered';
      return content === '질문이 몰려 있습니다. 잠시 후 다시 시도해 주세요.' ? 'busy' : content;
    });
    expect(new Set(kinds)).toEqual(new Set(['answered', 'busy']));
    expect(kinds.filter((kind) => kind === 'answered').length).toBeGreaterThanOrEqual(QUEUE_LIMIT);
    expect(asked.map(({ messages }) => messages.length)).toEqual(asked.map(() => 1));
    expect(asked.map(({ timeline }) => timeline.length).every((steps) => steps <= 2)).toBe(true);
  });
});
