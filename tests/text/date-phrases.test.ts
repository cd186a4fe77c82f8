import { describe, expect, it } from 'vitest';
import { findPeriod } from '../../src/text/date-phrases.ts';

/** A Tuesday. */
const TODAY = '2024-03-12';

describe('findPeriod', () => {
  it.each([
    ['오늘 기사', '2024-03-12', '2024-03-12'],
    ['어제 나온 뉴스', '2024-03-11', '2024-03-11'],
    ['이번 주 소식', '2024-03-11', '2024-03-17'],
    ['지난주 기사에서', '2024-03-04', '2024-03-10'],
    ['저번주 뉴스', '2024-03-04', '2024-03-10'],
    ['이번 달 기사', '2024-03-01', '2024-03-31'],
    ['지난달 보도', '2024-02-01', '2024-02-29'],
    ['올해 기사', '2024-01-01', '2024-12-31'],
    ['작년 기사', '2023-01-01', '2023-12-31'],
    ['작년 3분기 기사', '2023-07-01', '2023-09-30'],
    ['지난해 하반기에 나온 기사', '2023-07-01', '2023-12-31'],
    ['올해 초 기사', '2024-01-01', '2024-03-31'],
    ['작년 말에 보도된 소식', '2023-10-01', '2023-12-31'],
    ['2018년 기사', '2018-01-01', '2018-12-31'],
    ['2018년 2월에 실린 기사', '2018-02-01', '2018-02-28'],
    ['2018년 2월 9일 기사', '2018-02-09', '2018-02-09'],
    ['3월 이후 기사', '2024-03-01', null],
    ['12월 기사', '2023-12-01', '2023-12-31'],
    ['2020년 이전 기사', null, '2019-12-31'],
    ['2020년까지 나온 기사', null, '2020-12-31'],
    ['2018년부터 2020년까지 나온 기사', '2018-01-01', '2020-12-31'],
    ['지난 30일 기사', '2024-02-11', '2024-03-12'],
    ['최근 한 달 기사', '2024-02-12', '2024-03-12'],
    ['최근 일주일간 뉴스', '2024-03-05', '2024-03-12'],
    ['articles since March', '2024-03-01', null],
    ['news from last week', '2024-03-04', '2024-03-10'],
    ['articles published in 2018', '2018-01-01', '2018-12-31'],
    ['articles from before 2019', null, '2018-12-31'],
    ['stories from March 2018', '2018-03-01', '2018-03-31'],
    ['news of the last 30 days', '2024-02-11', '2024-03-12'],
    ['articles published between March and May 2020', '2020-03-01', '2020-05-31'],
    ['reports from Q3 2019', '2019-07-01', '2019-09-30'],
    ["yesterday's news", '2024-03-11', '2024-03-11'],
  ])('reads %s as a filter', (question, since, until) => {
    expect(findPeriod(question, TODAY)).toMatchObject({ since, until, use: 'filter' });
  });

  it.each([
    '2018년 평창 올림픽은 언제 열렸나요?',
    '2023년에 투자한 금액은?',
    '작년 매출은 얼마인가요?',
    '작년에 쓴 돈은?',
    '올해 나온 제품은 무엇인가요?',
    '지난 두 달 동안 삭제된 상품은 몇 개인가?',
    '작년 매출 보도는 사실인가요?',
    'What happened in 2018?',
    'How much was invested last year?',
  ])('only prefers the days of what may be a fact: %s', (question) => {
    expect(findPeriod(question, TODAY)?.use).toBe('prefer');
  });

  it.each([
    '최근 기사',
    '알리바바 소식은?',
    'May I ask who founded it?',
    '3분기 실적',
    '13월 기사',
    '2018년 2월 30일 기사',
    '5일간 열린 행사',
    '',
  ])('finds no period in %j', (question) => {
    expect(findPeriod(question, TODAY)).toBeNull();
  });

  it('takes the phrase and the words about publication out of the question, the case of names kept', () => {
    expect(findPeriod('지난주 기사에서 알리바바는 무엇을 했나요?', TODAY)).toMatchObject({
      phrase: '지난주',
      rest: '알리바바는 무엇을 했나요?',
    });
    expect(findPeriod('지난달 알리바바 소식은?', TODAY)).toMatchObject({ use: 'filter', rest: '알리바바' });
    expect(findPeriod('Articles since March about Jack Ma', TODAY)).toMatchObject({
      phrase: 'since March',
      rest: 'about Jack Ma',
    });
  });
});
