import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/articles/decode.ts';
import { visibleLine, visibleText } from '../../src/articles/lines.ts';
import { findPeriod } from '../../src/text/date-phrases.ts';
import { cleanCharacters, foldText } from '../../src/text/normalize.ts';
import { findNumbers } from '../../src/text/numbers.ts';
import { analyzeQuestion } from '../../src/text/question.ts';
import { hashQuote } from '../../src/text/quote-hash.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { mixedText } from '../support/mixed-text.ts';
import { holds, propertiesHeld } from './properties/holds.ts';

const LONGEST_SENTENCE = 400;
/** Any code units, halves of characters too. */
const units = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 60 });
const anyText = fc.oneof(units, fc.string({ unit: 'binary', maxLength: 60 }), mixedText);

describe('G7: sentences', () => {
  it('cover every text in order, trimmed and within the limit', () => {
    holds(
      fc.property(mixedText, (text) => {
        let from = 0;
        for (const span of splitSentences(text)) {
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(text.slice(from, span.start).trim()).toBe('');
          const sentence = text.slice(span.start, span.end);
          expect(sentence).toBe(sentence.trim());
          expect(sentence.length).toBeGreaterThan(0);
          expect(sentence.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
          expect(sentence).not.toMatch(/[\n\r\u2028\u2029]/u);
          from = span.end;
        }
        expect(text.slice(from).trim()).toBe('');
      }),
    );
  });

  it('of a well-formed text are well-formed', () => {
    const long = fc.string({ unit: fc.constantFrom('😀', '👨‍👩‍👧', '가', 'e\u0301', 'a', ' '), minLength: 300, maxLength: 900 });
    holds(
      fc.property(fc.oneof(long, mixedText), (text) => {
        fc.pre(text.isWellFormed());
        for (const { start, end } of splitSentences(text)) expect(text.slice(start, end).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('G7: characters', () => {
  it('are well-formed UTF-16 whatever comes in, and clean once and for all', () => {
    holds(
      fc.property(anyText, (text) => {
        const cleaned = cleanCharacters(text);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleanCharacters(cleaned)).toBe(cleaned);
      }),
    );
  });

  it('of an article are visible once and for all, composed and without a control character', () => {
    holds(
      fc.property(anyText, (text) => {
        const visible = visibleText(text.toWellFormed());
        expect(visibleText(visible)).toBe(visible);
        expect(visible.normalize('NFC')).toBe(visible);
        expect(visible).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202E\uFEFF]/u);
        expect(visibleLine(visibleLine(text))).toBe(visibleLine(text));
      }),
    );
  });

  it('are compared in one form, whatever form they come in', () => {
    const composed = fc.string({ unit: fc.constantFrom(...Array.from('가각힣ㄱAéñ１２Ａ㈜ⅣﬁÅ ')), maxLength: 30 });
    holds(
      fc.property(composed, (text) => {
        const folded = foldText(text);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(foldText(text.normalize(form))).toBe(folded);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });
});

describe('G7: decoding', () => {
  const common = fc.constantFrom(...Array.from('가나다라고기는다도를에의이서시한하 ,.0123456789\n'));
  const hangul = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
  const korean = fc.array(fc.oneof({ weight: 9, arbitrary: common }, { weight: 1, arbitrary: hangul }), {
    minLength: 30,
    maxLength: 120,
  });

  it('gives back any text in UTF-8', () => {
    holds(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\u0000-\u001F\uFEFF]/.test(text));
        expect(decodeText(Buffer.from(text)).text).toBe(text);
      }),
    );
  });

  it('gives back Korean text in CP949 and in UTF-16 of both orders, with and without a mark', () => {
    holds(
      fc.property(korean, fc.constantFrom('cp949', 'utf16le', 'utf16be'), fc.boolean(), (characters, encoding, addBOM) => {
        const content = `항구에 배가 들어온다. ${characters.join('')}`;
        expect(decodeText(iconv.encode(content, encoding, { addBOM })).text).toBe(content);
      }),
    );
  });
});

describe('G7: what a question says', () => {
  const words = fc.constantFrom(
    ...'언제 몇 누구 무엇인가요? 는 이 1만명 "「 2024년 3월 지난주 기사 what is the 가나 １２ 얼마'.split(' '),
  );
  const question = fc.oneof(
    anyText,
    fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
  );

  it('is read from any text, well-formed and without repetition', () => {
    holds(
      fc.property(question, (text) => {
        const { terms, contentTerms, lastTerms, stems } = analyzeQuestion(text);
        expect(new Set(contentTerms).size).toBe(contentTerms.length);
        expect(new Set(lastTerms).size).toBe(lastTerms.length);
        for (const each of [...terms, ...contentTerms, ...lastTerms, ...stems]) {
          expect(each).not.toBe('');
          expect(each.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('of time never ends before it begins', () => {
    const time = fc.constantFrom(
      ...'지난 주 달 올해 작년 2018년 2020년 3월 11월 2월 이후 이전 기사 최근 30 두 일 년 부터 까지 사이 초 말 상반기 3분기'.split(
        ' ',
      ),
      ...'last week year between March and November 2020 2018 since before until the past 3 months in Q3 early'.split(' '),
      '2020년부터',
      '2018년까지',
      '11월부터',
      '2월까지',
    );
    const today = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    holds(
      fc.property(fc.array(time, { maxLength: 8 }), today, (parts, date) => {
        const found = findPeriod(parts.join(' '), date.toISOString().slice(0, 10));
        for (const each of [found?.since, found?.until]) expect(each ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (found?.since && found.until) expect(found.since <= found.until, found.phrase).toBe(true);
      }),
    );
  });
});

describe('G7: numbers', () => {
  const valuesIn = (text: string) => findNumbers(text).map(({ value }) => value);

  it('are the same however they are written', () => {
    const digit = fc.integer({ min: 1, max: 9 });
    holds(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        digit,
        fc.constantFrom(['조', '억'], ['억', '만']),
        (high, tenth, [large, small]) => {
          const unit = large === '조' ? 1e12 : 1e8;
          const value = Number((high * unit + tenth * 0.1 * unit).toPrecision(15));
          const forms = [
            `${high}.${tenth}${large}`,
            `${high}${large}${tenth}000${small}`,
            `${high}${large} ${tenth}000${small}`,
            `${high}${large}${tenth}천${small}`,
            `${high}${large} ${tenth}천${small}`,
            value.toLocaleString('en'),
            String(value),
          ];
          for (const form of forms) expect(valuesIn(form), form).toEqual([value]);
        },
      ),
    );
  });

  it('are found in any text in order, without overlap', () => {
    const texts = fc.string({ unit: fc.constantFrom(...Array.from('0123456789,. 십백천만억조경여명가화a')), maxLength: 100 });
    holds(
      fc.property(texts, (text) => {
        let end = 0;
        for (const mention of findNumbers(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.value).not.toBeNaN();
          end = mention.end;
        }
      }),
    );
  });
});

describe('G7: the hash of a quote', () => {
  it('is the same for the same words and another for others', () => {
    holds(
      fc.property(anyText, anyText, (one, other) => {
        expect(hashQuote(one)).toMatch(/^[\da-f]{16}$/);
        expect(hashQuote(one) === hashQuote(other)).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });
});

it('G7: every property of a text was tried', () => {
  expect(propertiesHeld()).toBe(12);
});
