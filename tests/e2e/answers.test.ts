import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from './standin/model.ts';
import { labels, shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';
import { PATIENCE } from './standin/patience.ts';

const QUESTION = '알리익스프레스는 한국 지식재산권 보호에 얼마를 투자하나요?';
const SENTENCE = '앞으로 3년간 100억 원을 투자한다';
const ARTICLE = 'aliexpress-intellectual-property-2023.md';
const KOREAN = { user: 'bob', locale: 'ko' };
const ENGLISH = { user: 'alice', locale: 'en-US' };
let articles: string;
let world: World;

beforeAll(async () => {
  articles = mkdtempSync(join(tmpdir(), 'gisabot-articles-'));
  cpSync('articles', articles, { recursive: true });
  world = await startWorld({ env: { ARTICLES_DIR: articles, KEEP_QUESTIONS: 'on', WATCH: 'on', WATCH_SECONDS: '1' } });
});
afterEach(() => {
  world.d.assertClean();
});
afterAll(async () => {
  await world.stop();
  rmSync(articles, { recursive: true, force: true });
});

async function ask(
  options: Record<string, string | boolean> = {},
  who: { user: string; locale: string } = KOREAN,
): Promise<Message> {
  return shown(await world.d.slash('ask', { question: QUESTION, ...options }, who));
}

describe('the button of a citation', () => {
  it('shows the passage with the quote in bold, only to whoever pressed, in their language', async () => {
    const answer = await ask();
    const passage = await shown(await world.d.press(answer, '[1] 원문 보기', ENGLISH));
    expect(passage.isEphemeral).toBe(true);
    expect(passage.content).toMatch(/^\*\*“.+”, 기사봇 자료실, 6 Dec 2023\*\*$/);
    expect(passage.embeds[0]?.description).toMatch(new RegExp(`\\*\\*[^*]*${SENTENCE}[^*]*\\*\\* \\S`));
    expect(passage.embeds[0]?.footer?.text).toMatch(/^Passage 1 of \d+$/);
    expect(labels(world.d, passage)).toEqual(['(Previous)', 'Next']);
  });

  it('shows the very characters of the article', async () => {
    const answer = await ask();
    const passage = await shown(await world.d.press(answer, '[1] 원문 보기', KOREAN));
    const file = readFileSync(join(articles, ARTICLE), 'utf8');
    const lines = (passage.embeds[0]?.description ?? '').replaceAll('**', '').replaceAll('\\', '').split('\n');
    for (const line of lines) expect(file).toContain(line);
  });

  it('leafs to the passages beside it, to the end of the article', async () => {
    const answer = await ask();
    let passage = await shown(await world.d.press(answer, '[1] 원문 보기', KOREAN));
    const seen = new Set<string>();
    for (let pages = 0; pages < 50 && !seen.has(passage.embeds[0]?.description ?? ''); pages += 1) {
      seen.add(passage.embeds[0]?.description ?? '');
      if (labels(world.d, passage).includes('(다음)')) break;
      passage = await shown(await world.d.press(passage, '다음', KOREAN));
    }
    expect(passage.embeds[0]?.footer?.text).toBe(`단락 ${seen.size}/${seen.size}`);
    expect(labels(world.d, passage)).toEqual(['이전', '(다음)']);
  });

  it('D25: works twice, for another member, and after a restart', async () => {
    const answer = await ask();
    await world.restart();
    for (const user of ['bob', 'bob', 'carol']) {
      const passage = await shown(await world.d.press(answer, '[1] 원문 보기', { user, locale: 'ko' }));
      expect(passage.embeds[0]?.description).toContain(SENTENCE);
    }
  });
});

describe('a private answer', () => {
  it('is shared to the channel by its asker, once, without a share button and in the language of the server', async () => {
    const answer = await ask({ private: true }, { user: 'bob', locale: 'en-US' });
    const confirmation = await world.d.press(answer, 'Share in the channel', { user: 'bob', locale: 'en-US' });
    const shared = await world.d.expectMessage((message) => message.content.includes('공유한 답변입니다'), { after: answer });
    expect(shared.isEphemeral).toBe(false);
    expect(shared.content).toContain(`**질문** ${QUESTION}`);
    expect(shared.content).toContain(SENTENCE);
    expect(labels(world.d, shared)).toEqual(['[1] 원문 보기', '[2] 원문 보기', '👍', '👎']);
    expect((await confirmation.followup(1)).content).toBe('Shared in the channel.');
    const again = await world.d.press(answer, 'Share in the channel', { user: 'bob', locale: 'en-US' });
    expect((await again.followup(0)).content).toBe('This answer is shared already.');
    expect(world.d.botMessages.filter(({ content }) => content.includes('공유한 답변입니다'))).toHaveLength(1);
  });
});

describe('feedback', () => {
  it('is thanked for, in the language of the member', async () => {
    const answer = await ask();
    expect((await shown(await world.d.press(answer, '👍', ENGLISH))).content).toBe('Thank you for your feedback.');
    expect((await shown(await world.d.press(answer, '👍', KOREAN))).content).toBe('의견을 보내 주셔서 감사합니다.');
  });

  it('against an answer asks for the reason', async () => {
    const press = await world.d.press(await ask(), '👎', KOREAN);
    expect((await press.ack()).type).toBe(9);
    const thanks = await shown(await world.d.submitModal(press, { reason: '오래된 기사입니다.' }));
    expect(thanks.content).toBe('의견을 보내 주셔서 감사합니다.');
    expect(thanks.isEphemeral).toBe(true);
  });

  it('needs no reason, and takes one of 500 characters', async () => {
    const answer = await ask();
    for (const reason of ['', '가'.repeat(500)]) {
      const press = await world.d.press(answer, '👎', KOREAN);
      expect((await shown(await world.d.submitModal(press, { reason }))).content).toContain('감사합니다');
    }
  });
});

describe('an article that changes after the answer', () => {
  it('is indexed by itself; the button says that the words are gone, or the article', async () => {
    const answer = await ask();
    const path = join(articles, ARTICLE);
    const updated = () => world.bot.waitForLog(/"by":"watch"/);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(SENTENCE, '투자 계획을 접었다'));
    await updated();
    const changed = await shown(await world.d.press(answer, '[1] 원문 보기', KOREAN));
    expect(changed.content).toContain('답변 이후 수정된 기사입니다.');
    expect(changed.embeds[0]?.description).not.toContain(SENTENCE);
    rmSync(path);
    await expect
      .poll(async () => (await shown(await world.d.press(answer, '[1] 원문 보기', ENGLISH))).content, { timeout: PATIENCE })
      .toContain('left the index');
    cpSync(join('articles', ARTICLE), path);
  });
});
