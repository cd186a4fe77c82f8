import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers, numberValues } from '../../src/text/numbers.ts';

const valuesIn = (text: string) => findNumbers(text).map(({ value }) => value);

describe('the numbers of a text', () => {
  it.each<[string, number[]]>([
    ['7151명', [7151]],
    ['1,200원', [1200]],
    ['3.5%', [3.5]],
    ['12,345,678.9', [12345678.9]],
    ['2024년 3월 5일', [2024, 3, 5]],
    ['3천만 원', [30_000_000]],
    ['3천명이', [3000]],
    ['5백여 명', [500]],
    ['1.2조', [1_200_000_000_000]],
    ['1조2000억', [1_200_000_000_000]],
    ['1조 2000억원', [1_200_000_000_000]],
    ['1조2천억', [1_200_000_000_000]],
    ['1,200,000,000,000', [1_200_000_000_000]],
    ['97만 7151명', [977_151]],
    ['97만7151명', [977_151]],
    ['1만2천500명', [12_500]],
    ['3천500억 원', [350_000_000_000]],
    ['2천5백만', [25_000_000]],
    ['3.3억', [330_000_000]],
  ])('%s', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it.each<[string, number[]]>([
    ['5만 3명', [50_000, 3]],
    ['1.2조 97만', [1_200_000_000_000, 970_000]],
    ['3만 5만', [30_000, 50_000]],
    ['2천2000', [2000, 2000]],
    ['3천 500', [3000, 500]],
    ['12,34', [12, 34]],
    ['1,2345', [1, 2345]],
  ])('%s are several', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it('have no unit where a word only begins like one', () => {
    expect(valuesIn('5백화점에서')).toEqual([5]);
    expect(valuesIn('2천안에서')).toEqual([2]);
  });

  it('stand where their spans say', () => {
    const text = '관객은 97만 7151명, 수입은 1조2000억 원이다.';
    expect(findNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(['97만 7151', '1조2000억']);
  });

  it('have values that do not depend on how they are written', () => {
    for (const text of ['1조2000억', '1.2조', '1조 2천억', '1,200,000,000,000'])
      expect(numberValues(text)).toEqual(new Set(['1200000000000']));
  });

  it('are found in groups of ten thousand as they are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1000, max: 9999 }),
        (high, middle, low) => {
          const value = high * 1e8 + middle * 1e4 + low;
          expect(valuesIn(`${high > 0 ? `${high}억` : ''}${middle}만${low}`)).toEqual([value]);
          expect(valuesIn(`${high > 0 ? `${high}억 ` : ''}${middle}만 ${low}`)).toEqual([value]);
          expect(valuesIn(value.toLocaleString('en'))).toEqual([value]);
        },
      ),
    );
  });

  it('are exact up to 2^53', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(valuesIn(String(value))).toEqual([value]);
      }),
    );
  });
});
