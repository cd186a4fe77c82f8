import { describe, expect, it } from 'vitest';
import { analyzeQuestion, type AnalyzedQuestion } from '../../src/text/question.ts';
import { growth, untilEnd } from '../support/growth.ts';

describe('the stems of a question', () => {
  it('are its words without question words, requests and particles', () => {
    expect(analyzeQuestion('서울시는 언제 도서관을 열었나요?').stems.slice(0, 2)).toEqual(['서울시', '도서관']);
    expect(analyzeQuestion('등대지기에 대해 알려 주세요').stems).toEqual(['등대지기']);
    expect(analyzeQuestion('누가 다리를 설계했나요?').stems).not.toContain('누가');
  });

  it('leave out English question words', () => {
    expect(analyzeQuestion('What did the mayor of Busan announce?').stems).toEqual(['mayor', 'busan', 'announce']);
  });

  it('are none when the question only asks', () => {
    expect(analyzeQuestion('무엇인가요?').stems).toEqual([]);
    expect(analyzeQuestion('무엇인가요?').contentTerms.length).toBeGreaterThan(0);
  });
});

describe('what a question asks for', () => {
  it.each([
    ['도서관은 언제 열었나요?', 'date'],
    ['개관한 날짜는?', 'date'],
    ['When was the library opened?', 'date'],
    ['참가자는 몇 명인가요?', 'number'],
    ['How many people came?', 'number'],
    ['비용은 얼마인가요?', 'money'],
    ['책의 제목은 무엇인가요?', 'name'],
  ] as const)('%s a %s', (question, kind) => {
    expect(analyzeQuestion(question).asked[kind]).toBe(true);
  });

  it('includes the units that may follow the number', () => {
    expect(analyzeQuestion('참가자는 몇 명인가요?').asked.units).toEqual(expect.arrayContaining(['명', '인', '사람']));
    expect(analyzeQuestion('몇 퍼센트 올랐나요?').asked.units).toContain('%');
    expect(analyzeQuestion('누가 왔나요?').asked.units).toEqual([]);
  });

  it('is nothing special in a plain question', () => {
    expect(analyzeQuestion('누가 다리를 놓았나요?').asked).toMatchObject({ date: false, number: false, money: false, units: [] });
  });
});

describe('a question', () => {
  it('is Korean when it holds Hangul', () => {
    expect(analyzeQuestion('KTX는?').korean).toBe(true);
    expect(analyzeQuestion('KTX?').korean).toBe(false);
  });

  it('gives the values of its numbers', () => {
    expect(analyzeQuestion('１조2000억 원을 97만 7151명이?').numbers).toEqual(new Set(['1200000000000', '977151']));
  });

  it('gives the same whatever its normalisation form and width', () => {
    const question = '서울시는 2024년 GDP를 언제 발표했나요?';
    const analyzed: Partial<AnalyzedQuestion> = analyzeQuestion(question);
    delete analyzed.text;
    for (const form of [question.normalize('NFD'), question.replace('2024', '２０２４').replace('GDP', 'ＧＤＰ')]) {
      expect(analyzeQuestion(form)).toMatchObject(analyzed);
    }
  });

  it.each(['것이라고', '무엇인가요', '이라고라고', '몇 ', '가나다', '있었다고', '날은', '?', '1만'])(
    'of many %s ends',
    (piece) => {
      for (const question of [piece.repeat(2_000), `것${piece.repeat(2_000)}x`, `${piece.repeat(40)}x`]) {
        untilEnd(() => analyzeQuestion(question));
      }
    },
  );

  it.each(['가나다 ', '것이라고 ', '몇 명 ', '1만 '])('is taken apart in linear time: %s', (piece) => {
    expect(growth(analyzeQuestion, (length) => piece.repeat(length / piece.length))).toBeLessThan(32);
  });
});

describe('a question what a thing is', () => {
  it.each([
    '코리안페이는 무엇인가요?',
    '코리안페이가 뭔가요?',
    '코리안페이가 뭐야',
    '둥번훙은 누구야?',
    '코리안페이란?',
    'What is gisabot?',
  ])('is recognised: %s', (text) => {
    expect(analyzeQuestion(text).asked.definition).toBe(true);
  });

  it.each(['둥번훙의 직책은 무엇인가요?', '코리안페이는 언제 나오나요?', '간담회는 어디서 열렸나요?'])(
    'is told from others: %s',
    (text) => {
      expect(analyzeQuestion(text).asked.definition).toBe(false);
    },
  );

  it.each([
    ['레이 장은 누구예요?', ['레이', '장'], true],
    ['레이 장이 누구야?', ['레이', '장'], true],
    ['마윈은 누구에요', ['마윈'], true],
    ['그건 뭐예요?', ['그건'], true],
    ['프랑스의 수도는 무엇인가요?', ['프랑스', '수도'], false],
  ])('%s asks what one thing, or who one person, is', (text, stems, definition) => {
    const question = analyzeQuestion(text);
    expect({ stems: question.stems, definition: question.asked.definition }).toEqual({ stems, definition });
  });
});
