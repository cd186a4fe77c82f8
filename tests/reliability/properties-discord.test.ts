import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerMessages } from '../../src/discord/ask/answer-message.ts';
import { passageMessage } from '../../src/discord/ask/passage-message.ts';
import { customId, parseCustomId } from '../../src/discord/custom-id.ts';
import { displayText } from '../../src/discord/render/markdown-escape.ts';
import { blockQuote, bold, plainLine, plainText, shorten, sourceLink, withBold } from '../../src/discord/render/markdown.ts';
import { splitMessage } from '../../src/discord/render/split.ts';
import { markdownText } from '../discord/render/markdown-text.ts';
import { markupOf, RAW_MENTION, visibleText } from '../discord/render/visible-text.ts';
import { hitOf } from '../support/hits.ts';
import { displayFaults } from './bad-articles/display.ts';
import { holds, propertiesHeld } from './properties/holds.ts';

const withoutSpaces = (shown: string): string => shown.replace(/\s+/gu, '');

describe('G7: text of others', () => {
  it('looks as it is, with no mention and no markup left in it', () => {
    holds(
      fc.property(markdownText, (text) => {
        const markdown = plainText(text);
        expect(visibleText(markdown)).toBe(displayText(text));
        expect(markupOf(markdown)).toEqual([]);
        expect(markdown).not.toMatch(RAW_MENTION);
        expect(markdown.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is no mention either where a part of it is bold or it is the label of a link', () => {
    holds(
      fc.property(markdownText, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (text, start, length) => {
        for (const markdown of [withBold(text, { start, end: start + length }), sourceLink(text, 'https://a.example/b')]) {
          expect(markdown).not.toMatch(RAW_MENTION);
          expect(markdown.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

describe('G7: messages', () => {
  const prose = fc.constantFrom('회의는 삼월에 열렸고 모두가 찬성했다.', '2024. 3. 5. ', '“그렇다”고 말했다. ', '😀', '🇰🇷', '가');
  const text = fc.oneof(
    markdownText,
    fc.array(prose, { maxLength: 20 }).map((all) => all.join('')),
  );
  const line = text.map(plainLine);
  const code = fc
    .array(fc.constantFrom('const a = 1;', '  가나다', '\n', '**x**', '> y', '[1]'), { minLength: 1, maxLength: 30 })
    .map((all) => all.join(''));
  const piece = fc.oneof(
    text.map(plainText),
    text.map((each) => blockQuote(plainText(each))),
    line.map((each) => `## 가${each}`),
    line.map(bold),
    line.map((each) => `-# 가${each}`),
    fc.tuple(line, line).map(([one, other]) => blockQuote(`${one} ${bold(other)} ${one}`)),
    line.map((label) => sourceLink(shorten(label, 15), 'https://a.example/b')),
    code.map((each) => `\`\`\`ts\n${each}\n\`\`\``),
  );
  const message = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('\n\n'));

  it('are split within the limit, fences closed, without losing a character', () => {
    holds(
      fc.property(message, fc.integer({ min: 100, max: 400 }), (markdown, limit) => {
        const parts = splitMessage(markdown, limit);
        expect(withoutSpaces(parts.map(visibleText).join('\n'))).toBe(withoutSpaces(visibleText(markdown)));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part).toMatch(/\S/u);
          expect(part.isWellFormed()).toBe(true);
          expect(part).not.toMatch(RAW_MENTION);
          expect((part.match(/^```/gm)?.length ?? 0) % 2).toBe(0);
        }
      }),
    );
  });

  it('of answers and passages keep to the limits of Discord and mention nobody', () => {
    const citation = fc.record({
      title: markdownText,
      quote: fc.array(markdownText, { maxLength: 6 }).map((all) => all.join(' ').slice(0, 1000)),
    });
    holds(
      fc.property(fc.array(citation, { minLength: 1, maxLength: 4 }), markdownText, (cited, question) => {
        const citations = cited.map(({ title, quote }, index) => {
          const place = {
            number: index + 1,
            source: `${index}.md`,
            start: 0,
            end: quote.length,
            chunk: 'k',
            highlight: null,
            also: [],
          };
          return { ...place, title, quote, publisher: title, date: '2024-01-04', url: null };
        });
        const said = { kind: 'answered', reason: null, details: null, language: 'ko', difference: null } as const;
        const answer = { ...said, citations, nearest: [], inherited: [question], corrected: question, period: null, topic: null };
        const shown = { id: 'id', language: 'ko', question, isPrivate: true, isFiltered: false } as const;
        const text = citations[0]?.quote ?? '';
        const passage = {
          article: hitOf(text).chunk.article,
          number: 1,
          of: 2,
          text,
          quote: { start: 1, end: 5 },
          state: 'same',
        } as const;
        const messages = [
          ...answerMessages({ answer, ...shown }),
          passageMessage(passage, 'en', { id: (step) => `x:${step}`, step: 0 }),
        ];
        for (const each of messages) expect(displayFaults(each)).toEqual([]);
      }),
    );
  });
});

describe('G7: custom ids', () => {
  const part = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ019-_가 ')), maxLength: 30 });

  it('are read as they were made, and never longer than 100 characters', () => {
    holds(
      fc.property(part, fc.array(fc.oneof(part, fc.integer()), { maxLength: 5 }), (name, values) => {
        const whole = [name, ...values].join(':');
        if (whole.length > 100) expect(() => customId(name, ...values)).toThrow(RangeError);
        else {
          expect(customId(name, ...values).length).toBeLessThanOrEqual(100);
          expect(parseCustomId(customId(name, ...values))).toEqual({ name, arguments: values.map(String) });
        }
      }),
    );
  });
});

it('G7: every property of a message was tried', () => {
  expect(propertiesHeld()).toBe(5);
});
