import { describe, expect, it } from 'vitest';
import { quantitiesAsked } from '../../src/text/quantities-asked.ts';
import { analyzeQuestion } from '../../src/text/question.ts';

const found = (text: string, question: string) =>
  quantitiesAsked(text, analyzeQuestion(question).asked).map((quantity) => [quantity.text, quantity.parts.join('-')]);

describe('what a text gives for the quantity asked', () => {
  it('is the numbers before the unit asked for', () => {
    expect(found('직원 1,200명이 3개 도시에서 일한다.', '직원은 몇 명인가요?')).toEqual([['1,200명', '1200']]);
  });

  it('is the amounts of money when money is asked', () => {
    expect(found('3년간 100억 원과 5만 달러를 들인다.', '비용은 얼마인가요?')).toEqual([
      ['100억 원', '10000000000'],
      ['5만 달러', '50000'],
    ]);
  });

  it('is the dates when a date is asked, as exact as they are', () => {
    expect(found('2024년 5월 3일에 시작해 6월에 끝난다.', '언제 열리나요?')).toEqual([
      ['2024년 5월 3일', '2024-5-3'],
      ['6월', '-6-'],
    ]);
  });

  it('is nothing when no quantity is asked', () => {
    expect(found('2024년에 100명이 왔다.', '누가 왔나요?')).toEqual([]);
  });

  it('stands in the text as it is', () => {
    expect(found('비용은 １００억 원이다.', '비용은 얼마인가요?')).toEqual([['１００억 원', '10000000000']]);
  });
});
