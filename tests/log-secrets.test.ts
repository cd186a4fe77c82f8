import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masking, type Log } from '../src/log.ts';
import { lineOf, logged, TOKEN } from './support/log.ts';

describe('a secret', () => {
  it.each([
    [
      'a message',
      (log: Log) => {
        log.info(`login with ${TOKEN} failed`);
      },
    ],
    [
      'a field',
      (log: Log) => {
        log.info({ headers: { authorization: `Bot ${TOKEN}` } }, 'x');
      },
    ],
    [
      "a field's name",
      (log: Log) => {
        log.info({ [TOKEN]: 1 }, 'x');
      },
    ],
    [
      "a child's field",
      (log: Log) => {
        log.child({ token: TOKEN }).info('x');
      },
    ],
    [
      'an error, its stack and its cause',
      (log: Log) => {
        log.error({ error: new Error(TOKEN, { cause: new Error(TOKEN) }) }, 'x');
      },
    ],
    [
      'an address',
      (log: Log) => {
        log.info({ url: `https://example.org/?key=${encodeURIComponent(TOKEN)}` }, 'x');
      },
    ],
    [
      'JSON within JSON',
      (log: Log) => {
        log.info(JSON.stringify(JSON.stringify({ token: TOKEN })));
      },
    ],
  ])('is replaced in %s', (_, write) => {
    const lines = logged(write);
    expect(lines.join('')).toContain('[secret]');
    expect(lines.join('')).not.toContain('nobody');
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('is replaced without the word in front of it, too', () => {
    expect(
      logged(
        (log) => {
          log.info(TOKEN);
        },
        { secrets: [`Bot ${TOKEN}`] },
      ).join(''),
    ).not.toContain('nobody');
  });

  it('is replaced as a whole when another secret is its beginning', () => {
    const line = lineOf(
      (log) => {
        log.info(`${TOKEN}-more`);
      },
      { secrets: [TOKEN, `${TOKEN}-more`] },
    );
    expect(line['msg']).toBe('[secret]');
  });

  it('is replaced in what is written past the log, which keeps its lines', () => {
    expect(masking([TOKEN])(`error: ${TOKEN}\n  at login`)).toBe('error: [secret]\n  at login');
  });

  it('that is empty or a placeholder leaves the lines as they are', () => {
    expect(
      lineOf(
        (log) => {
          log.info('none at all');
        },
        { secrets: ['', 'none'] },
      )['msg'],
    ).toBe('none at all');
  });

  const percent = (text: string) => Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const forms: ((text: string) => string)[] = [
    (text) => text,
    encodeURIComponent,
    (text) => encodeURIComponent(encodeURIComponent(text)),
    percent,
    (text) => percent(text).toUpperCase(),
    (text) => new URLSearchParams({ text }).toString().slice('text='.length),
    (text) => JSON.stringify(text),
    (text) => JSON.stringify(JSON.stringify(text)),
    (text) =>
      text
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
  ];

  it('is replaced in every form between any texts, and the line stays JSON', () => {
    const anyText = fc.string({
      unit: fc.oneof(fc.constantFrom('\\', '"', '%', '\n', 'u'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
    });
    // A hash sign at both ends: a secret cannot then turn up by chance in what surrounds it.
    const secret = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }).map((text) => `#7Q${text.trim()}Z#`);
    fc.assert(
      fc.property(secret, fc.constantFrom(...forms), anyText, anyText, (hidden, form, before, after) => {
        const line = lineOf(
          (log) => {
            log.info(`${before}${form(hidden)}${after}`);
          },
          { secrets: [hidden] },
        );
        expect(line['msg']).toContain('[secret]');
        expect(line['msg']).not.toContain(form(hidden));
      }),
      { numRuns: 500 },
    );
  });

  it('is looked for in linear time', () => {
    const text = '\\'.repeat(200_000);
    expect(
      lineOf((log) => {
        log.info(text);
      })['msg'],
    ).toHaveLength(200_000);
  });
});
