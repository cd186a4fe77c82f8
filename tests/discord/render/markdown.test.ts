import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from '../../../src/discord/render/markdown-escape.ts';
import { blockQuote, bold, plainLine, plainText, sourceLink, withBold } from '../../../src/discord/render/markdown.ts';
import { readBlocks } from '../../pictures/markdown-tree.ts';
import { markdownText } from './markdown-text.ts';
import { markupOf, RAW_MENTION, visibleText } from './visible-text.ts';

/** Texts that only hold escapes. */
const FRAGMENTS = ['\\* \\가'];
const RUNS = { numRuns: 2000 };

describe('plain text', () => {
  it.each([
    ['bold', '**x**', '\\*\\*x\\*\\*'],
    ['italics', '*x* _x_', '\\*x\\* \\_x\\_'],
    ['underline', '__x__', '\\_\\_x\\_\\_'],
    ['strike', '~~x~~', '\\~\\~x\\~\\~'],
    ['spoilers', '||x||', '\\|\\|x\\|\\|'],
    ['inline code', '`x`', '\\`x\\`'],
    ['fences', '```x```', '\\`\\`\\`x\\`\\`\\`'],
    ['headings', '# x\n ## x', '\\# x\n \\## x'],
    ['subtext', '-# x', '\\-# x'],
    ['block quotes', '> x\n>>> x', '\\> x\n\\>>> x'],
    ['bulleted lists', '- x\n* x\n+ x', '\\- x\n\\* x\n\\+ x'],
    ['numbered lists', '1. x\n  2024. 3. 5.', '1\\. x\n  2024\\. 3. 5.'],
    ['masked links', '[x](https://a.example)', '[x]\\(https\\://a.example)'],
    ['masked links that begin before the text', '](https://a.example)', ']\\(https\\://a.example)'],
    ['targets of links that begin before the text', '(https://a.example)', '\\(https\\://a.example)'],
    ['links in angle brackets', '<https://a.example>', '\\<https\\://a.example>'],
    ['addresses', 'https://a.example/b_c', 'https\\://a.example/b\\_c'],
    ['invitations', 'discord.gg/x discord.com/invite/x', 'discord.gg\\/x discord.com\\/invite/x'],
    ['escapes', '\\* \\가', '\\\\\\* \\\\가'],
    ['emoji by name', ':smile:', '\\:smile:'],
  ])('disarms %s', (_, text, markdown) => {
    expect(plainText(text)).toBe(markdown);
    expect(visibleText(markdown)).toBe(text);
    expect(markupOf(text).length > 0).toBe(!FRAGMENTS.includes(text));
    expect(markupOf(markdown)).toEqual([]);
  });

  it.each([
    '@everyone',
    '@here',
    '<@1>',
    '<@!1>',
    '<@&1>',
    '<#1>',
    '</ask:1>',
    '<id:guide>',
    '<:smile:1>',
    '<a:smile:1>',
    '<t:1:R>',
  ])('is no mention, also not in the raw text: %s', (mention) => {
    expect(RAW_MENTION.test(mention)).toBe(true);
    expect(plainText(mention)).not.toMatch(RAW_MENTION);
    expect(visibleText(plainText(mention))).toBe(mention);
  });

  it('is no mention where an invisible character stood in it', () => {
    expect(plainText('@\u200beveryone <\u200b@1>')).not.toMatch(RAW_MENTION);
  });

  it('leaves what means nothing to Discord', () => {
    const text = '[단독] 3~5일, 15:30 — “3.5%” (서울=통신) a|b 50원/개 #태그 2024. 3. 5. someone@example.com';
    expect(plainText(text)).toBe(text);
  });

  it('makes no link with brackets of our own before it', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const line = plainLine(text);
        expect(visibleText(`[1]${line}`)).toBe(`[1]${plainLineShown(text)}`);
      }),
      RUNS,
    );
  });

  it.each(['*', '<@', '~', '[](', '# ', ':a', '@', '<a', ' \n', '1', '\u0301', '](', ' #', 'discord.'])(
    'is made in linear time: %s…',
    (unit) => {
      const time = (count: number): number => {
        const text = unit.repeat(count);
        const start = performance.now();
        plainText(text);
        return performance.now() - start;
      };
      time(10_000);
      expect(time(160_000)).toBeLessThan(Math.max(20, time(10_000)) * 64);
    },
  );
});

function plainLineShown(text: string): string {
  return displayText(text).replace(/\s+/gu, ' ').trim();
}

describe('display text', () => {
  it.each([
    ['bidirectional overrides', 'a\u202eb\u2066c', 'abc'],
    ['control characters', 'a\u0007b\u001bc', 'abc'],
    ['zero-width characters', 'a\u200bb\ufeffc', 'abc'],
  ])('leaves out %s', (_, text, shown) => {
    expect(displayText(text)).toBe(shown);
  });

  it('D3: replaces lone surrogates', () => {
    expect(displayText('a\ud800b')).toBe('a\ufffdb');
  });

  it('has \\n for every kind of line break', () => {
    expect(displayText('a\r\nb\rc\u2028d\u2029e\nf')).toBe('a\nb\nc\nd\ne\nf');
  });

  it('has at most four marks on a letter', () => {
    expect(displayText(`q${'\u0335'.repeat(40)}r`)).toBe(`q${'\u0335'.repeat(4)}r`);
  });
});

describe('a plain line', () => {
  it('has its white space collapsed', () => {
    expect(plainLine(' a \n\n\tb\u2028c ')).toBe('a b c');
  });

  it('is escaped as the beginning of a line where its text began with a line break', () => {
    expect(plainLine('\n# a\n# b')).toBe('\\# a # b');
  });
});

describe('a block quote', () => {
  it('holds every line', () => {
    expect(blockQuote('a\n\nb\n')).toBe('> a\n> \n> b');
    expect(readBlocks(blockQuote('a\n\nb'))).toHaveLength(1);
  });
});

describe('bold', () => {
  it('begins and ends at characters that can be seen, on every line', () => {
    expect(bold(' a b \n\n c')).toBe(' **a b** \n\n **c**');
    expect(bold(' \n')).toBe(' \n');
  });

  it('marks a span of a text', () => {
    expect(withBold('가*나 다라', { start: 1, end: 5 })).toBe('가**\\*나 다**라');
  });

  it('leaves the white space at the ends of the span outside', () => {
    expect(withBold('가 나 다', { start: 1, end: 4 })).toBe('가 **나** 다');
  });

  it('closes and opens again around line breaks', () => {
    expect(withBold('가\n나\n\n다', { start: 0, end: 6 })).toBe('**가**\n**나**\n\n**다**');
  });

  it('takes the ends of the text for offsets beyond them', () => {
    expect(withBold('가나', { start: -3, end: 9 })).toBe('**가나**');
    expect(withBold('가나', { start: 2, end: 1 })).toBe('가나');
  });

  it('counts offsets in the text as it came', () => {
    expect(withBold('\u200b가\r\n나다', { start: 4, end: 5 })).toBe('가\n**나**다');
  });

  it('changes no visible character', () => {
    fc.assert(
      fc.property(markdownText, fc.nat(30), fc.nat(30), (text, start, end) => {
        const markdown = withBold(text, { start, end });
        expect(visibleText(markdown)).toBe(displayText(text));
        expect(markupOf(markdown).filter((type) => type !== 'style')).toEqual([]);
        expect(markdown).not.toMatch(RAW_MENTION);
      }),
      RUNS,
    );
  });
});

function halfWidthBrackets(text: string): string {
  return text.replaceAll('［', '[').replaceAll('］', ']');
}

describe('a link to a source', () => {
  it('does not unfurl', () => {
    expect(sourceLink('「제목」', 'https://a.example/b?c=d_e&f=1')).toBe('[「제목」](<https://a.example/b?c=d_e&f=1>)');
  });

  it.each([null, '', 'javascript:alert(1)', 'file:///etc/passwd', 'a.example', 'https://', 'https://bank.example@evil.example/'])(
    'is just the label for %s',
    (url) => {
      expect(sourceLink('*제목*', url)).toBe('\\*제목\\*');
    },
  );

  it('is just the label where the address is too long', () => {
    expect(sourceLink('제목', `https://a.example/${'a'.repeat(500)}`)).toBe('제목');
  });

  it('is just the label where Discord would make no link of it', () => {
    expect(sourceLink('https://a.example', 'https://b.example')).toBe('https\\://a.example');
    expect(sourceLink('\u200b', 'https://b.example')).toBe('');
  });

  it('keeps pairs of brackets and makes others full-width', () => {
    expect(sourceLink('[단독] 가](나', 'https://a.example/')).toBe('[\\[단독\\] 가］(나](<https://a.example/>)');
  });

  it('encodes what would end the address', () => {
    expect(sourceLink('가', 'https://a.example/(b)>|@everyone')).toBe('[가](<https://a.example/%28b%29%3E%7C%40everyone>)');
  });

  it('is one link with the label as its text', () => {
    const address = fc.tuple(fc.webUrl(), markdownText).map(([url, tail]) => url + tail);
    fc.assert(
      fc.property(markdownText, address, (label, url) => {
        const markdown = sourceLink(label, url);
        expect(halfWidthBrackets(visibleText(markdown))).toBe(halfWidthBrackets(plainLineShown(label)));
        expect(markdown).not.toMatch(RAW_MENTION);
        if (markdown === plainLine(label)) return;
        expect(markupOf(markdown)).toEqual(['link']);
        expect(markupOf(`${markdown} ${markdown}`)).toEqual(['link', 'link']);
      }),
      RUNS,
    );
  });
});
