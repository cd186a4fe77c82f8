import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectAliases, nameKey } from '../../src/text/aliases.ts';

function pairs(text: string): string[] {
  return collectAliases(text).map(({ name, alias }) => `${name} = ${alias}`);
}

describe('collectAliases', () => {
  it.each([
    ['spellings that sound alike', '행사에서 레이 장(Ray Zhang) 대표가 말했다.', ['레이 장 = Ray Zhang']],
    ['the same the other way round', '대표 Ray Zhang(레이 장)이 말했다.', ['Ray Zhang = 레이 장']],
    ['names of which only the brackets know that they are the same', '마윈(Jack Ma)은 웃었다.', ['마윈 = Jack Ma']],
    ['an abbreviation in another script', '국제올림픽위원회(IOC)가 정했다.', ['국제올림픽위원회 = IOC']],
    ['its full name in brackets', 'IOC(국제올림픽위원회)가 정했다.', ['IOC = 국제올림픽위원회']],
    ['a full name of several words', '국제 올림픽 위원회(IOC)가 정했다.', ['국제 올림픽 위원회 = IOC']],
    ['a Korean abbreviation', '전국경제인연합회(전경련)는 반대했다.', ['전국경제인연합회 = 전경련']],
    ['its full name in brackets', '전경련(전국경제인연합회)은 반대했다.', ['전경련 = 전국경제인연합회']],
    ['initials in English', 'The International Olympic Committee (IOC) met.', ['International Olympic Committee = IOC']],
    ['initials that leave small words out', 'the Department of Defense (DoD) said', ['Department of Defense = DoD']],
    ['initials before their words', 'IOC (International Olympic Committee)', ['IOC = International Olympic Committee']],
    [
      'a name whose first word alone sounds alike',
      '그는 예일 대학교(Yale University)를 나왔다.',
      ['예일 대학교 = Yale University'],
    ],
    ['full-width brackets', '마윈（Jack Ma）은', ['마윈 = Jack Ma']],
    ['a name that is introduced', '국제올림픽위원회(이하 IOC)는', ['국제올림픽위원회 = IOC']],
    ['Hanja that Korean reads otherwise', '마윈(馬雲)은', ['마윈 = 馬雲']],
  ])('finds %s', (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it('finds each of several names in one bracket', () => {
    expect(pairs('둥번훙(董本洪, 크리스 텅·Chris Tung) 책임자')).toEqual([
      '둥번훙 = 董本洪',
      '둥번훙 = Chris Tung',
      '둥번훙 = 크리스 텅',
    ]);
    expect(pairs('아마존웹서비스(AWS·Amazon Web Services)')).toEqual([
      '아마존웹서비스 = AWS',
      '아마존웹서비스 = Amazon Web Services',
    ]);
  });

  it.each([
    ['a number', '직원(100명)이'],
    ['a date', '평창올림픽(2018년 2월)에서'],
    ['a year', '라라랜드(2016)는'],
    ['an age', '김하늘(43)은'],
    ['a code', '하늘전자(005930)는'],
    ['a remark', '그는 갔다(물론 아니다).'],
    ['a remark in English', '안다는 뜻(I know)으로'],
    ['an example', '과일(사과, 배)을'],
    ['a place of an organisation', '하늘전자(서울 강남구)는'],
    ['Hanja that are read as they stand', '반독점법(反獨占法)'],
    ['what follows a verb', '그는 시작했다(Jack Ma).'],
    ['a role', '감독(Jack Ma)은'],
    ['letters that are no initials', 'The committee (IOC) met with a group (ABC).'],
    ['an unclosed bracket', '마윈(Jack Ma 은'],
  ])('takes %s for no name', (_, text) => {
    expect(pairs(text)).toEqual([]);
  });

  it('gives each pair once', () => {
    expect(pairs('마윈(Jack Ma)과 마윈(Jack Ma)')).toEqual(['마윈 = Jack Ma']);
  });

  it('only gives names that stand in the text', () => {
    const piece = fc.constantFrom(
      '마윈',
      '레이 장',
      '(',
      ')',
      'Jack Ma',
      'Ray Zhang',
      ' ',
      ',',
      '·',
      '\n',
      'IOC',
      '국제올림픽위원회',
      '馬雲',
      '은',
      '2018',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        // White space inside a name is that of one space.
        return collectAliases(text).every(({ name, alias }) =>
          [name, alias].every((each) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').includes(each)),
        );
      }),
    );
  });

  it('reads a long text without brackets, and one of brackets alone, in no time worth mentioning', () => {
    expect(pairs('가나다라 '.repeat(50_000))).toEqual([]);
    expect(pairs('(('.repeat(50_000))).toEqual([]);
  });
});

describe('nameKey', () => {
  it('is the same whatever the case, the spacing and the width', () => {
    expect(nameKey('Ray  Zhang')).toBe(nameKey('ｒａｙ-zhang'));
    expect(nameKey('국제 올림픽 위원회')).toBe('국제올림픽위원회');
  });
});
