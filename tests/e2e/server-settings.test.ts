import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';

const QUESTION = '마윈이 보낸 마스크는 몇 장인가요?';
const SENTENCE = '마스크 300만 장을 기부했으며';
let world: World;

afterEach(() => {
  world.d.assertClean();
});

describe('in channels where it answers without a mention, the bot', () => {
  beforeAll(async () => {
    world = await startWorld({
      serverSettings: (d) => ({ channelsWithoutMention: ['general', 'forum'].map((name) => d.world.id(name)) }),
    });
  });
  afterAll(async () => {
    await world.stop();
  });

  it('answers a question that the articles surely answer', async () => {
    expect((await world.d.expectReply(world.d.sendMessage(QUESTION))).content).toContain(SENTENCE);
  });

  it('stays silent on talk, on questions it is not sure of, and on what is meant for somebody else', async () => {
    const { d } = world;
    const typing = d.typing.length;
    d.sendMessage('오늘 날씨가 정말 좋네요');
    d.sendMessage('다들 점심 뭐 드셨나요?');
    d.sendMessage(QUESTION, { replyTo: d.sendMessage('저요', { user: 'alice' }) });
    d.sendMessage(`<@${d.world.id('alice')}> ${QUESTION}`);
    await d.expectNoMessage({ quietMs: 1_000 });
    expect(d.typing.length).toBe(typing);
  });

  it('answers a forum post by its title and text', async () => {
    const { message } = world.d.createThread('마윈이 보낸 마스크', {
      channel: 'forum',
      content: '안녕하세요. 모두 몇 장인가요?',
    });
    expect((await world.d.expectReply(message!)).content).toContain(SENTENCE);
  });

  it('stays silent in other channels', async () => {
    world.d.sendMessage(QUESTION, { channel: 'random' });
    await world.d.expectNoMessage({ quietMs: 800 });
  });
});

describe('with answers in threads', () => {
  beforeAll(async () => {
    world = await startWorld({ serverSettings: () => ({ replies: 'thread' }) });
  });
  afterAll(async () => {
    await world.stop();
  });

  it('a mention gets a thread with the answer, in which the talk goes on without a mention', async () => {
    const { d } = world;
    const question = d.sendMessage('@bot 코리안페이는 무엇인가요?');
    const answer = await d.expectReply(question);
    expect(answer.channel_id).toBe(question.id);
    const next = await d.expectReply(d.sendMessage('그건 누가 밝혔나요?', { channel: answer.channel_id }), {
      filter: ({ id }) => id !== answer.id,
    });
    expect(next.channel_id).toBe(answer.channel_id);
    expect(next.content).toMatch(/이어받음: .*코리안페이/);
  });
});

describe('with channels, roles and a language set', () => {
  beforeAll(async () => {
    world = await startWorld({
      serverSettings: (d) => ({
        ...{
          allowedChannels: ['general', 'random'].map((name) => d.world.id(name)),
          deniedChannels: [d.world.id('random')],
          language: 'en',
        },
      }),
    });
  });
  afterAll(async () => {
    await world.stop();
  });

  it('refuses elsewhere, and where it is denied although it is allowed', async () => {
    const { d } = world;
    for (const channel of ['random', 'news']) {
      const refused = await shown(await d.slash('ask', { question: QUESTION }, { channel, locale: 'ko' }));
      expect(refused.content).toContain('이 채널에서는 질문을 받지 않습니다');
      expect(refused.isEphemeral).toBe(true);
    }
    const reply = await d.expectReply(d.sendMessage(`@bot ${QUESTION}`, { channel: 'random' }));
    expect(reply.content).toContain('not answered in this channel');
  });

  it('answers where it may, with buttons in the language that was set', async () => {
    const answer = await shown(await world.d.slash('ask', { question: QUESTION }, { locale: 'ko' }));
    expect(answer.content).toContain(SENTENCE);
    expect(world.d.buttons(answer)[0]?.label).toBe('[1] Passage');
  });
});

describe('with a role that may ask', () => {
  beforeAll(async () => {
    world = await startWorld({ serverSettings: () => ({ allowedRoles: ['123456789012345678'] }) });
  });
  afterAll(async () => {
    await world.stop();
  });

  it('refuses members without it, in private', async () => {
    const refused = await shown(await world.d.slash('ask', { question: QUESTION }, { locale: 'en-US' }));
    expect(refused.content).toContain('Your roles do not allow questions');
    expect(refused.isEphemeral).toBe(true);
  });
});
