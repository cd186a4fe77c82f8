import { describe, expect, it } from 'vitest';
import { searchFor } from '../../src/app/understanding.ts';

const TODAY = '2024-03-12';

describe('what is searched for a question', () => {
  it('is what is left of it, in the articles of the days it speaks of', () => {
    expect(searchFor('지난주 기사에서 등대는 언제 열렸나?', undefined, TODAY)).toEqual({
      text: '등대는 언제 열렸나?',
      filter: { since: '2024-03-04', until: '2024-03-10' },
      prefer: null,
      period: { since: '2024-03-04', until: '2024-03-10', phrase: '지난주' },
    });
  });

  it('is all of it where nothing else is left', () => {
    expect(searchFor('지난주 뉴스 알려줘', undefined, TODAY).text).toBe('지난주 뉴스 알려줘');
  });

  it('is all of it in all articles where the days belong to the fact', () => {
    expect(searchFor('2018년 올림픽은 어디에서 열렸나?', undefined, TODAY)).toEqual({
      text: '2018년 올림픽은 어디에서 열렸나?',
      filter: undefined,
      prefer: { since: '2018-01-01', until: '2018-12-31' },
      period: null,
    });
  });

  it('keeps the rest of a filter, and days that were chosen beside the question', () => {
    const sources = ['a.md'];
    expect(searchFor('3월 이후 기사에서 등대는?', { sources }, TODAY).filter).toEqual({ sources, since: '2024-03-01' });
    const chosen = { until: '2020-01-01' };
    expect(searchFor('3월 이후 기사에서 등대는?', chosen, TODAY)).toMatchObject({ filter: chosen, period: null });
  });
});
