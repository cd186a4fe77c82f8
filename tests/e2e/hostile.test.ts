import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readBlocks, type Block, type Inline } from '../pictures/markdown-tree.ts';
import { visibleText } from '../discord/render/visible-text.ts';
import type { Message } from './standin/model.ts';
import { permissionSet } from './standin/permissions.ts';
import { newcomer } from './support/people.ts';
import { pings } from './support/pings.ts';
import { labels, shown } from './support/read.ts';
import { HOSTILE_TITLE, LONG_QUOTES } from './support/scripted-app.ts';
import { startWorld, type World } from './support/world.ts';

const SOURCE = '[1] 「제목」, 『매체』, 2024. 1. 4.';
const ADDRESS = 'https://example.org/a';
let world: World;

beforeAll(async () => {
  // Only a bot that is allowed to ping everyone shows whether it would.
  const botPermissions = permissionSet(
    ...(['VIEW_CHANNEL', 'SEND_MESSAGES', 'SEND_MESSAGES_IN_THREADS', 'READ_MESSAGE_HISTORY'] as const),
    ...(['EMBED_LINKS', 'CREATE_PUBLIC_THREADS', 'MENTION_EVERYONE'] as const),
  );
  world = await startWorld({
    program: 'tests/e2e/support/scripted-bot.ts',
    standin: { botPermissions },
    env: { KEEP_QUESTIONS: 'on' },
  });
});
afterEach(() => {
  expect(pings(world.d)).toEqual([]);
  world.d.assertClean();
});
afterAll(async () => {
  await world.stop();
});

/** With real ids where the text says BOB and MODERATORS. */
function addressed(text: string): string {
  const { d } = world;
  const ids = { BOB: d.world.id('bob'), MODERATORS: d.world.id('moderators'), GENERAL: d.world.id('general') };
  return text.replace(/BOB|MODERATORS|GENERAL/g, (name) => ids[name as keyof typeof ids]);
}

async function ask(question: string, options: { private?: boolean; user?: string } = {}): Promise<Message> {
  const { user = newcomer(world.d), ...rest } = options;
  return shown(await world.d.slash('ask', { question, ...rest }, { user, locale: 'ko' }));
}

/** The addresses of all links, and the looks of each line. */
function layout(content: string): { links: string[]; blocks: string[] } {
  const links: string[] = [];
  const read = (part: Inline): void => {
    if (part.type === 'link') links.push(part.url);
    if (part.type === 'link' || part.type === 'style') part.children.forEach(read);
  };
  const walk = (block: Block): void => {
    if (block.type === 'quote') block.blocks.forEach(walk);
    else if (block.type !== 'fence') block.children.forEach(read);
  };
  const blocks = readBlocks(content);
  blocks.forEach(walk);
  return { links, blocks: blocks.map(({ type }) => type) };
}

const ANSWER = { links: [ADDRESS], blocks: ['paragraph', 'quote', 'subtext'] };

const HOSTILE = [
  '@everyone @here <@BOB> <@!BOB> <@&MODERATORS> <#GENERAL> </ask:1>',
  '[공지](https://evil.example) [공지](<https://evil.example>) ![그림](https://evil.example/a.png)',
  'https://evil.example/x <https://evil.example> discord.gg/abc https://discord.com/invite/abc',
  '```js alert(1)``` `코드` ``둘``',
  '# 제목 ## 둘 > 인용 >>> 인용 -# 작은 글씨 - 목록 1. 하나',
  '**굵게** __밑줄__ ~~취소~~ ||숨김|| *기울임* _기울임_ \\* 3~5일 ~~',
  ':smile: <:a:123> <a:b:123> <t:0:R> <id:browse>',
  '「제목」 ](https://evil.example) [ ]( **[1]** [2]',
];

describe('hostile characters', () => {
  it.each(HOSTILE)('D5: show as themselves in a question and in a quote: %s', async (text) => {
    const hostile = addressed(text);
    const answer = await ask(`quote ${hostile}`);
    expect(visibleText(answer.content)).toBe(`질문 quote ${hostile}\n${hostile} [1]\n${SOURCE}`);
    expect(layout(answer.content)).toEqual(ANSWER);
  });

  it('D5: that begin lines of a quote leave it a quote', async () => {
    const lines = ['```', '# 하나', '> 둘', '-# 셋', '- 넷', '1. 다섯', '>>> 여섯'];
    const answer = await ask(`quote ${lines.join('⏎')}`);
    expect(visibleText(answer.content)).toContain(`\n${lines.join('\n')} [1]\n${SOURCE}`);
    expect(layout(answer.content)).toEqual(ANSWER);
  });

  it('D3: that cannot be seen, or cover their surroundings, are not shown', async () => {
    const answer = await ask('quote \u202e뒤집힘\u2066\u200b가\u3164나 o\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308');
    expect(answer.content).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u3164]|\p{M}{5}/u);
    expect(visibleText(answer.content)).toContain('뒤집힘가나');
  });

  it('D5: show as themselves in a title, which with an address in it links nowhere', async () => {
    const answer = await ask('title 무엇인가요');
    expect(visibleText(answer.content)).toContain(`[1] 「${HOSTILE_TITLE}」, 『매체』, 2024. 1. 4.`);
    expect(layout(answer.content)).toEqual({ ...ANSWER, links: [] });
    const passage = await shown(await world.d.press(answer, '[1] 원문 보기'));
    expect(visibleText(passage.content)).toBe(`「${HOSTILE_TITLE}」, 『매체』, 2024. 1. 4.`);
    expect(layout(passage.content)).toEqual({ links: [], blocks: ['paragraph'] });
  });

  it('show as themselves in the passage behind a citation', async () => {
    const hostile = addressed(HOSTILE.slice(0, 5).join(' '));
    const passage = await shown(await world.d.press(await ask(`quote ${hostile}`), '[1] 원문 보기'));
    expect(visibleText(passage.embeds[0]?.description ?? '')).toBe(hostile);
  });

  it('show as themselves in the nearest articles of a question without an answer, and in what was taken over', async () => {
    const refusal = await ask('nothing');
    expect(visibleText(refusal.content)).toContain(`「${HOSTILE_TITLE}」`);
    expect(layout(refusal.content).links).toEqual([]);
    expect(labels(world.d, refusal)[0]).toMatch(/^@everyone \[공지\]\(https/);
    const hostile = addressed(HOSTILE[0] ?? '');
    expect(visibleText((await ask(`inherit ${hostile}`)).content)).toContain(`\n이어받음: ${hostile}\n`);
  });

  it('show as themselves in the name of who shares, and in an unknown title', async () => {
    const { d } = world;
    const user = newcomer(d);
    d.world.guilds.get(d.world.id('guild'))?.members.forEach((member) => {
      if (member.user_id === user) member.nick = '@everyone **[x](https://e.x)**';
    });
    const share = await d.press(await ask('무엇인가요', { private: true, user }), '채널에 공유', { locale: 'ko' });
    const shared = await d.expectMessage(({ content }) => content.includes('공유한'), { after: share.payload });
    expect(visibleText(shared.content)).toContain('@everyone **[x](https://e.x)** 님이 공유한 답변입니다.');
    const unknown = await shown(
      await d.slash('ask', { question: '무엇', source: '**@here** [x](https://e.x)' }, { locale: 'ko' }),
    );
    expect(visibleText(unknown.content)).toContain('‘**@here** [x](https://e.x)’');
  });

  it('D1: as many as a question may have are taken, and one more is not', async () => {
    const hostile = addressed(HOSTILE.join(' ')).repeat(3).slice(0, 494);
    const answer = await ask(`quote ${hostile}`);
    expect(visibleText(answer.content)).toContain(`\n${hostile.trim()} [1]\n${SOURCE}`);
    expect(layout(answer.content)).toEqual(ANSWER);
    const reply = await world.d.expectReply(world.d.sendMessage(`@bot quote ${'*'.repeat(495)}`, { user: newcomer(world.d) }));
    expect(reply.content).toBe('질문은 500자까지 쓸 수 있습니다. 줄여서 다시 질문해 주세요.');
  });

  it('show as themselves in the reason for a 👎, as administrators list it', async () => {
    const { d } = world;
    const reason = addressed(HOSTILE.slice(0, 2).join(' ')).slice(0, 140);
    const modal = await d.press(await ask('무엇인가요'), '👎', { user: newcomer(d) });
    const thanks = await shown(await d.submitModal(modal, { reason }, { locale: 'ko' }));
    expect(thanks.content).toBe('의견을 보내 주셔서 감사합니다.');
    const list = await shown(await d.slash('feedback', {}, { user: 'dave', locale: 'ko' }));
    expect(list.isEphemeral).toBe(true);
    expect(visibleText(list.embeds[0]?.description ?? '')).toContain(`이유 ${reason}\n`);
  });

  it('D4: do not ping or lose their shape in a reply to a mention, or in a direct message', async () => {
    const hostile = addressed('quote @everyone <@BOB> **x** `y` # z');
    for (const channel of ['general', 'dm:bob']) {
      const reply = await world.d.expectReply(world.d.sendMessage(`@bot ${hostile}`, { user: 'bob', channel }));
      expect(visibleText(reply.content)).toMatch(/^@everyone [@<][@\dbob밥>]+ \*\*x\*\* `y` # z \[1\]\n/iu);
      expect(layout(reply.content)).toEqual({ links: [ADDRESS], blocks: ['quote', 'subtext'] });
    }
  });
});

describe('an answer over 2,000 characters', () => {
  const withoutSpace = (text: string): string => text.replace(/\s/g, '');
  const QUOTED = LONG_QUOTES.map((quote, index) => `${quote} [${index + 1}]`).join('\n');
  const WHOLE = `${QUOTED}\n[1][2][3]${SOURCE.slice(3)}`;

  /** Everything is there, cut where sentences end, with the source and the buttons on the last part alone. */
  function expectWhole(parts: Message[], head: string): void {
    expect(parts.length).toBeGreaterThan(1);
    const texts = parts.map(({ content }) => visibleText(content));
    expect(withoutSpace(texts.join(''))).toBe(withoutSpace(head + WHOLE));
    for (const text of texts.slice(0, -1)) expect(text).toMatch(/끝났다\.(?: \[\d\])?$/);
    expect(parts.map(({ content }) => layout(content).links.length)).toEqual(
      parts.map((_, at) => Number(at === parts.length - 1)),
    );
    const buttons = ['[1] 원문 보기', '[2] 원문 보기', '[3] 원문 보기', '👍', '👎'];
    expect(parts.map((part) => labels(world.d, part))).toEqual(parts.map((_, at) => (at === parts.length - 1 ? buttons : [])));
  }

  it('D6: loses nothing on its way into several messages of a command', async () => {
    const interaction = await world.d.slash('ask', { question: 'long' }, { user: newcomer(world.d), locale: 'ko' });
    await interaction.settled();
    expectWhole(interaction.messages, '질문 long');
  });

  it('D6: loses nothing on its way into several messages of a channel, the first of which replies', async () => {
    const { d } = world;
    const message = d.sendMessage('@bot long', { user: newcomer(d), channel: 'random' });
    const last = await d.expectReply(message, { filter: (part) => labels(d, part).length > 0 });
    const parts = d.botMessages.filter((each) => each.channel_id === last.channel_id && BigInt(each.id) > BigInt(message.id));
    expectWhole(parts, '');
    expect(parts.map(({ message_reference: reference }) => reference?.message_id)[0]).toBe(message.id);
  });

  it('D6: stays private in all its parts', async () => {
    const interaction = await world.d.slash(
      'ask',
      { question: 'long', private: true },
      { user: newcomer(world.d), locale: 'ko' },
    );
    await interaction.settled();
    expect(interaction.messages.map(({ isEphemeral }) => isEphemeral)).toEqual(interaction.messages.map(() => true));
    expect(interaction.messages.length).toBeGreaterThan(1);
  });
});
