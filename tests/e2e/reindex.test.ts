import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listGenerations } from '../../src/search/generation-files.ts';
import { article, folderOf, putInto } from './support/articles.ts';
import { pressForged } from './support/people.ts';
import { pings } from './support/pings.ts';
import { canFreeze, freeze } from './support/processes.ts';
import { labels, shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';
import type { Interaction } from './standin/interaction.ts';
import type { Message } from './standin/model.ts';
import { PATIENCE } from './standin/patience.ts';

// Runs are held where they are by stopping the indexer's process.
const DAVE = { user: 'dave', locale: 'ko' };
const DAVE_IN_ENGLISH = { user: 'dave', locale: 'en-US' };
const QUESTION = '솔섬 등대는 언제 문을 열었습니까?';

let articles: string;
let world: World;

async function open(settings: Record<string, string> = {}): Promise<void> {
  articles = folderOf({
    'lighthouse.md': article('솔섬 등대', '솔섬 등대는 1923년 5월에 처음 문을 열었다. 등대지기는 모두 일곱 명이었다.', {
      date: '2024-03-05',
    }),
    'orchard.md': article('귤밭 이야기', '귤밭에서 올해 첫 귤을 땄다.', { date: '2023-11-02' }),
  });
  world = await startWorld({ articles, env: { EMBEDDING_MODEL: 'none', ...settings } });
}

async function close(): Promise<void> {
  await world.stop();
  rmSync(articles, { recursive: true, force: true });
}

async function ended(interaction: Interaction): Promise<Message> {
  return world.d.until(
    () => {
      const message = interaction.original;
      return message &&
        /색인을 마쳤습니다|취소했습니다|마치지 못했습니다|up to date|cancelled|did not finish|다시 시작하고/.test(message.content)
        ? message
        : null;
    },
    PATIENCE,
    () => `no result; ${JSON.stringify(interaction.timeline)}`,
  );
}

const reindex = (values: Record<string, string> = {}, who: object = DAVE): Promise<Interaction> =>
  world.d.slash('reindex', values, who);

describe('/reindex', () => {
  beforeAll(() => open());
  afterAll(close);

  it('D9: is not for members, whatever the server has set', async () => {
    await expect(reindex({}, { user: 'bob', locale: 'ko' })).rejects.toThrow(/default_member_permissions/);
    const refused = await shown(await reindex({}, { user: 'bob', locale: 'ko', force: true }));
    expect([refused.isEphemeral, refused.content]).toEqual([true, '서버 관리 권한이 있는 분만 사용할 수 있습니다.']);
    const inEnglish = await shown(await reindex({ mode: 'full' }, { user: 'carol', locale: 'en-US', force: true }));
    expect(inEnglish.content).toBe('Only those who manage the server can use this.');
    expect(world.bot.log).not.toMatch(/"by":"\d+".*index updated/);
    world.d.assertClean();
  });

  it('reads everything again when it is told to', async () => {
    const message = await ended(await reindex({ mode: 'full' }, DAVE_IN_ENGLISH));
    expect(message.content).toContain('0 added, 2 updated, 0 deleted, 0 skipped (unchanged), 0 failed');
    world.d.assertClean();
  });

  it('says so when nothing changed', async () => {
    expect((await ended(await reindex())).content).toContain('바뀐 기사가 없어 이전 색인을 그대로 사용합니다.');
    world.d.assertClean();
  });

  describe.skipIf(!canFreeze)('while it runs', () => {
    it('answers questions from the index before', async () => {
      const interaction = await reindex({ mode: 'full' });
      const { resume } = await freeze(world.bot, 'indexer-child');
      const answer = await shown(await world.d.slash('ask', { question: QUESTION }));
      expect(answer.content).toContain('1923년 5월');
      resume();
      expect((await ended(interaction)).content).toContain('색인을 마쳤습니다.');
      world.d.assertClean();
    });

    it('D11: tells a second administrator since when and by whom; both can stop it', async () => {
      const first = await reindex({ mode: 'full' });
      const { resume } = await freeze(world.bot, 'indexer-child');
      const second = await shown(await reindex({}, { user: 'alice', locale: 'en-US' }));
      expect(second.content).toMatch(new RegExp(`already running since <t:\\d+:R>, started by <@${world.d.world.id('dave')}>`));
      expect(second.pings).toMatchObject({ users: [] });
      const stopped = await shown(await world.d.press(second, 'Cancel'));
      expect(stopped.content).toContain('is being stopped');
      resume();
      expect((await ended(first)).content).toBe('색인을 취소했습니다. 이전 색인을 그대로 사용합니다.');
      expect(labels(world.d, first.original!)).toEqual([]);
      world.d.assertClean();
    });

    it('D25: is not stopped by the button of another run', async () => {
      const first = await reindex({ mode: 'full' });
      const { resume } = await freeze(world.bot, 'indexer-child');
      const message = await world.d.until(
        () => (first.original && world.d.buttons(first.original).length > 0 ? first.original : null),
        5_000,
        () => 'no button',
      );
      const old = await shown(await pressForged(world.d, message, 'reindex-cancel:1700000000000', 'dave'));
      expect(old.content).toBe('No index update is running.');
      resume();
      expect((await ended(first)).content).toContain('색인을 마쳤습니다.');
      world.d.assertClean();
    });

    it('D16: brings its result to the channel when the interaction is over, without a ping', async () => {
      const interaction = await reindex({ mode: 'full' });
      const { resume } = await freeze(world.bot, 'indexer-child');
      interaction.expireToken();
      const result = world.d.expectMessage(({ content }) => content.includes('색인을 마쳤습니다.'), { channel: 'general' });
      resume();
      const message = await result;
      expect(message.isEphemeral).toBe(false);
      expect(world.d.botMessages.at(-2)?.content).toBe(`<@${world.d.world.id('dave')}> 님이 실행한 색인이 끝났습니다.`);
      expect(pings(world.d)).toEqual([]);
      world.d.assertClean({ allow: [/50027/, /-> 401/] });
    });
  });
});

describe('/reindex of a folder or a server that changes', () => {
  beforeEach(() => open());
  afterEach(close);

  it('brings the index up to date, and gives the reason for each file that is left out', async () => {
    putInto(articles, {
      'ferry.md': article('여객선', '여객선은 하루에 네 번 다닌다.'),
      'lighthouse.md': article('솔섬 등대', '솔섬 등대는 1923년 6월에 처음 문을 열었다.', { date: '2024-03-05' }),
      'report.hwp': 'HWP',
      'empty.txt': '',
    });
    rmSync(join(articles, 'orchard.md'));
    const interaction = await reindex();
    expect((await interaction.ack()).type).toBe(5);
    const message = await ended(interaction);
    expect(message.isEphemeral).toBe(true);
    expect(message.content).toContain('**색인을 마쳤습니다. 추가 1건, 수정 1건, 삭제 1건, 변경 없음 0건, 제외 2건**');
    expect(message.content).toContain('- **report.hwp**: 지원하지 않는 형식(.hwp)입니다.');
    expect(message.content).toContain('- **empty.txt**: 내용이 비어 있습니다.');
    expect(labels(world.d, message)).toEqual([]);
    const answer = await shown(await world.d.slash('ask', { question: QUESTION }));
    expect(answer.content).toContain('1923년 6월');
    const list = await shown(await world.d.slash('sources list', {}, DAVE));
    expect(list.content).toContain('기사 2건');
    world.d.assertClean();
    expect(pings(world.d)).toEqual([]);
  });

  it('takes several messages for a long list of files, all of them private', async () => {
    putInto(articles, Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`문서/보고서 ${index}.hwp`, 'HWP'])));
    const interaction = await reindex();
    await ended(interaction);
    const last = await interaction.followup(1);
    expect(interaction.messages.every(({ isEphemeral, content }) => isEphemeral && content.length <= 2_000)).toBe(true);
    const files = interaction.messages.flatMap(({ content }) => content.match(/^- \*\*문서\/보고서 \d+\.hwp/gm) ?? []);
    expect([files.length, new Set(files).size]).toEqual([60, 60]);
    expect(last.content).toContain('지원하지 않는 형식');
    world.d.assertClean();
  });

  it('shows how far it is, at a pace that Discord allows', async () => {
    putInto(
      articles,
      Object.fromEntries(
        Array.from({ length: 3_000 }, (_, index) => [`${index}.md`, article(`글 ${index}`, `${index}번째 글이다. 짧은 글이다.`)]),
      ),
    );
    const interaction = await reindex();
    const message = await ended(interaction);
    expect(message.content).toContain('추가 3,000건');
    const edits = interaction.timeline.filter(({ what }) => what === 'edit-original');
    expect(edits.some(({ content }) => /[▓░]{12} [\d,]+\/[\d,]+ · (?:읽는 중|임베딩|게시)/.test(content))).toBe(true);
    for (const [index, { ms }] of edits.slice(0, -1).entries())
      if (index > 0) expect(ms - (edits[index - 1]?.ms ?? 0)).toBeGreaterThan(1_500);
    world.d.assertClean();
  });

  describe.skipIf(!canFreeze)('while it runs', () => {
    it('D15: is only logged then where the bot may not write', async () => {
      const interaction = await reindex({ mode: 'full' });
      const { resume } = await freeze(world.bot, 'indexer-child');
      interaction.expireToken();
      world.d.denyBot('general', 'SEND_MESSAGES');
      resume();
      await world.bot.waitForLog(/index updated/);
      await world.bot.waitForLog(/"what":"reindex".*failed/);
      expect(world.bot.exit).toBeNull();
      world.d.assertClean({ allow: [/50027/, /50013/, /-> 40[13]/] });
    });

    it('D26: is stopped with the program, which says so', async () => {
      const interaction = await reindex({ mode: 'full' });
      await freeze(world.bot, 'indexer-child');
      expect(await world.bot.stop('SIGTERM', 12_000)).toBe(0);
      expect((await ended(interaction)).content).toBe('기사봇을 다시 시작하고 있습니다. 잠시 후 다시 시도해 주세요.');
      await world.restart();
      expect((await shown(await world.d.slash('ask', { question: QUESTION }))).content).toContain('1923년 5월');
      expect(listGenerations(join(world.folder, 'index'))).toEqual([1]);
      world.d.assertClean();
    });
  });
});

describe('WATCH=on', () => {
  beforeEach(() => open({ WATCH: 'on', WATCH_SECONDS: '1' }));
  afterEach(close);

  it('indexes what changes by itself', async () => {
    putInto(articles, { 'ferry.md': article('여객선', '여객선은 하루에 네 번 다닌다.') });
    await world.bot.waitForLog(/"by":"watch".*index updated/);
    await world.d.until(
      () => /index updated/.test(world.bot.log) || null,
      5_000,
      () => 'not updated',
    );
    const answer = await shown(await world.d.slash('ask', { question: '여객선은 하루에 몇 번 다니나요?' }));
    expect(answer.content).toContain('하루에 네 번');
    world.d.assertClean();
  });
});
