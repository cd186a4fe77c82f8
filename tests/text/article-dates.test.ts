import { describe, expect, it } from 'vitest';
import { resolveDates } from '../../src/text/article-dates.ts';

const ARTICLE = '2024-01-05';

describe('resolveDates', () => {
  it.each([
    ['지난 3일 열렸다', '지난 3일', '2024-01-03'],
    ['지난 5일 열렸다', '지난 5일', '2024-01-05'],
    ['지난 28일 열렸다', '지난 28일', '2023-12-28'],
    ['지난 31일 열렸다', '지난 31일', '2023-12-31'],
    ['오는 10일 연다', '오는 10일', '2024-01-10'],
    ['오는 2일 연다', '오는 2일', '2024-02-02'],
    ['지난 3월 시작했다', '지난 3월', '2023-03'],
    ['지난 1월 2일 시작했다', '지난 1월 2일', '2024-01-02'],
    ['오는 3월 1일 시작한다', '오는 3월 1일', '2024-03-01'],
    ['올해 2월 문을 연다', '올해 2월', '2024-02'],
    ['지난해 12월 25일 문을 열었다', '지난해 12월 25일', '2023-12-25'],
    ['내년에 시작한다', '내년', '2025'],
    ['이달 9일까지', '이달 9일', '2024-01-09'],
    ['지난달 20일부터', '지난달 20일', '2023-12-20'],
    ['다음 달 1일부터', '다음 달 1일', '2024-02-01'],
    ['지난달 시작했다', '지난달', '2023-12'],
    ['전날 밝혔다', '전날', '2024-01-04'],
    ['It opened yesterday.', 'yesterday', '2024-01-04'],
    ['It opens next year.', 'next year', '2025'],
  ])('counts %s from the day of the article', (text, phrase, date) => {
    expect(resolveDates(text, ARTICLE)).toEqual([{ phrase, date }]);
  });

  it.each([
    '지난 5일간 열렸다',
    '지난 5일 동안 열렸다',
    '5일 밝혔다',
    '이날 열렸다',
    '지난 40일 열렸다',
    '올해의 인물상까지는 아니다만 전날밤',
  ])('leaves %s open', (text) => {
    expect(resolveDates(text, ARTICLE).filter(({ phrase }) => phrase !== '올해')).toEqual([]);
  });

  it('gives them in the order of the text, each once', () => {
    expect(resolveDates('지난해 시작해 오는 10일 끝난다. 내년 3월에 다시 연다.', ARTICLE).map(({ date }) => date)).toEqual([
      '2023',
      '2024-01-10',
      '2025-03',
    ]);
  });

  it('guesses nothing without the day of the article', () => {
    expect(resolveDates('지난 5일 열렸다', null)).toEqual([]);
  });
});
