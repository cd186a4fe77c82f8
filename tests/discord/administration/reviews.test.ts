import { describe, expect, it } from 'vitest';
import { feedbackMessage, type ShownFeedback } from '../../../src/discord/administration/feedback.ts';
import { gapsMessage } from '../../../src/discord/administration/gaps.ts';
import { numberedPage } from '../../../src/discord/administration/store-page.ts';
import type { Page, PageRequest } from '../../../src/store/page.ts';

const HOSTILE = '@everyone <@&1> **굵게** [누르기](https://evil.example) || ';
const stored =
  (count: number) =>
  ({ limit }: PageRequest): Promise<Page<number>> =>
    Promise.resolve({
      entries: Array.from({ length: Math.min(limit, count) }, (_, index) => index + 1),
      next: limit < count ? 7 : null,
    });

function descriptionOf(embeds: unknown): string {
  return (JSON.parse(JSON.stringify(embeds)) as { description: string }[])[0]?.description ?? '';
}

describe('a page of what the store keeps', () => {
  it.each([
    [1, { entries: [1, 2, 3, 4, 5], number: 1, hasNext: true }],
    [3, { entries: [11, 12], number: 3, hasNext: false }],
    [9, { entries: [11, 12], number: 3, hasNext: false }],
    [-2, { entries: [1, 2, 3, 4, 5], number: 1, hasNext: true }],
    [Number.NaN, { entries: [1, 2, 3, 4, 5], number: 1, hasNext: true }],
  ])('%d of twelve entries', async (wanted, page) => {
    expect(await numberedPage(stored(12), wanted)).toEqual(page);
  });

  it('is the first of none', async () => {
    expect(await numberedPage(stored(0), 4)).toEqual({ entries: [], number: 1, hasNext: false });
  });

  it('has an end, whatever number is asked for', async () => {
    const { number, hasNext } = await numberedPage(stored(1_000_000), 999_999_999);
    expect([number, hasNext]).toEqual([100, false]);
  });
});

describe('gaps', () => {
  const gap = { id: 'abc', count: 1_200, first: 0, last: 1_700_000_000_000, example: `${HOSTILE}솔섬은 어디입니까?` };

  it('show the question, how often and when, and can be taken off', () => {
    const { content, embeds, components } = gapsMessage({ entries: [gap], number: 1, hasNext: false }, { isKept: true }, 'ko');
    expect(content).toBe('**답을 찾지 못한 질문**');
    expect(descriptionOf(embeds)).toContain('1,200회 · <t:1700000000:R>');
    expect(descriptionOf(embeds)).not.toMatch(/@everyone|<@&1>|\]\(https/);
    expect(JSON.stringify(components)).toContain('"value":"abc"');
    expect(JSON.stringify(components)).not.toContain('gaps-page');
  });

  it('are counted on over the pages', () => {
    const { content, embeds, components } = gapsMessage({ entries: [gap], number: 3, hasNext: true }, { isKept: true }, 'en');
    expect(content).toContain('Page 3');
    expect(descriptionOf(embeds)).toMatch(/^11\. /);
    expect(JSON.stringify(components)).toMatch(/gaps-page:2.*gaps-page:4/);
  });

  it('say so when questions are not kept', () => {
    expect(gapsMessage({ entries: [], number: 1, hasNext: false }, { isKept: false }, 'ko').content).toContain(
      'KEEP_QUESTIONS=on',
    );
    expect(gapsMessage({ entries: [], number: 1, hasNext: false }, { isKept: true }, 'en').content).toBe(
      'There are no questions without an answer.',
    );
  });
});

describe('feedback', () => {
  const vote: ShownFeedback = {
    ...{
      answer: 'a',
      member: '1',
      rating: 'down',
      reason: '오래된 기사입니다.',
      created: 1_700_000_000_000,
      question: '언제입니까?',
    },
    titles: ['첫째', '둘째', '셋째'],
  };

  it('shows the vote, when, the question, the reason and what was cited', () => {
    const { embeds } = feedbackMessage({ entries: [vote], number: 1, hasNext: false }, 'ko');
    expect(descriptionOf(embeds)).toBe(
      '👎 <t:1700000000:R>\n**질문** 언제입니까?\n**이유** 오래된 기사입니다.\n-# 인용한 기사: 첫째, 둘째 외 1건',
    );
  });

  it('leaves out what is not known', () => {
    const entries = [{ ...vote, rating: 'up' as const, reason: null, question: null, titles: null }];
    expect(descriptionOf(feedbackMessage({ entries, number: 1, hasNext: false }, 'en').embeds)).toBe(
      '👍 <t:1700000000:R>\n-# The answer is no longer stored.',
    );
  });

  it('fits into an embed, whatever members write', () => {
    const long = HOSTILE.repeat(30);
    const entries = Array.from({ length: 5 }, () => ({ ...vote, reason: long, question: long, titles: [long, long, long] }));
    const description = descriptionOf(feedbackMessage({ entries, number: 1, hasNext: true }, 'ko').embeds);
    expect(description.length).toBeLessThanOrEqual(4_096);
    expect(description).not.toMatch(/@everyone|<@&1>|\]\(https/);
  });

  it('says so when there is none', () => {
    expect(feedbackMessage({ entries: [], number: 1, hasNext: false }, 'ko').content).toBe('아직 의견이 없습니다.');
  });
});
