import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, groupRepetitions, repeats } from '../../src/answer/near-identical.ts';

const isRepeated = (text: string, other: string) => repeats(fingerprintOf(text), fingerprintOf(other));
const WIRE =
  '솔섬 등대가 다시 켜졌다. 시는 지난해 여름 태풍으로 꺼진 등대를 열두 달 만에 고쳤다고 밝혔다. 어민들은 밤에도 배를 낼 수 있게 됐다며 반겼다.';

const MORE = `${WIRE} 시장은 다음 달에 잔치를 연다고 덧붙였다. 전기 설비도 모두 새것으로 바꿨다.`;

describe('a text repeats another', () => {
  it('when they differ in spacing, punctuation or a word', () => {
    expect(isRepeated(WIRE, WIRE.replaceAll(' ', ''))).toBe(true);
    expect(isRepeated(WIRE, WIRE.replaceAll('.', ' ·'))).toBe(true);
    expect(isRepeated(WIRE, WIRE.replace('반겼다', '기뻐했다'))).toBe(true);
  });

  it('when the other holds it, but not when it says more', () => {
    expect(isRepeated(WIRE, MORE)).toBe(true);
    expect(isRepeated(MORE, WIRE)).toBe(false);
  });

  it('not when they merely share a subject', () => {
    expect(isRepeated(WIRE, '솔섬 등대가 내년에 문을 닫는다. 시는 배가 줄어 등대를 지킬 사람이 없다고 설명했다.')).toBe(false);
  });

  it('not when a number differs: it may be the correction', () => {
    const counted = (count: number) => `${WIRE} 고치는 데 ${count}억 원이 들었다.`;
    expect(isRepeated(counted(3), counted(3))).toBe(true);
    expect(isRepeated(counted(3), counted(5))).toBe(false);
  });

  it('always when it is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('가', '나', '다', ' ', '1', '2') }), (text) => isRepeated(text, text)),
    );
  });
});

describe('items in groups', () => {
  it('stand with the first that says the same, in order, and what says more stands alone', () => {
    expect(groupRepetitions([WIRE, '빵이 익었다.', `${WIRE} `, MORE, '비가 왔다.'], (text) => text)).toEqual([
      [WIRE, `${WIRE} `],
      ['빵이 익었다.'],
      [MORE],
      ['비가 왔다.'],
    ]);
  });
});
