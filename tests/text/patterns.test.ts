import { describe, expect, it } from 'vitest';
import { datesIn, holdsCount, holdsMoney, quotedIn } from '../../src/text/patterns.ts';
import { growth } from '../support/growth.ts';

describe('dates', () => {
  it.each([
    ['2018년 1월 30일에', ['2018년', '1월30일']],
    ['2018년1월 30일에', ['2018년', '1월30일']],
    ['지난해 가을과 올해', ['지난해', '올해']],
    ['19세기', ['19세기']],
    ['in march 2024', ['march', '2024']],
    ['2024.3.5', ['2024.3']],
  ])('are found in %s', (text, dates) => {
    expect(datesIn(text)).toEqual(new Set(dates));
  });

  it.each(['아무 날도 아니다', '3명', '5일간', '12345'])('are not found in %s', (text) => {
    expect(datesIn(text)).toEqual(new Set());
  });
});

describe('money', () => {
  it.each(['100억 원', '5000원', '3천만원', '2달러', '$ 40', '₩5', '12 euros', 'cost 3 dollars', '840 pounds', '£840'])(
    'is found in %s',
    (text) => {
      expect(holdsMoney(text)).toBe(true);
    },
  );

  it.each(['3명', '원래', '백 원', 'wonder'])('is not found in %s', (text) => {
    expect(holdsMoney(text)).toBe(false);
  });
});

describe('quoted wording', () => {
  it('is what stands in quotation marks and title brackets', () => {
    expect(quotedIn('그는 "왜" 『긴 책』과 ‘짧은 글’을')).toEqual(new Set(['왜', '긴 책', '짧은 글']));
  });

  it('ends in its line and is not long', () => {
    expect(quotedIn(`"가\n나" "${'가'.repeat(61)}"`)).toEqual(new Set());
  });
});

describe('a count', () => {
  it('is a number directly before a unit', () => {
    expect(holdsCount('모두 25명이다', ['명'], new Set())).toBe(true);
    expect(holdsCount('모두 1만2천여 명이다', ['명'], new Set())).toBe(true);
    expect(holdsCount('25개의 문', ['명'], new Set())).toBe(false);
    expect(holdsCount('사람 25', ['명'], new Set())).toBe(false);
  });

  it('is not a number that the question gave', () => {
    expect(holdsCount('25명이다', ['명'], new Set(['25']))).toBe(false);
    expect(holdsCount('25명 가운데 3명', ['명'], new Set(['25']))).toBe(true);
  });
});

describe('looking for them', () => {
  const searches: [string, (text: string) => unknown][] = [
    ['dates', datesIn],
    ['money', holdsMoney],
    ['quoted wording', quotedIn],
    ['a count', (text) => holdsCount(text, ['명'], new Set())],
  ];
  const texts: [string, string][] = [
    ['digits', '1'],
    ['days', '1일'],
    ['a day and a long word', '가'],
    ['commas', '1,'],
    ['spaces', ' '],
    ['quotation marks', '"'],
    ['brackets', '「가'],
    ['units', '3천만 '],
  ];
  it.each(searches.flatMap(([name, search]) => texts.map(([kind, piece]) => [name, kind, search, piece] as const)))(
    'for %s takes linear time in %s',
    (_, __, search, piece) => {
      expect(growth(search, (length) => `1일${piece.repeat(length / piece.length)}`)).toBeLessThan(32);
    },
  );
});
