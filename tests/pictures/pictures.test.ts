import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { readInline } from './markdown-tree.ts';
import { fitted, widthOf } from './measure.ts';
import { drawMessages } from './message.ts';
import { readMessages } from './payload.ts';
import { writeTime } from './words.ts';
import { runsOf, wrap } from './wrap.ts';

const AUTHOR = { id: '1', username: 'gisabot', bot: true };
const BOB = { id: '2', username: 'bob', global_name: '밥' };

function draw(message: object, words: 'en' | 'ko' = 'en'): string {
  return drawMessages(readMessages({ author: AUTHOR, ...message }), { words });
}

/** The text elements of a picture, top to bottom. */
function textsOf(svg: string): string[] {
  const texts: string[] = [];
  let inText = false;
  const parser = new Parser(
    {
      onopentag: (name) => {
        inText ||= name === 'text';
        if (name === 'text') texts.push('');
      },
      ontext: (text) => {
        if (inText) texts.push(`${texts.pop() ?? ''}${text}`);
      },
      onclosetag: (name) => {
        if (name === 'text') inText = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return texts;
}

describe('a picture of a message', () => {
  it('shows who wrote it and when', () => {
    const svg = draw({ timestamp: '2024-03-05T06:30:00.000Z' }, 'ko');
    expect(textsOf(svg)).toEqual(['G', 'gisabot', '앱', '오늘 오후 3:30']);
  });

  it.each([
    ['bold', '**굵게**', /font-weight="700">굵게</],
    ['italics', '*기울임*', /font-style="italic">기울임</],
    ['a masked link', '[출처](<https://a.example>)', /fill="#00a8fc"[^>]*>출처</],
    ['inline code', '`code`', /class="mono">code</],
    ['subtext', '-# 작게', /font-size="13">작게</],
    ['a heading', '## 제목', /font-size="20" font-weight="700">제목</],
    ['a block quote', '> 인용', /<rect width="4" [^>]*><\/rect>.*>인용</],
    ['a fence', '```ts\ncode\n```', /class="mono">code</],
    ['a list', '- 항목', />•<.*>항목</],
    ['a time', '<t:1709621400:R>', />in 20 minutes</],
    ['an escape', '\\*별\\*', />\*별\*</],
  ])('shows %s', (_, content, pattern) => {
    expect(draw({ content, timestamp: '2024-03-05T06:30:00.000Z' })).toMatch(pattern);
  });

  it('shows the name of a member who is mentioned', () => {
    expect(textsOf(draw({ content: '<@2> 님', mentions: [BOB] }))).toContain('@밥 님');
  });

  it('shows an embed with its colour, fields and footer', () => {
    const svg = draw({
      embeds: [
        {
          title: '색인',
          description: '**모두** 정상',
          color: 0x57f287,
          fields: [{ name: '기사', value: '42', inline: true }],
          footer: { text: '끝' },
        },
      ],
    });
    expect(textsOf(svg).slice(4)).toEqual(['색인', '모두 정상', '기사', '42', '끝']);
    expect(svg).toContain('fill="#57f287"');
  });

  it('shows buttons in their colours, and disabled ones faint', () => {
    const svg = draw({
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 4, label: '지우기' },
            { type: 2, style: 2, emoji: { name: '👍' }, disabled: true },
          ],
        },
      ],
    });
    expect(textsOf(svg).slice(4)).toEqual(['지우기', '👍']);
    expect(svg).toContain('#da373c');
    expect(svg).toContain('opacity="0.5"');
  });

  it('shows a menu with what is chosen, else with its placeholder', () => {
    const options = [{ label: '하나' }, { label: '둘', default: true }];
    const menu = (component: object): string[] =>
      textsOf(draw({ components: [{ type: 1, components: [{ type: 3, placeholder: '고르기', ...component }] }] })).slice(4);
    expect(menu({})).toEqual(['고르기']);
    expect(menu({ options })).toEqual(['둘']);
  });

  it('says that only you can see it', () => {
    expect(textsOf(draw({ flags: 64 }))).toContain('Only you can see this • Dismiss message');
  });

  it('shows which command was used, by whom', () => {
    expect(textsOf(draw({ interaction_metadata: { name: 'ask', user: BOB } }))).toContain('밥 used /ask');
    expect(textsOf(draw({ interaction: { name: 'ask', user: BOB } }, 'ko'))).toContain('밥 님이 /ask 사용');
  });

  it('shows what is replied to, on one line', () => {
    const texts = textsOf(draw({ referenced_message: { author: BOB, content: `**언제**\n${'열리나요 '.repeat(50)}` } }));
    expect(texts.find((text) => text.startsWith('밥  언제 열리나요'))).toMatch(/…$/);
  });

  it('shows several messages below each other', () => {
    const svg = drawMessages(
      readMessages([
        { author: BOB, content: '하나' },
        { author: AUTHOR, content: '둘' },
      ]),
    );
    expect(textsOf(svg).filter((text) => ['하나', '둘'].includes(text))).toEqual(['하나', '둘']);
  });

  it('is escaped XML, whatever the text', () => {
    const svg = draw({ content: '<b>&amp; "x" \u0001</text>' });
    expect(svg).toContain('&lt;b&gt;&amp;amp; &quot;x&quot; &lt;/text&gt;');
    expect(textsOf(svg)).toContain('<b>&amp; "x" </text>');
  });

  it('refuses what is no message', () => {
    expect(() => readMessages({ content: 'x' })).toThrow('author');
  });
});

describe('wrapped text', () => {
  const look = { size: 16, color: '#ffffff', lineHeight: 22 };
  const around = { now: 0, words: 'ko', names: new Map<string, string>() } as const;
  const linesOf = (markdown: string, width: number): string[] =>
    wrap(runsOf(readInline(markdown), look, around), width).map((line) => line.map(({ text }) => text).join(''));

  it('keeps to the width and loses nothing but spaces', () => {
    const text = '국내에 물류 센터를 짓고 **판매자를 지원하겠다고** 밝혔다. And some English words follow. '.repeat(6);
    const lines = linesOf(text, 300);
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) expect(widthOf(line.trimEnd(), look)).toBeLessThanOrEqual(300);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll('**', '').replaceAll(' ', ''));
  });

  it('breaks between syllables, but not before what closes', () => {
    expect(linesOf('가나다라.', 64)).toEqual(['가나다', '라.']);
  });

  it('keeps Latin words whole, but for those wider than a line', () => {
    expect(linesOf('abc defghi', 50)).toEqual(['abc ', 'defghi']);
    expect(linesOf('x'.repeat(20), 50).length).toBeGreaterThan(2);
  });

  it('counts Hangul about twice as wide as Latin letters', () => {
    expect(widthOf('가나', look) / widthOf('ab', look)).toBeCloseTo(1.7, 0);
  });

  it('is fitted with …', () => {
    expect(fitted('가나다라마바', 64, look)).toBe('가나다…');
    expect(fitted('가', 64, look)).toBe('가');
  });
});

describe('a time', () => {
  it.each([
    ['R', -60, '1분 전'],
    ['R', 7200, '2시간 후'],
    ['t', 0, '오전 9:00'],
    ['D', 0, '1970년 1월 1일'],
  ])('has the style %s', (style, seconds, shown) => {
    expect(writeTime(seconds, style, 0, 'ko')).toBe(shown);
  });
});
