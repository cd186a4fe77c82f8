import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labels, shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';

const QUESTION = '알리익스프레스는 한국 지식재산권 보호에 얼마를 투자하나요?';
const SENTENCE = '앞으로 3년간 100억 원을 투자한다';
let world: World;

beforeAll(async () => {
  world = await startWorld({ env: { DISCORD_GUILD_ID: '' } });
});
afterEach(() => {
  world.d.assertClean();
});
afterAll(async () => {
  await world.stop();
});

const KOREAN = { user: 'bob', locale: 'ko' };
const ENGLISH = { user: 'alice', locale: 'en-US' };

describe('/ask', () => {
  it('answers with the sentence, its number, its source and a button for each citation', async () => {
    const interaction = await world.d.slash('ask', { question: QUESTION }, KOREAN);
    expect((await interaction.ack()).type).toBe(5);
    const answer = await shown(interaction);
    expect(answer.isEphemeral).toBe(false);
    expect(answer.content).toContain(`**질문** ${QUESTION}`);
    expect(answer.content).toMatch(new RegExp(`^> .*${SENTENCE}.* \\*\\*\\[1\\]\\*\\*$`, 'm'));
    expect(answer.content).toMatch(/^-# \[1\].*「.+」, 『기사봇 자료실』, 2023\. 12\. 6\.$/m);
    expect(labels(world.d, answer)).toEqual(['[1] 원문 보기', '[2] 원문 보기', '👍', '👎']);
  });

  it('answers an English question in English, in a Korean server with Korean buttons', async () => {
    const question = { question: 'How much does AliExpress invest in intellectual property protection in Korea?' };
    const answer = await shown(await world.d.slash('ask', question, ENGLISH));
    expect(answer.content).toMatch(/^-# \[1\].*“.+”, 기사봇 자료실, 6 Dec 2023$/m);
    expect(labels(world.d, answer)[0]).toBe('[1] 원문 보기');
  });

  it.each([
    [KOREAN, '[1] 원문 보기', '채널에 공유'],
    [ENGLISH, '[1] Passage', 'Share in the channel'],
  ])('answers in private, in the language of %o', async (who, passage, share) => {
    const answer = await shown(await world.d.slash('ask', { question: QUESTION, private: true }, who));
    expect(answer.isEphemeral).toBe(true);
    expect(labels(world.d, answer)).toEqual(expect.arrayContaining([passage, share]));
  });

  it('D12: works in a direct message, private or not', async () => {
    for (const values of [{ question: QUESTION }, { question: QUESTION, private: true }]) {
      const answer = await shown(await world.d.slash('ask', values, { ...KOREAN, channel: 'dm:bob' }));
      expect(answer.content).toContain(SENTENCE);
    }
  });

  it('searches in one article, chosen from suggestions by title', async () => {
    const choices = await world.d.autocomplete('ask', { question: QUESTION, source: '강원동계청소년올림픽' }, KOREAN);
    expect(choices.length).toBeGreaterThan(0);
    expect(choices[0]?.name).toContain('강원 동계청소년올림픽');
    const source = choices[0]?.value;
    const answer = await shown(
      await world.d.slash('ask', { question: '어디에서 기자간담회를 열었나요?', source: String(source) }, KOREAN),
    );
    expect(answer.content).toMatch(/「강원 동계청소년올림픽[^」]*」/);
    expect(answer.content.match(/^-# /gm)).toHaveLength(1);
  });

  it('takes a typed title that was not chosen', async () => {
    const answer = await shown(
      await world.d.slash('ask', { question: '누가 참석했나요?', source: '강원 동계청소년올림픽' }, KOREAN),
    );
    expect(answer.content).toMatch(/「강원 동계청소년올림픽/);
  });

  it('searches in a period', async () => {
    const within = await shown(
      await world.d.slash('ask', { question: '마윈은 누구인가요?', since: '2020', until: '2020-12' }, KOREAN),
    );
    expect(within.content).toContain('2020. 3. 13.');
    expect(within.content).not.toMatch(/2015|2018\. 1/);
  });

  it.each([
    [{ question: QUESTION, source: '없는 기사 제목' }, KOREAN, /맞는 기사를 찾지 못했습니다/],
    [{ question: QUESTION, source: 'no such title' }, ENGLISH, /No article fits “no such title”/],
    [{ question: QUESTION, since: '어제쯤' }, KOREAN, /날짜를 읽을 수 없습니다/],
    [{ question: QUESTION, since: '2024', until: '2023' }, ENGLISH, /comes after the last/],
    [{ question: '\u3164\u200b \u115f' }, KOREAN, /질문이 비어 있습니다/],
    [{ question: '?!' }, ENGLISH, /The question is empty/],
  ])('D2: explains what is wrong with %o, in private', async (options, who, text) => {
    const answer = await shown(await world.d.slash('ask', options, who));
    expect(answer.content).toMatch(text);
    expect(answer.isEphemeral).toBe(true);
  });

  it('refuses with the nearest articles as buttons, and shows the nearest sentences when asked to', async () => {
    const refusal = await shown(await world.d.slash('ask', { question: '토성의 고리는 몇 개인가요?' }, KOREAN));
    expect(refusal.content).toContain('기사에는 ‘토성’이라는 말이 나오지 않습니다.');
    expect(refusal.content).not.toMatch(/^>/m);
    const buttons = labels(world.d, refusal);
    expect(buttons.length).toBeGreaterThan(1);
    const passage = await shown(await world.d.press(refusal, buttons[0] ?? ''));
    expect(passage.embeds[0]?.description).toContain('**');
    const closest = await shown(await world.d.press(refusal, '가까운 문장 보기', { user: 'alice', locale: 'en-US' }));
    expect(closest.isEphemeral).toBe(true);
    expect(closest.content).toMatch(/⚠️ .*\n> /);
  });

  it('offers to search without the conditions when they leave nothing that surely answers', async () => {
    const refusal = await shown(await world.d.slash('ask', { question: QUESTION, until: '2016' }, KOREAN));
    expect(refusal.content).not.toContain(SENTENCE);
    const wider = await shown(await world.d.press(refusal, '조건 없이 다시 찾기'));
    expect(wider.content).toContain(SENTENCE);
  });
});

describe('“Answer this”', () => {
  it('answers what somebody wrote', async () => {
    const post = world.d.sendMessage('다들 안녕하세요. 코리안페이는 무엇인가요? 오늘 처음 들었습니다.', { user: 'alice' });
    const answer = await shown(await world.d.messageCommand('Answer this', post, KOREAN));
    expect(answer.content).toContain('**질문** 코리안페이는 무엇인가요?');
    expect(answer.content).toContain('한국판 알리페이');
  });

  it('is called 이 글에 답하기 in Korean', () => {
    const names = (locale: string) => world.d.visibleCommands({ user: 'bob', locale }).map(({ name }) => name);
    expect(names('ko')).toEqual(expect.arrayContaining(['질문', '이 글에 답하기']));
    expect(names('en-US')).toEqual(expect.arrayContaining(['ask', 'Answer this']));
  });
});
