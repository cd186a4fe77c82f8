import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labels, shown } from './support/read.ts';
import { quiet } from './support/requests.ts';
import { startWorld, type World } from './support/world.ts';

const QUESTION = '마윈이 보낸 마스크는 몇 장인가요?';
const SENTENCE = '마스크 300만 장을 기부했으며';
let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => {
  world.d.assertClean();
});
afterAll(async () => {
  await world.stop();
});

describe('the bot answers', () => {
  it('a mention, with a sign before it and as a reply', async () => {
    const typing = world.d.typing.length;
    const message = world.d.sendMessage(`@bot ${QUESTION}`);
    const reply = await world.d.expectReply(message);
    expect(world.d.typing.length).toBeGreaterThan(typing);
    expect(reply.content).toContain(SENTENCE);
    expect(reply.content).not.toContain('**질문**');
    expect(reply.message_reference?.message_id).toBe(message.id);
    expect(reply.pings).toEqual({ everyone: false, roles: [], users: [] });
  });

  it('D12: a direct message, in the language of the question', async () => {
    const korean = await world.d.expectReply(world.d.sendMessage(QUESTION, { channel: 'dm:bob' }));
    expect(labels(world.d, korean)[0]).toBe('[1] 원문 보기');
    const english = await world.d.expectReply(world.d.sendMessage('How many masks did Jack Ma send?', { channel: 'dm:bob' }));
    expect(labels(world.d, english).join()).not.toMatch(/[가-힣]{2}/);
  });

  it('a forum post that mentions it, by title and text', async () => {
    const { message } = world.d.createThread(QUESTION, { channel: 'forum', content: '@bot 기사에서 본 것 같습니다.' });
    expect((await world.d.expectReply(message!)).content).toContain(SENTENCE);
  });

  it('what a mention alone points at', async () => {
    const post = world.d.sendMessage(QUESTION, { user: 'alice' });
    const reply = await world.d.expectReply(world.d.sendMessage('@bot', { replyTo: post }));
    expect(reply.content).toContain(SENTENCE);
  });

  it('a mention without a question with a line of help', async () => {
    expect((await world.d.expectReply(world.d.sendMessage('@bot '))).content).toContain('질문이 비어 있습니다');
  });

  it('D1: an overlong question with the limit', async () => {
    const reply = await world.d.expectReply(world.d.sendMessage(`@bot ${'가'.repeat(501)}?`));
    expect(reply.content).toContain('질문은 500자까지');
  });
});

describe('the bot stays silent', () => {
  it('when members talk, mention everyone or talk to each other', async () => {
    world.d.sendMessage(QUESTION);
    world.d.sendMessage(`@everyone ${QUESTION}`, { user: 'alice' });
    world.d.sendMessage(QUESTION, { replyTo: world.d.sendMessage('안녕하세요', { user: 'alice' }) });
    await world.d.expectNoMessage({ quietMs: 800 });
  });

  it('D13: towards bots, webhooks and itself', async () => {
    const { d } = world;
    const guild = d.world.guilds.get(d.world.id('guild'))!;
    const robot = d.world.addUser('robot', { bot: true });
    d.world.addMember(guild, robot);
    d.sendMessage(`@bot ${QUESTION}`, { user: 'robot' });
    await d.expectNoMessage({ quietMs: 800 });
  });
});

describe('a conversation', () => {
  it('goes on when a member replies to the answer, and says what it took over', async () => {
    const { d } = world;
    const first = await d.expectReply(d.sendMessage('@bot 코리안페이는 무엇인가요?'));
    const second = await d.expectReply(d.sendMessage('그건 누가 밝혔나요?', { replyTo: first }));
    expect(second.content).toMatch(/^-# 이어받음: .*코리안페이/m);
    expect(second.content).toContain('마윈');
    const alone = await shown(await d.press(second, '이어받지 않고 찾기'));
    expect(alone.content).toContain('**질문** 그건 누가 밝혔나요?');
    expect(alone.content).not.toContain('이어받음');
  });

  it('goes on in a thread on the answer, without a mention', async () => {
    const { d } = world;
    const first = await d.expectReply(d.sendMessage('@bot 코리안페이는 무엇인가요?'));
    // An answer is remembered once Discord has confirmed it; nobody opens a thread sooner.
    await quiet();
    const { thread } = d.createThread('뒷이야기', { message: first });
    const second = await d.expectReply(d.sendMessage('그건 누가 밝혔나요?', { channel: thread.id }));
    expect(second.content).toMatch(/^-# 이어받음: .*코리안페이/m);
  });

  it('goes on in a direct message', async () => {
    const { d } = world;
    await d.expectReply(d.sendMessage('What is Korean Pay?', { channel: 'dm:bob' }));
    const second = await d.expectReply(d.sendMessage('And who announced it?', { channel: 'dm:bob' }));
    expect(second.content).toMatch(/^-# (?:Carried over|이어받음): .*Korean Pay/im);
  });

  it('of one member does not mix with that of another', async () => {
    const { d } = world;
    const bobs = await d.expectReply(d.sendMessage('@bot 코리안페이는 무엇인가요?', { user: 'bob' }));
    const alices = await d.expectReply(d.sendMessage('@bot 알리바바는 올림픽을 몇 차례 후원하나요?', { user: 'alice' }));
    const toBob = await d.expectReply(d.sendMessage('그건 누가 밝혔나요?', { user: 'bob', replyTo: bobs }));
    const toAlice = await d.expectReply(d.sendMessage('그건 언제부터인가요?', { user: 'alice', replyTo: alices }));
    expect(toBob.content).toMatch(/이어받음: .*코리안페이/);
    expect(toAlice.content).toMatch(/이어받음: .*(?:올림픽|알리바바)/);
    expect(toAlice.content).not.toMatch(/이어받음: .*코리안페이/);
  });

  it('is not taken over by a question that stands alone', async () => {
    const { d } = world;
    const first = await d.expectReply(d.sendMessage('@bot 코리안페이는 무엇인가요?'));
    const second = await d.expectReply(d.sendMessage(QUESTION, { replyTo: first }));
    expect(second.content).not.toContain('이어받음');
    expect(second.content).toContain(SENTENCE);
  });
});

describe('without the privileged intent', () => {
  it('the bot says so at the start and answers mentions, replies that mention it, direct messages and commands', async () => {
    const bare = await startWorld({ standin: { privilegedIntents: [] } });
    try {
      const { d, bot } = bare;
      expect(bot.log).toMatch(/does not grant the message content intent/);
      expect((await d.expectReply(d.sendMessage(`@bot ${QUESTION}`))).content).toContain(SENTENCE);
      expect((await d.expectReply(d.sendMessage(QUESTION, { channel: 'dm:bob' }))).content).toContain(SENTENCE);
      const answer = await shown(await d.slash('ask', { question: QUESTION }));
      expect(answer.content).toContain(SENTENCE);
      d.assertClean();
    } finally {
      await bare.stop();
    }
  });
});
