import { describe, expect, it } from 'vitest';
import { ko } from '../../../src/wording/ko.ts';
import { answerMessages, type AnswerView } from '../../../src/discord/ask/answer-message.ts';

const source = {
  source: 'a.md',
  title: '제목',
  publisher: '매체',
  date: '2024-01-04',
  url: 'https://example.org/1',
  highlight: null,
};
const citation = (number: number, quote: string, changes = {}) => ({
  ...source,
  number,
  quote,
  start: 0,
  end: quote.length,
  chunk: 'c',
  also: [],
  ...changes,
});

function view(answer: Partial<AnswerView['answer']> = {}, changes: Partial<AnswerView> = {}): AnswerView {
  return {
    answer: {
      kind: 'answered',
      reason: null,
      details: null,
      difference: null,
      language: 'ko',
      citations: [citation(1, '첫 문장이다.')],
      nearest: [],
      inherited: [],
      ...{ corrected: null, period: null, topic: null },
      ...answer,
    },
    ...{ id: 'abcdefghijkl', language: 'ko', question: null, isPrivate: false, isFiltered: false },
    ...changes,
  };
}
const texts = (given: AnswerView) => answerMessages(given).map(({ content }) => content);
const ids = (given: AnswerView) =>
  answerMessages(given).flatMap(({ components = [] }) =>
    components.flatMap((row) => row.components.map((each) => ('custom_id' in each ? each.custom_id : ''))),
  );

describe('an answer', () => {
  it('says how the question was read, above the answer', () => {
    const period = { since: '2024-03-04', until: '2024-03-10', phrase: '지난주' };
    const [text] = texts(view({ corrected: '등대는?', period }));
    expect(text?.split('\n').slice(0, 2)).toEqual(['-# 다음으로 찾았습니다: 등대는?', '-# 기간: 2024. 3. 4.~3. 10.']);
  });

  it('says below a quote what its dates mean', () => {
    const resolved = [{ phrase: '지난 5일', date: '2024-01-05' }];
    const [text] = texts(view({ citations: [citation(1, '지난 5일 열렸다.', { resolved })] }));
    expect(text?.split('\n').slice(0, 2)).toEqual(['> 지난 5일 열렸다. **[1]**', '-# 지난 5일 = 2024. 1. 5.']);
  });

  it('answers small talk by its topic', () => {
    expect(texts(view({ kind: 'chat', topic: 'thanks', citations: [] }))[0]).toBe(ko.chat.thanks);
  });

  it('quotes with numbers, and names each article once with its address', () => {
    const citations = [
      citation(1, '첫 문장이다.'),
      citation(2, '둘째다.'),
      citation(3, '셋째다.', { source: 'b.md', title: '다른 제목', url: null }),
    ];
    expect(texts(view({ citations }))).toEqual([
      [
        '> 첫 문장이다. **[1]**\n',
        '> 둘째다. **[2]**\n',
        '> 셋째다. **[3]**',
        '-# [1][2] [「제목」, 『매체』, 2024. 1. 4.](<https://example.org/1>)',
        '-# [3] 「다른 제목」, 『매체』, 2024. 1. 4.',
      ].join('\n'),
    ]);
  });

  it('sets in bold what surely answers', () => {
    expect(texts(view({ citations: [citation(1, '대회는 1월 4일에 열렸다.', { highlight: '1월 4일' })] }))[0]).toContain(
      '> 대회는 **1월 4일**에 열렸다. **[1]**',
    );
  });

  it('repeats the question and what was carried over where nobody sees them', () => {
    const [text] = texts(view({ inherited: ['서울시', '2024년 3월'] }, { question: '그럼 *예산*은?' }));
    expect(text).toMatch(/^\*\*질문\*\* 그럼 \\\*예산\\\*은\?\n-# 이어받음: 서울시 · 2024년 3월\n> /);
  });

  it('warns when it is not sure', () => {
    expect(texts(view({ kind: 'unsure' }))[0]).toMatch(/^⚠️ .+\n> /);
    expect(texts(view({ kind: 'unsure', language: 'en' }))[0]).toMatch(/^⚠️ The articles may not answer/);
  });

  it('names what two articles say differently, and where the same words stand', () => {
    const place = { source: 'c.md', title: '같은 *기사*', publisher: null, date: '2024-01-05', url: null };
    const citations = [citation(1, '참가자는 30명이다.'), citation(2, '참가자는 20명이다.', { source: 'b.md', also: [place] })];
    const difference = {
      kind: 'number' as const,
      values: [
        { citation: 1, value: '30명' },
        { citation: 2, value: '20명' },
      ],
    };
    const [text = ''] = texts(view({ citations, difference }));
    expect(text).toMatch(/^⚖️ .*30명 \[1\], .*20명 \[2\]\n> /);
    expect(text).toContain('-# 같은 내용: 「같은 \\*기사\\*」, 2024. 1. 5.');
  });

  it('has a button for each citation and for the feedback, and can be shared when it is private', () => {
    expect(ids(view())).toEqual(['cite:abcdefghijkl:1', 'good:abcdefghijkl', 'bad:abcdefghijkl']);
    expect(ids(view({}, { isPrivate: true }))).toContain('share:abcdefghijkl');
  });

  it('has no buttons when it could not be stored', () => {
    expect(ids(view({}, { id: null }))).toEqual([]);
  });

  it('that is none names the nearest articles and offers their passages', () => {
    const refusal = view(
      { kind: 'unanswered', reason: 'not-in-articles', citations: [], nearest: [citation(1, '가까운 문장.')] },
      { isFiltered: true },
    );
    expect(texts(refusal)[0]).toBe(
      '기사에서 답을 찾지 못했습니다.\n가까운 기사:\n- [「제목」, 『매체』, 2024. 1. 4.](<https://example.org/1>)',
    );
    expect(ids(refusal)).toEqual(['cite:abcdefghijkl:1', 'closest:abcdefghijkl', 'widen:abcdefghijkl']);
  });

  it('that is too long for one message goes on in the next, with the buttons under the last', () => {
    const citations = [1, 2, 3].map((number) => citation(number, `${'긴 문장이 이어진다. '.repeat(90)}끝.`));
    const messages = answerMessages(view({ citations }));
    expect(messages.length).toBeGreaterThan(1);
    for (const { content = '' } of messages) expect(content.length).toBeLessThanOrEqual(2000);
    expect(messages.map(({ components }) => components?.length ?? 0)).toEqual([...messages.slice(1).map(() => 0), 1]);
    const words = (text: string) => text.replace(/[>\s]/g, '');
    expect(words(messages.map(({ content }) => content).join(''))).toContain(words(`${citations[2]?.quote ?? ''} **[3]**`));
  });
});
