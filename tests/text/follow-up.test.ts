import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveFollowUp } from '../../src/text/follow-up.ts';
import { growth, untilEnd } from '../support/growth.ts';
import { sharedPath } from '../support/shared.ts';

const KORQUAD = sharedPath('eval/KorQuAD_v1.0_dev.json');
const LIBRARY = '한빛시는 2024년 3월에 도서관을 열었나요?';
const FAIR = '가온 나무박람회 마스코트 이름이 뭐야?';
const FESTIVAL = 'When does the lantern festival in Sol Harbor open?';

describe('a question that continues the one before', () => {
  it.each([
    ['그럼 예산은?', LIBRARY, '한빛시 2024년 3월 도서관 예산은?'],
    ['그건 언제야?', LIBRARY, '한빛시 2024년 3월 도서관 언제야?'],
    ['그곳 면적은 얼마나 돼?', LIBRARY, '한빛시 2024년 3월 도서관 면적은 얼마나 돼?'],
    ['장소는?', FAIR, '가온 나무박람회 마스코트 장소는?'],
    ['언제 열려?', FAIR, '가온 나무박람회 마스코트 언제 열려?'],
    ['누가 만들었어?', FAIR, '가온 나무박람회 마스코트 누가 만들었어?'],
    ['참가자는 몇 명이야?', FAIR, '가온 나무박람회 마스코트 참가자는 몇 명이야?'],
    ['두 번째는?', FAIR, '가온 나무박람회 마스코트 이름 두번째는?'],
    ['왜?', FAIR, '가온 나무박람회 마스코트 왜?'],
    ['그리고 입장권은 얼마야?', FAIR, '가온 나무박람회 마스코트 입장권은 얼마야?'],
    ['그 사람은 어떤 직책이야?', '박람회 홍보를 맡은 보람 씨는 누구인가요?', '박람회 홍보 보람 씨는 어떤 직책이야?'],
    ['Where is it held?', FESTIVAL, 'lantern festival Sol Harbor Where is held?'],
    ['And the price?', FESTIVAL, 'lantern festival Sol Harbor the price?'],
    ['What about the second one?', FESTIVAL, 'lantern festival Sol Harbor the second one?'],
    ['Why?', FESTIVAL, 'lantern festival Sol Harbor Why?'],
    ['Who organizes it?', FESTIVAL, 'lantern festival Sol Harbor Who organizes'],
    ['How much does it cost?', FESTIVAL, 'lantern festival Sol Harbor How much does cost?'],
  ])('takes its subject: %s', (question, previous, expected) => {
    expect(resolveFollowUp(question, previous).question).toBe(expected);
  });

  it('says what it took, words that stood together as one, dates apart', () => {
    expect(resolveFollowUp('그럼 예산은?', '한빛시 새 도서관은 2024년 3월에 열었나요?').inherited).toEqual([
      '한빛시 새 도서관',
      '2024년 3월',
    ]);
    expect(resolveFollowUp('And the price?', FESTIVAL).inherited).toEqual(['lantern festival', 'Sol Harbor']);
  });

  it('drops what was asked for before, unless nothing else is asked', () => {
    expect(resolveFollowUp('슬로건은?', FAIR).inherited).toEqual(['가온 나무박람회 마스코트']);
    expect(resolveFollowUp('더 자세히 알려줘', FAIR).inherited).toEqual(['가온 나무박람회 마스코트 이름']);
  });

  it.each([
    ['2023년에는?', LIBRARY, '2023년 한빛시는 도서관을 열었나요?'],
    ['그럼 가람시는?', LIBRARY, '가람시 2024년 3월에 도서관을 열었나요?'],
    ['그럼 2022년 예산은?', LIBRARY, '한빛시 도서관 2022년 예산은?'],
  ])('replaces what it names itself: %s', (question, previous, expected) => {
    expect(resolveFollowUp(question, previous).question).toBe(expected);
  });

  it('does not take a word twice', () => {
    expect(resolveFollowUp('그 도서관 예산은?', LIBRARY).question).toBe('한빛시 2024년 3월 도서관 예산은?');
  });

  it('goes on in a chain with the same subject', () => {
    const second = resolveFollowUp('예산은?', LIBRARY);
    const third = resolveFollowUp('그럼 장소는?', second.question);
    expect(third.inherited).toEqual(['한빛시', '2024년 3월', '도서관']);
  });

  it('takes a few words at most', () => {
    const long = Array.from({ length: 40 }, (_, index) => `이름${index}번`).join(' ');
    expect(resolveFollowUp('그건 왜?', `${long} 무엇인가요?`).question.split(' ')).toHaveLength(9);
  });
});

describe('a question that stands alone', () => {
  it.each([
    '달빛페이는?',
    '정약전은 누구야?',
    '가람시 예산은 얼마야?',
    '등대는 언제 켜졌나요?',
    '토요일은 도서관이 문을 여나요?',
    '이 회장은 누구를 만났나요?',
    '김종일은 누구야?',
    '바나나?',
    '나무박람회 마스코트 이름이 뭐야?',
    '보람 씨가 그의 스승에게 보낸 편지는 언제 발견되었나요?',
    '등대가 켜진 뒤 그 섬에 살던 사람들은 어디로 갔나요?',
    '그럼 한빛시가 가람시에 빌려준 소방차는 몇 대야?',
    '혹시 섬마을 빵집이 어디에 있는지 알려줘',
    '안녕',
    '고마워요',
    '네',
    '북한 인구 조사 방식은?',
    'IT 회사가 많은 곳은?',
    'What is gisabot?',
    'Who is Einstein?',
    'Is there a mascot for the games?',
    'How many people live in Busan?',
    'What did Alibaba say it would invest in Korea?',
    'Which company that makes boats moved to Ulsan?',
    'What does IT stand for in Busan?',
    'And how did the harbor museum in Busan pay for its new ship?',
    'Thanks',
    '?!',
    '',
  ])('inherits nothing: %s', (question) => {
    for (const previous of [LIBRARY, FAIR, FESTIVAL]) {
      expect(resolveFollowUp(question, previous)).toEqual({ question, inherited: [] });
    }
  });

  it.each(['', '?', '그건 뭐야?', '언제?', '어떻게?'])('is one that follows nothing: after "%s"', (previous) => {
    expect(resolveFollowUp('그럼 언제야?', previous)).toEqual({ question: '그럼 언제야?', inherited: [] });
  });

  it.skipIf(KORQUAD === undefined)('is nearly every question that people wrote for whole articles', () => {
    const korquad: unknown = JSON.parse(readFileSync(KORQUAD ?? '', 'utf8'));
    const questions = [...JSON.stringify(korquad).matchAll(/"question":"((?:[^"\\]|\\.)*)"/gu)].map(([, text = '']) => text);
    expect(questions.length).toBeGreaterThan(5_000);
    const continuing = questions.filter((question) => resolveFollowUp(question, LIBRARY).inherited.length > 0);
    // Most of these do point at something their authors left out ("그는 …", "이 법안은 …").
    expect(continuing.length / questions.length).toBeLessThan(0.007);
    expect(
      continuing.filter((question) => !/(?:^|\s)(?:그|이|그는|그의|그가|해당|이것의)\s/u.test(question)).length,
    ).toBeLessThan(8);
  });
});

describe('any two texts', () => {
  it('give a question, and are left as they are when nothing is inherited', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('그럼건은예산 언제?2024년and it?')), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), text, (question, previous) => {
        const resolved = resolveFollowUp(question, previous);
        if (resolved.inherited.length === 0) expect(resolved.question).toBe(question);
        for (const phrase of resolved.inherited) expect(phrase).not.toBe('');
      }),
    );
  });

  it.each(['그럼 ', '그건', '는이가', 'and ', '있었다고', '열린', '1만 '])('of many %s end', (piece) => {
    for (const text of [piece.repeat(2_000), `x${piece.repeat(2_000)}x`]) untilEnd(() => resolveFollowUp(text, text));
  });

  it.each(['가나다 ', '그럼 ', '예산은 ', '가나다'])('are compared in linear time: %s', (piece) => {
    expect(
      growth(
        (text) => resolveFollowUp(text, '등대는?'),
        (length) => piece.repeat(length / piece.length),
      ),
    ).toBeLessThan(32);
  });
});
