import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASK, maskPrivateData } from '../../src/text/private-data.ts';
import { growth } from '../support/growth.ts';

const NUMBERS = {
  'a mobile number': ['010-1234-5678', '010 1234 5678', '01012345678', '010.1234.5678', '010 - 1234 - 5678', '011-234-5678'],
  'a mobile number in brackets': ['(010) 1234-5678', '010)1234-5678'],
  'a landline number': [
    '02-123-4567',
    '02) 1234-5678',
    '0212345678',
    '031-123-4567',
    '(051)123-4567',
    '02-12345678',
    '021234-5678',
  ],
  'an internet or safe number': ['070-1234-5678', '0505-123-4567', '050-1234-5678', '080-123-4567'],
  'an international number': [
    '+82 10-1234-5678',
    '+82-10-1234-5678',
    '+821012345678',
    '+82 (0)10 1234 5678',
    '+82 2 123 4567',
    '0082-10-1234-5678',
    '82-10-1234-5678',
    '821012345678',
  ],
  'a resident registration number': ['900101-1234567', '900101 - 1234567', '9001011234567', '900101 1234567', '051231-4123456'],
  "a foreigner's registration number": ['900101-5234567', '9001016234567'],
  'a card number': ['1234-5678-9012-3456', '1234 5678 9012 3456', '4111111111111111', '3782-822463-10005', '378282246310005'],
  'an account number': [
    '110-123-456789',
    '123456-78-901234',
    '3333-01-1234567',
    '301-1234-5678-91',
    '계좌번호: 110123456789',
    '계좌 110 123 456789',
    'account 1002123456789',
  ],
  'full-width digits and dashes': ['０１０－１２３４－５６７８', '010–1234–5678', '010\u30001234\u00a05678'],
};
const EXAMPLES = Object.entries(NUMBERS).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const));
const DIGIT = /[\d０-９]/u;

describe('masking private data', () => {
  it.each(EXAMPLES)('masks every digit of %s: %s', (_, number) => {
    expect(maskPrivateData(number)).not.toMatch(DIGIT);
    expect(maskPrivateData(`제 번호는${number}입니다. 2024년`)).toMatch(/^제 번호는[^\d]*입니다\. 2024년$/u);
    expect(maskPrivateData(`전화 ${number}, 1,200원`)).toMatch(/^전화 [^\d]*, 1,200원$/u);
  });

  it.each([
    ['010-1234-5678로 연락 주세요', '███-████-████로 연락 주세요'],
    ['900101-1****** 입니다', '██████-█****** 입니다'],
    ['hong.gil+news@mail.example.co.kr로', '████.███+████@████.███████.██.██로'],
    ['ｈｏｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', '████＠███████．███'],
    ['😀010-1234-5678😀', '😀███-████-████😀'],
    ['hong@example.com010-1234-5678', '████@███████.██████-████-████'],
    ['•010-1234-5678', '•███-████-████'],
    ['010-1111-2222 010-3333-4444', '███-████-████ ███-████-████'],
  ])('keeps everything else in place: %s', (text, masked) => {
    expect(maskPrivateData(text)).toBe(masked);
  });

  it.each([
    '2024년 3월 5일, 2024-03-05, 2024. 3. 5., 2024.03.05 15:30, 20240305, 03/05/2024',
    '2018-2019, 2018 2019 2020 2021, 1592-1598, 2016-2017-2018-2019',
    '12,345,678,900원 1234567890원 1,200만 원 $1,234.56 3.14159265358979',
    '기사 0014567890, AKR20240305012345678, https://example.com/article/001/0014567890?id=0212345678',
    '제2024-0123-45678호, 제123-45-678901호, 2024-0305-001234, 사건 2024고단1234, 제 2024-12호',
    'ISBN 978-89-364-3412-0, 1588-1234, 119, 1000000000000000원',
    '25-23-25-20, 2-1, 3대 2, 37.5665 126.9780, 010, 0.1234',
    '2024030512345678, 2024-03-05 12:34:56, 1700000000000',
    '@everyone, a@b, 홍길동@서울',
    '',
  ])('leaves alone: %s', (text) => {
    expect(maskPrivateData(text)).toBe(text);
  });

  const pieces = fc.constantFrom(
    ...EXAMPLES.map(([, text]) => text),
    ...[
      '-',
      ' ',
      '.',
      '0',
      '8',
      '2024',
      '2018 2019 2020 2021',
      '계좌',
      '제',
      '호',
      '원',
      '(',
      '+82',
      '/',
      ',',
      'a@b.cd',
      '가',
      '*',
      MASK,
      '\n',
      '😀',
      '\ud800',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789-- .)+82010@ab')) }),
    fc.string({ unit: 'binary' }),
  );

  it('masks twice what it masks once, letter for letter, and changes nothing else', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const masked = maskPrivateData(text);
        expect(maskPrivateData(masked)).toBe(masked);
        expect(masked).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++) if (masked[at] !== MASK) expect(masked[at]).toBe(text[at]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('masks a number in any surroundings that are not part of a number', () => {
    const words = fc.constantFrom('', '문의 ', '번호가', '「', ': ', '저는 2024년에 ', '\n');
    const numbers = fc.constantFrom(...Object.values(NUMBERS).flat());
    fc.assert(
      fc.property(words, numbers, fc.constantFrom('', '입니다', ' 끝', '」', '?', '\n'), (before, number, after) => {
        const digits = (maskPrivateData(before + number + after).match(/\d/gu) ?? []).join('');
        expect(digits).toBe((before.match(/\d/gu) ?? []).join(''));
      }),
    );
  });

  it.each(['0', '010-', '1234-', '1 ', 'a', 'a@', 'a.', '@a.', '계좌 ', '+82', '900101-', '2018 ', '-'])(
    'takes time in proportion to a text of "%s" again and again',
    (piece) => {
      expect(growth(maskPrivateData, (length) => piece.repeat(length / piece.length), 16_000)).toBeLessThan(32);
    },
  );
});
