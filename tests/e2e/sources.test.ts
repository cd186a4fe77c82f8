import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { article, folderOf } from './support/articles.ts';
import { canFreeze, freeze } from './support/processes.ts';
import { pressForged } from './support/people.ts';
import { pings } from './support/pings.ts';
import { labels, shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';
import type { Message } from './standin/model.ts';

const KOREAN = { user: 'bob', locale: 'ko' };
const ENGLISH = { user: 'alice', locale: 'en-US' };
const LIGHTHOUSE = '솔섬 등대의 마지막 등대지기';
const HOSTILE = '@everyone [공지](https://evil.example) **굵게** <@&1>';

/** Paragraphs of several sentences, so that the article has several passages. */
const LONG_TEXT = Array.from({ length: 12 }, (_, index) =>
  Array.from(
    { length: 6 },
    (__, sentence) => `등대지기는 ${index + 1}월 ${sentence + 1}일에 등대의 불을 켜고 바다를 살폈다.`,
  ).join(' '),
).join('\n\n');

const articles = folderOf({
  'lighthouse.md': article(LIGHTHOUSE, LONG_TEXT, {
    ...{ date: '2024-03-05', publisher: '바닷가 소식', reporter: '김솔 기자', url: 'https://example.org/lighthouse' },
  }),
  'hostile.md': article(HOSTILE, '아무도 부르지 않는 기사다.', { date: '2024-01-04' }),
  'undated.md': article('날짜를 모르는 기사', '언제 쓴 글인지 알 수 없다.'),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `orchard/${index + 1}.md`,
      article(`귤밭 이야기 ${index + 1}`, `귤밭에서 ${index + 1}번째 귤을 땄다.`, {
        date: `2020-01-${String(index + 1).padStart(2, '0')}`,
      }),
    ]),
  ),
});

let world: World;
beforeAll(async () => {
  world = await startWorld({ articles, env: { EMBEDDING_MODEL: 'none', DISCORD_GUILD_ID: '' } });
});
afterEach(() => {
  world.d.assertClean();
  expect(pings(world.d)).toEqual([]);
});
afterAll(async () => {
  await world.stop();
  rmSync(articles, { recursive: true, force: true });
});

const descriptionOf = ({ embeds }: Message): string => embeds[0]?.description ?? '';
const list = async (who = KOREAN): Promise<Message> => shown(await world.d.slash('sources list', {}, who));

describe('/sources list', () => {
  it('shows the newest articles first, with their number, to the asker alone', async () => {
    const page = await list();
    expect(page.isEphemeral).toBe(true);
    expect(page.content).toBe('**기사 15건** · 1/2쪽');
    const lines = descriptionOf(page).split('\n');
    expect(lines[0]).toBe(`1. 「${LIGHTHOUSE}」, 『바닷가 소식』, 2024. 3. 5.`);
    expect(lines[2]).toBe('3. 「귤밭 이야기 12」, 2020. 1. 12.');
    expect(labels(world.d, page)).toEqual(['(이전)', '다음']);
  });

  it('is in English for those who use Discord in English', async () => {
    const page = await list(ENGLISH);
    expect(page.content).toBe('**15 articles** · Page 1 of 2');
    expect(descriptionOf(page)).toContain(`1. “${LIGHTHOUSE}”, 바닷가 소식, 5 Mar 2024`);
    expect(labels(world.d, page)).toEqual(['(Previous)', 'Next']);
  });

  it('turns its pages, articles without a date at the end', async () => {
    const first = await list();
    const second = await shown(await world.d.press(first, '다음'));
    expect([second.id, second.content]).toEqual([first.id, '**기사 15건** · 2/2쪽']);
    expect(descriptionOf(second).split('\n').at(-1)).toBe('15. 「날짜를 모르는 기사」');
    expect(labels(world.d, second)).toEqual(['이전', '(다음)']);
    expect((await shown(await world.d.press(second, '이전'))).content).toContain('1/2쪽');
  });

  it('shows an article that is chosen from the page', async () => {
    const page = await list();
    const chosen = await shown(await world.d.select(page, 'sources-open', `「${LIGHTHOUSE}」, 『바닷가 소식』, 2024. 3. 5.`));
    expect(chosen.id).not.toBe(page.id);
    expect(chosen.content).toContain(LIGHTHOUSE);
  });
});

describe('/sources search', () => {
  it.each(['솔섬등대', '등대지기의 솔섬', '솔섬 등대의'])('suggests and finds a title by "%s"', async (typed) => {
    const choices = await world.d.autocomplete('sources search', { title: typed }, KOREAN);
    expect(choices[0]?.name).toContain(LIGHTHOUSE);
    const found = await shown(await world.d.slash('sources search', { title: typed }, KOREAN));
    expect(found.content).toContain(LIGHTHOUSE);
  });

  it('lists several matches', async () => {
    const found = await shown(await world.d.slash('sources search', { title: '귤밭' }, KOREAN));
    expect(found.content).toBe('**‘귤밭’ 검색 결과 12건**\n이 밖에 2건이 더 있습니다. 제목을 더 길게 적어 주세요.');
    expect(descriptionOf(found).split('\n')).toHaveLength(10);
  });

  it('suggests at most 25, in time even when the engine hangs', { skip: !canFreeze }, async () => {
    const { resume } = await freeze(world.bot, 'engine-child');
    try {
      const interaction = await world.d.autocompleteInteraction('sources show', { article: '귤밭' }, KOREAN);
      const choices = await interaction.choices();
      expect(choices).toHaveLength(12);
      for (const { name, value } of choices) expect([name.length <= 100, String(value).length]).toEqual([true, 12]);
    } finally {
      resume();
    }
  });
});

describe('/sources show', () => {
  it('shows what is known of an article that was chosen', async () => {
    const [choice] = await world.d.autocomplete('sources show', { article: '솔섬' }, KOREAN);
    const message = await shown(await world.d.slash('sources show', { article: String(choice?.value) }, KOREAN));
    expect(message.isEphemeral).toBe(true);
    expect(message.content).toBe(`**[「${LIGHTHOUSE}」, 『바닷가 소식』, 2024. 3. 5.](<https://example.org/lighthouse>)**`);
    expect(descriptionOf(message)).toMatch(
      /^\*\*기자\*\* 김솔 기자\n\*\*단락\*\* \d+개\n\*\*파일\*\* lighthouse\.md\n\*\*해시\*\* `[0-9a-f]{12}`\n\*\*색인\*\* <t:\d+:f>$/,
    );
  });

  it('leafs through its passages and back, also after a restart', async () => {
    const facts = await shown(await world.d.slash('sources show', { article: '솔섬 등대' }, ENGLISH));
    await world.restart();
    const first = await shown(await world.d.press(facts, 'Read the passages'));
    expect(first.id).toBe(facts.id);
    expect(descriptionOf(first)).toContain('1월 1일에 등대의 불을 켜고');
    expect(labels(world.d, first)).toEqual(['(Previous)', 'Next', 'About the article']);
    const second = await shown(await world.d.press(first, 'Next'));
    expect(second.embeds[0]?.footer?.text).toMatch(/^Passage 2 of \d+$/);
    const back = await shown(await world.d.press(second, 'About the article'));
    expect(descriptionOf(back)).toContain('**Reporter**');
  });

  it('helps with an unknown title: the nearest ones as buttons', async () => {
    const message = await shown(await world.d.slash('sources show', { article: '솔섬 여객선 운항 시간표' }, KOREAN));
    expect(message.content).toMatch(/^‘솔섬 여객선 운항 시간표’에 맞는 기사를 찾지 못했습니다\./);
    expect(labels(world.d, message)).toEqual([LIGHTHOUSE]);
    expect((await shown(await world.d.press(message, LIGHTHOUSE))).content).toContain('『바닷가 소식』');
  });

  it('shows a title that would ping and link as it is', async () => {
    const message = await shown(await world.d.slash('sources show', { article: '공지 굵게' }, ENGLISH));
    expect(message.content).toContain('evil.example');
    expect(message.content).not.toMatch(/@everyone|<@&1>|\]\(https/);
  });

  it('says so when a made-up button is pressed', async () => {
    const facts = await shown(await world.d.slash('sources show', { article: '솔섬 등대' }, KOREAN));
    const pressed = await pressForged(world.d, facts, 'sources-leaf:ffffffffffff:0', 'bob');
    expect((await shown(pressed)).content).toContain('색인에서 빠진 기사입니다.');
  });
});

describe('in a direct message', () => {
  it('works as well', async () => {
    const message = await shown(await world.d.slash('sources list', {}, { ...KOREAN, channel: 'dm:bob' }));
    expect(message.content).toContain('기사 15건');
  });
});
