import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_SENTENCE } from '../../src/text/sentence-length.ts';
import { collapseSpaces } from '../../src/text/normalize.ts';
import { answerText, LONGEST_TEXT, type WordedAnswer } from '../../src/wording/answer-text.ts';
import { en } from '../../src/wording/en.ts';
import { ko } from '../../src/wording/ko.ts';

const answer = (overrides: Partial<WordedAnswer>): WordedAnswer => ({
  ...{ kind: 'answered', reason: null, details: null, language: 'ko', citations: [], difference: null, nearest: [], topic: null },
  ...overrides,
});
const cited = (...quotes: string[]) => quotes.map((quote, index) => ({ number: index + 1, quote, date: null }));
const NO_DETAILS = { dates: null, name: null };
/** A sentence of so many characters. */
const sentence = (length: number, letter = '가') => `${letter.repeat(length - 1)}.`;

describe('the text of an answer', () => {
  it('is its quotes, each with its number', () => {
    expect(answerText(answer({ citations: cited('등대가 켜졌다.', '배가\n 돌아왔다.') }))).toBe(
      '등대가 켜졌다. [1]\n배가 돌아왔다. [2]',
    );
  });

  it('begins with a warning when it may not answer', () => {
    expect(answerText(answer({ kind: 'unsure', citations: cited('등대가 켜졌다.') }))).toBe(`${ko.unsure}\n등대가 켜졌다. [1]`);
    expect(answerText(answer({ kind: 'unsure', language: 'en', citations: cited('It was lit.') }))).toBe(
      `${en.unsure}\nIt was lit. [1]`,
    );
  });

  it('says that the articles differ, before the quotes', () => {
    const citations = [
      { number: 1, quote: '등대는 12곳이다.', date: '2024-03-05' },
      { number: 2, quote: '등대는 10곳이다.', date: null },
    ];
    const difference = {
      kind: 'number' as const,
      values: [
        { citation: 1, value: '12곳' },
        { citation: 2, value: '10곳' },
      ],
    };
    expect(answerText(answer({ citations, difference })).split('\n')[0]).toBe(
      '기사마다 수치가 다릅니다: 2024. 3. 5. 기사 12곳 [1], 10곳 [2]',
    );
    expect(answerText(answer({ citations, difference, language: 'en' })).split('\n')[0]).toBe(
      'The articles give different figures: 12곳 (5 Mar 2024) [1], 10곳 [2]',
    );
  });

  it('names what was not found', () => {
    const unanswered = (rest: Partial<WordedAnswer>) => answerText(answer({ kind: 'unanswered', ...rest }));
    expect(unanswered({ reason: 'unknown-name', details: { dates: null, name: '솔섬' } })).toBe(
      '기사에는 ‘솔섬’이라는 말이 나오지 않습니다.',
    );
    expect(unanswered({ reason: 'unknown-name', details: { dates: null, name: '바다' } })).toContain('‘바다’라는');
    const dates = { first: '2024-03-01', last: '2024-06-30' };
    expect(unanswered({ reason: 'outside-dates', details: { dates, name: null } })).toBe(
      '그 시기의 기사가 없습니다. 2024. 3. 1.~6. 30. 기사만 있습니다.',
    );
    expect(unanswered({ reason: 'outside-dates', details: { dates: { ...dates, last: '2025-01-02' }, name: null } })).toContain(
      '2024. 3. 1.~2025. 1. 2. 기사',
    );
  });

  it('says why there is none, and names the nearest articles', () => {
    const nearest = [{ title: '솔섬  등대' }, { title: '가'.repeat(200) }];
    expect(answerText(answer({ kind: 'unanswered', reason: 'not-in-articles', nearest })).split('\n')).toEqual([
      ...[ko.unanswered['not-in-articles'](NO_DETAILS), ko.nearest, '- 솔섬 등대', `- ${'가'.repeat(79)}…`],
    ]);
    expect(answerText(answer({ kind: 'unanswered', reason: 'no-articles', language: 'en' }))).toBe(
      en.unanswered['no-articles'](NO_DETAILS),
    );
  });

  it('of small talk says what the bot is for', () => {
    expect(answerText(answer({ kind: 'chat', topic: 'thanks' }))).toBe(ko.chat.thanks);
    expect(answerText(answer({ kind: 'chat', topic: 'help', language: 'en' }))).toBe(en.chat.help);
  });
});

describe('a text that would be too long', () => {
  it('shows a quote to the last of its sentences that fits', () => {
    const quote = [sentence(300, '가'), sentence(300, '나'), sentence(300, '다')].join(' ');
    expect(answerText(answer({ citations: cited(quote) }))).toBe(`${sentence(300, '가')} ${sentence(300, '나')} [1]`);
  });

  it('leaves out a quote of which nothing fits, and shows the next one that does', () => {
    const citations = cited(sentence(390, '가'), sentence(390, '나'), sentence(200, '다'));
    expect(answerText(answer({ citations }))).toBe(`${sentence(390, '가')} [1]\n${sentence(200, '다')} [3]`);
  });

  const anySentence = fc
    .tuple(fc.integer({ min: 2, max: LONGEST_SENTENCE }), fc.constantFrom('가', 'a', '😀', '가 '))
    .map(([length, letter]) => {
      return sentence(Math.ceil(length / letter.length), letter).slice(-length);
    });
  const quotes = fc.array(fc.array(anySentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  const titles = fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 20 });

  it('is never longer than the limit, and every line ends where a sentence does', () => {
    fc.assert(
      fc.property(quotes, fc.constantFrom('answered', 'unsure'), fc.constantFrom('ko', 'en'), (sentences, kind, language) => {
        const citations = cited(...sentences.map((each) => each.join('\n')));
        const text = answerText(answer({ kind, language, citations }));
        expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
        const lines = text.split('\n').slice(kind === 'unsure' ? 1 : 0);
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) {
          const [, shown = '', number = ''] = /^(.*) \[(\d+)\]$/.exec(line) ?? [];
          const whole = sentences[Number(number) - 1] ?? [];
          expect(whole.map((_, count) => collapseSpaces(whole.slice(0, count + 1).join('\n')))).toContain(shown);
        }
      }),
    );
  });

  it('is never longer than the limit whatever the titles', () => {
    fc.assert(
      fc.property(titles, fc.constantFrom('ko', 'en'), (all, language) => {
        const nearest = all.map((title) => ({ title }));
        expect(answerText(answer({ kind: 'unanswered', language, nearest })).length).toBeLessThanOrEqual(LONGEST_TEXT);
      }),
    );
  });

  it('shows everything that the chooser of sentences can choose', () => {
    // Three sentences of 600 characters together are three quotes or one.
    for (const language of ['ko', 'en'] as const) {
      const three = [sentence(400), sentence(100), sentence(100)];
      const text = answerText(answer({ kind: 'unsure', language, citations: cited(...three) }));
      for (const each of three) expect(text).toContain(each);
      expect(answerText(answer({ kind: 'unsure', language, citations: cited(three.join('\n')) }))).toContain(three.join(' '));
    }
  });
});
