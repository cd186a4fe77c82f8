import { describe, expect, it } from 'vitest';
import { blockQuote, bold, plainText, sourceLink } from '../../../src/discord/render/markdown.ts';
import { splitMessage } from '../../../src/discord/render/split.ts';
import { readBlocks } from '../../pictures/markdown-tree.ts';
import { markupOf, visibleText } from './visible-text.ts';

const SENTENCE = '회의는 삼월에 열렸고 모두가 찬성했다.';
const LIMIT = 100;

describe('a split message', () => {
  it('is one part where it fits', () => {
    expect(splitMessage('가'.repeat(2000))).toHaveLength(1);
    expect(splitMessage('가'.repeat(2001))).toHaveLength(2);
  });

  it('has no part where nothing is to be seen', () => {
    expect(splitMessage('')).toEqual([]);
    expect(splitMessage(' \n> \n ')).toEqual([]);
  });

  it('needs a limit with room for what is closed and opened', () => {
    expect(() => splitMessage('가', 99)).toThrow('at least 100');
    expect(() => splitMessage('가', NaN)).toThrow('at least 100');
  });

  it.each([
    ['a paragraph rather than a line', `${'가 '.repeat(30)}\n\n${'나 '.repeat(10)}\n${'다 '.repeat(30)}`, '가'],
    ['a line rather than a sentence', `${'가 '.repeat(30)}\n${SENTENCE} ${'다 '.repeat(40)}`, '가'],
    ['a sentence rather than a word', `${SENTENCE.repeat(1)} ${SENTENCE} ${SENTENCE} ${'다 '.repeat(60)}`, '찬성했다.'],
    ['a word rather than a character', '가나다 '.repeat(60), '가나다'],
  ])('is cut after %s', (_, markdown, ending) => {
    const [first] = splitMessage(markdown, LIMIT);
    expect(first).toMatch(new RegExp(`${ending}$`));
    expect(first!.length).toBeGreaterThanOrEqual(LIMIT / 2);
  });

  it('does not stop early for a better place', () => {
    const [first] = splitMessage(`가\n\n${'나 '.repeat(80)}`, LIMIT);
    expect(first!.length).toBeGreaterThan(90);
  });

  it('keeps characters, escapes and disarmed mentions whole', () => {
    for (const unit of ['👨‍👩‍👧', 'e\u0301', '\\*', '\\😀', '@\u2060everyone', '<t:1700000000:R>', '😀']) {
      for (const shift of [0, 1, 2, 3]) {
        const parts = splitMessage('가'.repeat(shift) + unit.repeat(60), LIMIT);
        expect(parts.map((part, index) => (index === 0 ? part.slice(shift) : part).replaceAll(unit, ''))).toEqual(
          parts.map(() => ''),
        );
      }
    }
  });

  it('cuts what is no character anybody reads', () => {
    const markdown = `e${'\u0301'.repeat(300)}`;
    expect(splitMessage(markdown, LIMIT).join('')).toBe(markdown);
  });

  it('keeps links whole', () => {
    const link = sourceLink('「제목 하나」', 'https://a.example/b/c');
    const parts = splitMessage(Array(12).fill(link).join(' '), LIMIT);
    expect(parts.flatMap(markupOf)).toEqual(Array(12).fill('link'));
  });

  it('closes a code fence at the cut and opens it again with its language', () => {
    const markdown = `앞\n\`\`\`ts\n${'const a = 1;\n'.repeat(20)}\`\`\``;
    const parts = splitMessage(markdown, LIMIT);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts)
      expect(readBlocks(part).filter((block) => block.type === 'fence')).toMatchObject([{ language: 'ts' }]);
    expect(parts.map(visibleText).join('\n')).toBe(visibleText(markdown));
  });

  it('opens a block quote, subtext and headings again in a cut line', () => {
    for (const prefix of ['> ', '-# ', '## ', '> -# ']) {
      const parts = splitMessage(prefix + '가나 '.repeat(80), LIMIT);
      expect(parts.every((part) => part.startsWith(`${prefix}가`))).toBe(true);
    }
  });

  it('closes bold at the cut and opens it again', () => {
    const parts = splitMessage(`가 **${'나다 '.repeat(60)}라**`, LIMIT);
    for (const part of parts) expect(part).toMatch(/^(?:가 )?\*\*[나라].*[다라]\*\*$/);
  });

  it('has no bold without text at a cut', () => {
    const link = `[${'나'.repeat(29)}](https://a.example)`;
    expect(splitMessage(`${'가'.repeat(49)}**${link}**`, LIMIT)).toEqual(['가'.repeat(49), `**${link}**`]);
    expect(splitMessage(`**${'가'.repeat(96)}**1. 나`, LIMIT)).toEqual([`**${'가'.repeat(95)}**`, '**가**1. 나']);
  });

  it('is cut outside of bold where it can', () => {
    expect(splitMessage(`${'가나'.repeat(35)} ${bold('다라 마바 '.repeat(5))} 사`, LIMIT)[0]).toBe('가나'.repeat(35));
  });

  it('takes ** without a partner as text', () => {
    const parts = splitMessage(`a ** ${'나다 '.repeat(60)}`, LIMIT);
    expect(parts.every((part) => !part.endsWith('**'))).toBe(true);
  });

  it('makes no markup of what comes to stand at the beginning of a line', () => {
    for (const word of ['#', '##', '>', '-', '+', '-#', '2024. 3. 5. ']) {
      const markdown = plainText(`가 ${`${word} `.repeat(150)}`);
      for (const part of splitMessage(markdown, LIMIT)) expect(markupOf(part)).toEqual([]);
    }
  });

  it('leaves out the blank lines at a cut, also those of a block quote', () => {
    const parts = splitMessage(blockQuote(`${'가'.repeat(80)}\n\n\n${'나'.repeat(80)}`), LIMIT);
    expect(parts).toEqual([`> ${'가'.repeat(80)}`, `> ${'나'.repeat(80)}`]);
  });

  it('is made in linear time', () => {
    for (const unit of ['가', '*', '[', '<', '`', '```\n', '\n> ', ' ', '다. ', '1. ', '\\', '**a']) {
      const time = (count: number): number => {
        const start = performance.now();
        splitMessage(unit.repeat(count));
        return performance.now() - start;
      };
      time(2_000);
      expect(time(32_000)).toBeLessThan(Math.max(20, time(2_000)) * 64);
    }
  });
});
