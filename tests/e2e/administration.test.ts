import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { pressForged } from './support/people.ts';
import { pings } from './support/pings.ts';
import { canFreeze, freeze } from './support/processes.ts';
import { labels, shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';
import type { Message } from './standin/model.ts';
import { PATIENCE } from './standin/patience.ts';

const DAVE = { user: 'dave', locale: 'ko' };
const DAVE_IN_ENGLISH = { user: 'dave', locale: 'en-US' };
const BOB = { user: 'bob', locale: 'ko' };
const QUESTION = '알리익스프레스는 한국 지식재산권 보호에 얼마를 투자하나요?';

let world: World;
afterEach(() => {
  world.d.assertClean();
  expect(pings(world.d)).toEqual([]);
  world.d.violations.length = 0;
});

const textOf = ({ content, embeds }: Message): string => `${content}\n${embeds[0]?.description ?? ''}`;
const run = async (command: string, who: object): Promise<Message> => shown(await world.d.slash(command, {}, who));

describe('with questions kept', () => {
  beforeAll(async () => {
    world = await startWorld({ env: { KEEP_QUESTIONS: 'on', KEEP_QUESTIONS_DAYS: '30', DISCORD_GUILD_ID: '' } });
  });
  afterAll(() => world.stop());

  describe('/status', () => {
    it('shows index, model, engine, queue, connection and latency to the asker alone', async () => {
      await shown(await world.d.slash('ask', { question: QUESTION }, BOB));
      const status = await run('status', BOB);
      expect(status.isEphemeral).toBe(true);
      for (const pattern of [
        ...[/\*\*색인\*\* 기사 6건 · 단락 \d+개/, /generation-\d{6} · <t:\d+:f>에 만듦/, /\*\*임베딩 모델\*\* .*384차원/],
        ...[/\*\*검색 엔진\*\* 정상 · 모든 기능/, /\*\*대기 중인 질문\*\* 0\/50/, /p50 [\d.]+초 · p95 .* \(최근 질문 1건\)/],
        ...[/\*\*가동\*\* <t:\d+:R>에 시작/, /\*\*디스코드 연결\*\*/, /\*\*색인 작업\*\* 없음/],
      ])
        expect(textOf(status)).toMatch(pattern);
    });

    it('is in English, and works in a direct message', async () => {
      const status = await run('status', { user: 'bob', locale: 'en-US', channel: 'dm:bob' });
      expect(textOf(status)).toMatch(/\*\*Index\*\* 6 articles · \d+ passages/);
    });

    it('S12: answers in time with what it knows when the engine hangs', { skip: !canFreeze }, async () => {
      const { resume } = await freeze(world.bot, 'engine-child');
      try {
        const status = await run('status', BOB);
        expect(textOf(status)).toContain('마지막으로 확인한 값');
        expect(textOf(status)).toContain('기사 6건');
      } finally {
        resume();
      }
    });
  });

  describe('/help', () => {
    it('shows members how to ask, with commands to click', async () => {
      const help = textOf(await run('help', BOB));
      expect(help).toMatch(/<\/ask:\d+>\(`\/질문`\)/);
      expect(help).toMatch(/<\/sources list:\d+>/);
      expect(help).toContain('30일 동안 저장합니다');
      expect(help).not.toContain('재색인');
    });

    it('shows administrators their own commands', async () => {
      const help = textOf(await run('help', DAVE_IN_ENGLISH));
      for (const command of ['reindex', 'settings', 'gaps', 'feedback']) expect(help).toMatch(new RegExp(`</${command}:\\d+>`));
    });
  });

  describe('/settings', () => {
    afterEach(async () => {
      await shown(await world.d.press(await run('settings', DAVE), '처음 설정으로', DAVE));
    });

    it.each(['settings', 'gaps', 'feedback'])('D9: and the like are not for members: /%s', async (command) => {
      const refused = await shown(await world.d.slash(command, {}, { ...BOB, force: true }));
      expect([refused.isEphemeral, refused.content]).toEqual([true, '서버 관리 권한이 있는 분만 사용할 수 있습니다.']);
    });

    it('hold at once, and are shown as they are now', async () => {
      const panel = await run('settings', DAVE);
      expect(panel.content).toContain('**질문을 받는 채널** 모든 채널');
      const random = world.d.world.id('random');
      const changed = await shown(await world.d.select(panel, 'settings-list:allowedChannels', ['random'], DAVE));
      expect([changed.id, changed.content.includes(`**질문을 받는 채널** <#${random}>`)]).toEqual([panel.id, true]);
      const menu = world.d.components(changed).find(({ custom_id }) => custom_id === 'settings-list:allowedChannels');
      expect(menu).toMatchObject({ default_values: [{ id: random, type: 'channel' }] });
      const refused = await shown(await world.d.slash('ask', { question: QUESTION }, { ...BOB, channel: 'general' }));
      expect(refused.content).toContain('이 채널에서는 질문을 받지 않습니다.');
      const answered = await shown(await world.d.slash('ask', { question: QUESTION }, { ...BOB, channel: 'random' }));
      expect(answered.content).toContain('[1]');
      const emptied = await shown(await world.d.select(changed, 'settings-list:allowedChannels', [], DAVE));
      expect(emptied.content).toContain('**질문을 받는 채널** 모든 채널');
    });

    it('restrict who may ask', async () => {
      const panel = await run('settings', DAVE_IN_ENGLISH);
      const changed = await shown(await world.d.select(panel, 'settings-list:allowedRoles', ['moderators']));
      expect(changed.content).toContain(`**Roles that may ask** <@&${world.d.world.id('moderators')}>`);
      const refused = await shown(await world.d.slash('ask', { question: QUESTION }, BOB));
      expect(refused.content).toContain('질문할 수 있는 역할이 아닙니다.');
      expect((await shown(await world.d.press(changed, 'Reset everything'))).content).toContain(
        '**Roles that may ask** everyone',
      );
    });

    it('change the place of answers and the language, and survive a restart', async () => {
      const panel = await run('settings', DAVE);
      await shown(await world.d.press(panel, '스레드에서 답하기', DAVE));
      const korean = await shown(await world.d.press(panel, '언어: 한국어로', DAVE));
      expect(korean.content).toMatch(/\*\*답변 위치\*\* 새 스레드\n\*\*언어\*\* 한국어/);
      await world.restart();
      const english = await shown(await world.d.press(panel, '언어: 영어로', DAVE));
      expect(english.content).toMatch(/\*\*답변 위치\*\* 새 스레드\n\*\*언어\*\* 영어/);
      const post = world.d.sendMessage(`@bot ${QUESTION}`, { user: 'bob' });
      const reply = await world.d.expectReply(post);
      expect(reply.channel_id).toBe(post.id);
      expect(labels(world.d, reply)[0]).toBe('[1] Passage');
    });

    it('do not take what nobody could have chosen', async () => {
      const panel = await run('settings', DAVE);
      const forged = await shown(await pressForged(world.d, panel, 'settings-language:klingon', 'dave'));
      expect(forged.content).toContain('This button is outdated.');
      expect((await run('settings', DAVE)).content).toContain('**언어** 자동(서버의 언어)');
    });
  });

  describe('/gaps', () => {
    it('lists questions without an answer, grouped, with private data masked, and takes them off', async () => {
      for (const question of [
        '화성 탐사선은 언제 착륙했나요?',
        '화성 탐사선은 언제 착륙했나요',
        '제 번호 010-1234-5678로 우주 정거장 소식을 알려 주실래요?',
      ])
        await shown(await world.d.slash('ask', { question }, BOB));
      const gaps = await run('gaps', DAVE);
      expect(gaps.isEphemeral).toBe(true);
      expect(textOf(gaps)).toMatch(/^\*\*답을 찾지 못한 질문\*\*/);
      expect(textOf(gaps)).toMatch(
        /1\. 제 번호 .*우주 정거장.*\n-# 1회 · <t:\d+:R>\n2\. 화성 탐사선은 언제 착륙했나요\??\n-# 2회/,
      );
      expect(textOf(gaps)).not.toContain('1234-5678');
      const mars = world.d
        .components(gaps)
        .flatMap(({ options = [] }) => options)
        .find(({ label }) => label.includes('화성'));
      const fewer = await shown(await world.d.select(gaps, /gaps-done/, [mars?.value ?? ''], DAVE));
      expect(fewer.content).toContain('목록에서 뺐습니다.');
      expect(textOf(fewer)).not.toContain('화성');
    });
  });

  describe('/feedback', () => {
    it('lists votes with their reasons, questions and what was cited', async () => {
      expect((await run('feedback', DAVE)).content).toBe('아직 의견이 없습니다.');
      const answer = await shown(await world.d.slash('ask', { question: QUESTION }, BOB));
      await shown(await world.d.press(answer, '👍', { user: 'carol' }));
      const pressed = await world.d.press(answer, '👎', { user: 'bob' });
      const fields = (await pressed.modal()).components ?? [];
      const field = fields.map(({ component, components = [] }) => component?.custom_id ?? components[0]?.custom_id)[0] ?? '';
      await shown(await world.d.submitModal(pressed, { [field]: '@everyone 오래된 기사입니다.' }));
      const list = await run('feedback', DAVE);
      expect(textOf(list)).toMatch(
        /👎 <t:\d+:R>\n\*\*질문\*\* 알리익스프레스는 .*\n\*\*이유\*\* .*오래된 기사입니다\.\n-# 인용한 기사: .+\n\n👍 <t:/,
      );
      expect(textOf(list)).not.toContain('@everyone');
      expect(list.isEphemeral).toBe(true);
    });
  });

  describe('in direct messages', () => {
    it.each(['reindex', 'settings', 'gaps', 'feedback'])('D10: /%s is refused', async (command) => {
      const refused = await shown(await world.d.slash(command, {}, { ...DAVE, channel: 'dm:dave', force: true }));
      expect(refused.content).toBe('서버 안에서만 사용할 수 있습니다.');
    });
  });
});

describe('without the intent for message content, questions not kept', () => {
  beforeAll(async () => {
    world = await startWorld({ standin: { privilegedIntents: [], heartbeatInterval: 500 } });
  });
  afterAll(() => world.stop());

  it('the settings warn that nothing can be answered without a mention', async () => {
    const panel = await run('settings', DAVE_IN_ENGLISH);
    const changed = await shown(await world.d.select(panel, 'settings-list:channelsWithoutMention', ['general', 'forum']));
    expect(changed.content).toContain('Message Content Intent');
  });

  it('/status shows how fast Discord answers, and when it last did', async () => {
    await vi.waitFor(
      async () => {
        expect(textOf(await run('status', BOB))).toMatch(/핑 \d+ms · 마지막 확인 <t:\d+:R>/);
      },
      { timeout: PATIENCE, interval: 500 },
    );
  });

  it('/gaps and /help say that questions are not kept', async () => {
    expect((await run('gaps', DAVE)).content).toContain('KEEP_QUESTIONS=on');
    expect(textOf(await run('help', DAVE))).toContain('질문은 저장하지 않습니다.');
  });
});
