import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emphasize, shorten, terminalColumns, wrapText } from '../../src/cli/layout.ts';
import { columnsOf } from '../../src/text/shape.ts';
import { fakeTerminal } from './terminal.ts';

describe('wrapped text', () => {
  it('breaks between words, Hangul being two columns wide', () => {
    expect(wrapText('가나다 라마 바사아자', 12)).toBe('가나다 라마\n바사아자');
  });

  it('cuts a word that is wider than the terminal', () => {
    expect(wrapText('가나다라마바사', 6)).toBe('가나다\n라마바\n사');
  });

  it('indents every line but the first', () => {
    expect(wrapText('one two three', 7, 2)).toBe('one\n  two\n  three');
  });

  it('stays as it is in a file or a pipe', () => {
    const text = '가 '.repeat(500);
    expect(wrapText(text, undefined)).toBe(text);
  });

  it('is never wider than the terminal and loses no character', () => {
    const texts = fc.string({ unit: fc.constantFrom('가', 'a', '1', ' ', ',', '「', '😀'), maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 120 }), fc.integer({ min: 0, max: 6 }), (text, columns, indent) => {
        const wrapped = wrapText(text, columns, indent);
        for (const line of wrapped.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(wrapped.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('a shortened text', () => {
  it('ends with … where something is missing', () => {
    expect(shorten('가나다라', 8)).toBe('가나다라');
    expect(shorten('가나다라', 7)).toBe('가나다…');
    expect(shorten('가나 다라', 6)).toBe('가나…');
  });

  it('does not cut a character in two', () => {
    expect(shorten('😀😀😀', 4)).toBe('😀…');
  });
});

describe('the terminal', () => {
  it('has columns only when it is one', () => {
    expect(terminalColumns(fakeTerminal({ columns: 80 }).stream)).toBe(80);
    expect(terminalColumns(fakeTerminal({ isTTY: false }).stream)).toBeUndefined();
  });

  it('gets emphasis only where it has colours', () => {
    expect(emphasize('x', 'bold', fakeTerminal({}).stream)).toBe('\x1b[1mx\x1b[0m');
    expect(emphasize('x', 'bold', fakeTerminal({ colours: false }).stream)).toBe('x');
    expect(emphasize('x', 'bold', fakeTerminal({ isTTY: false }).stream)).toBe('x');
  });
});
