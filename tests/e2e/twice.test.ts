import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from './standin/interaction.ts';
import { announce } from './standin/messages.ts';
import { newChannel, newcomer, pressForged } from './support/people.ts';
import { pings } from './support/pings.ts';
import { shown } from './support/read.ts';
import { callbackOf, quiet, requested, written } from './support/requests.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ program: 'tests/e2e/support/scripted-bot.ts' });
});
afterAll(async () => {
  try {
    expect(pings(world.d)).toEqual([]);
    world.d.assertClean();
  } finally {
    await world.stop();
  }
});

/** A person in a channel that nobody else uses, so that tests can run at the same time. */
function place(): { user: string; channel: string } {
  return { user: newcomer(world.d), channel: newChannel(world.d) };
}

function ask(question: string, options: { private?: boolean } = {}, where = place(), locale = 'ko'): Promise<Interaction> {
  return world.d.slash('ask', { question, ...options }, { ...where, locale });
}

describe.concurrent('the same event twice', () => {
  it('D17: is answered once: a command', async () => {
    const interaction = await ask('무엇인가요');
    world.d.gateway.dispatch('INTERACTION_CREATE', interaction.payload, { guildId: interaction.payload.guild_id });
    await shown(interaction);
    await quiet();
    expect(requested(world.d, callbackOf(interaction))).toHaveLength(1);
    expect(interaction.timeline).toHaveLength(2);
  });

  it('D17: is answered once: a message', async () => {
    const message = world.d.sendMessage('@bot 무엇인가요', place());
    announce(world.d, 'MESSAGE_CREATE', message);
    await world.d.expectReply(message);
    await quiet();
    expect(world.d.repliesTo(message)).toHaveLength(1);
  });
});

describe.concurrent('a button', () => {
  it('that is pressed twice at once answers both', async () => {
    const where = place();
    const answer = await shown(await ask('무엇인가요', {}, where));
    const presses = await Promise.all([1, 2].map(() => world.d.press(answer, '[1] 원문 보기', where)));
    const passages = await Promise.all(presses.map(shown));
    expect(passages.map(({ embeds }) => embeds[0]?.description)).toEqual(['**무엇인가요**', '**무엇인가요**']);
  });

  it('D17: that is pressed twice at once shares once', async () => {
    const where = place();
    const answer = await shown(await ask('무엇인가요', { private: true }, where));
    const presses = await Promise.all([1, 2].map(() => world.d.press(answer, '채널에 공유', { ...where, locale: 'ko' })));
    await quiet(600);
    const told = presses.flatMap(({ followups }) =>
      followups.filter(({ isEphemeral }) => isEphemeral).map(({ content }) => content),
    );
    expect(told.sort()).toEqual(['이미 공유한 답변입니다.', '채널에 공유했습니다.'].sort());
    expect(written(world.d, where.channel)).toHaveLength(1);
  });

  const FORGED = [
    'cite:aaaaaaaaaaaa:1',
    'cite:ID:9',
    'cite:ID:x',
    'cite:',
    'page:aaaaaaaaaaaa:1:0',
    'page:ID:1:x',
    'closest:a',
    'widen:b',
  ];
  const STRANGE = [
    'share:aaaaaaaaaaaa',
    'good:aaaaaaaaaaaa',
    'good:',
    ':::',
    'nonsense',
    '__proto__:1',
    'constructor',
    'x'.repeat(100),
  ];
  it.each([...FORGED, ...STRANGE])('D25: with a made-up id counts as outdated: %s', async (id) => {
    const where = place();
    const answer = await shown(await ask('무엇인가요', {}, where));
    const own = world.d.buttons(answer)[0]?.custom_id?.split(':')[1] ?? '';
    const press = await pressForged(world.d, answer, id.replace('ID', own), where.user);
    await press.ack();
    await quiet();
    const told = press.followups.at(-1) ?? press.original;
    expect(told?.content).toBe('오래된 버튼입니다. 다시 질문해 주세요.');
    expect(told?.isEphemeral).toBe(true);
    expect(written(world.d, where.channel).map(({ content }) => content)).toEqual([answer.content]);
  });

  it.each(['feedback-page:1', 'gaps-page:1', 'settings-reset', 'reindex-cancel'])(
    'D9: of administrators is refused to everyone else, whoever made it up: %s',
    async (id) => {
      const where = place();
      const press = await pressForged(world.d, await shown(await ask('무엇인가요', {}, where)), id, where.user);
      await press.ack();
      await quiet();
      const told = press.followups.at(-1) ?? press.original;
      expect(told?.content).toBe('서버 관리 권한이 있는 분만 사용할 수 있습니다.');
      expect(told?.isEphemeral).toBe(true);
    },
  );

  it('D25: with a made-up id that asks for a reason takes none', async () => {
    const where = place();
    const press = await pressForged(
      world.d,
      await shown(await ask('무엇인가요', {}, where)),
      `bad:${'y'.repeat(90)}`,
      where.user,
    );
    const sent = await world.d.submitModal(press, { reason: '이유' }, { locale: 'ko' });
    expect((await shown(sent)).content).toBe('오래된 버튼입니다. 다시 질문해 주세요.');
  });
});

describe.concurrent('a command of administrators', () => {
  it.each(['feedback', 'gaps', 'settings', 'reindex'])(
    'D9: is refused to everyone else, whatever Discord lets through: /%s',
    async (name) => {
      const interaction = await world.d.slash(name, {}, { ...place(), locale: 'en-US', force: true });
      const told = await shown(interaction);
      expect(told.content).toBe('Only those who manage the server can use this.');
      expect(told.isEphemeral).toBe(true);
    },
  );
});

describe('a connection that breaks with questions open', () => {
  async function openQuestions(): Promise<() => Promise<void>> {
    const [first, second] = [place(), place()];
    const interaction = await ask('wait 1200 열림', {}, first);
    await interaction.ack();
    const message = world.d.sendMessage('@bot wait 1200 열림', second);
    await quiet(100);
    return async () => {
      expect((await shown(interaction)).content).toContain('> wait 1200 열림 **[1]**');
      expect((await world.d.expectReply(message, { filter: () => true })).content).toContain('> wait 1200 열림 **[1]**');
      await quiet();
      expect([written(world.d, first.channel).length, written(world.d, second.channel).length]).toEqual([1, 1]);
    };
  }

  it.each([
    [
      'is cut',
      () => {
        world.d.gateway.drop();
      },
      'resume',
    ],
    [
      'is to be made anew (operation 7)',
      () => {
        world.d.gateway.reconnect();
      },
      'resume',
    ],
    [
      'has lost its session',
      () => {
        world.d.gateway.invalidSession(false);
      },
      'identify',
    ],
  ] as const)('D22: and %s answers each of them once, and works again', async (_, act, event) => {
    const expectAnswers = await openQuestions();
    const back = world.d.gateway.next(event);
    act();
    await back;
    await expectAnswers();
    expect((await shown(await ask('다시'))).content).toContain('> 다시 **[1]**');
  });
});
