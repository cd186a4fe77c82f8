import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/load.ts';
import { describeReader } from '../contracts/reader.ts';
import { buildPdf, setLines } from '../support/pdf.ts';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

describeReader({
  format: 'plain text',
  extension: 'txt',
  write: (paragraphs, metadata) => Buffer.from(frontMatter(metadata) + paragraphs.join('\n\n')),
});
describeReader({
  format: 'Markdown',
  extension: 'md',
  write: (paragraphs, metadata) => Buffer.from(frontMatter(metadata) + paragraphs.join('\n\n')),
});
describeReader({
  format: 'HTML',
  extension: 'html',
  write: (paragraphs, metadata) => Buffer.from(`${head(metadata)}<body>${paragraphs.map((one) => `<p>${escape(one)}</p>`).join('\n')}</body>`),
});
describeReader({
  format: 'PDF',
  extension: 'pdf',
  write: (paragraphs, metadata) =>
    buildPdf([paragraphs.flatMap((text, index) => setLines([text], 700 - index * 30))], metadata ? { title: metadata.title } : {}),
  cannot: {
    hangul: 'Helvetica has no Hangul; tests/articles/pdf.test.ts has a font that has',
    invisible: 'Helvetica cannot encode it',
    metadata: 'a PDF names its title only',
    random: 'a child process for each case takes too long',
    manyLines: 'a page holds sixty lines',
  },
});

function frontMatter(metadata?: object): string {
  if (!metadata) return '';
  return `---\n${Object.entries(metadata)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n`;
}

function head(metadata?: { title: string; publisher: string; date: string; url: string }): string {
  if (!metadata) return '<!doctype html>';
  return `<!doctype html><head><title>${metadata.title}</title><meta property="og:site_name" content="${metadata.publisher}"><meta property="article:published_time" content="${metadata.date}"><link rel="canonical" href="${metadata.url}"></head>`;
}

const read = async (source: string, content: string) => parseArticle(source, Buffer.from(content));
const headingsOf = async (source: string, content: string) => {
  const { text, headings } = await read(source, content);
  return headings.map(({ start, level }) => `${level} ${text.slice(start).split('\n')[0]}`);
};

describe('plain text', () => {
  it('joins the lines of a hard-wrapped paragraph', async () => {
    const wrapped =
      'The eastern breakwater of the town opened again on Monday after\ntwo years of repairs, the city council said in a statement that\nwas read out at the harbour, where about a hundred people had\ncome together in the rain.\n\nA second paragraph stands here and is wrapped at the same width\nas the first one was.\n';
    expect((await read('a.txt', wrapped)).text.split('\n').map((line) => line.slice(-5))).toEqual(['rain.', ' was.']);
  });

  it('joins hard-wrapped Hangul with a space', async () => {
    const wrapped =
      '솔빛시는 지난 월요일 동쪽 방파제를 다시 열었다고 밝혔다. 두 해 동안\n이어진 보강 공사에는 모두 삼백억 원이 들었고 주민 서른 명이 날마다\n나와 도왔다. 이날 아침부터 어선 백여 척이 차례로 항구에 들어왔으며\n위판장에는 오랜만에 종소리가 울렸다.\n';
    const { text } = await read('a.txt', wrapped);
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toContain('두 해 동안 이어진');
  });

  it('joins a sentence that is set in short lines', async () => {
    const set = '그는 이렇게 말했다.\n\n바다는 해마다 봄에\n다른 노래를 부르고,\n등대는 그 노래를\n받아 적는다.\n\n모두 웃었다.\n';
    expect((await read('a.txt', set)).text.split('\n')).toContain('바다는 해마다 봄에 다른 노래를 부르고, 등대는 그 노래를 받아 적는다.');
  });

  it.each(['강원도\n경기도\n충청도\n', '바다는 밤마다\n노래한다.\n등대는 졸고\n있다.\n', '- 바다는\n- 등대는 희다.\n'])(
    'keeps other short lines apart: %j',
    async (lines) => {
      expect((await read('a.txt', `첫 문장이다.\n\n${lines}`)).text).toContain(lines.trim());
    },
  );

  it('keeps lines of one sentence each apart', async () => {
    const lines = Array.from({ length: 6 }, (_, index) => `Sentence number ${index} of this list is about as long as all others here.`);
    expect((await read('a.txt', lines.join('\n'))).text).toBe(lines.join('\n'));
  });

  it('makes the first line a heading when it is the title', async () => {
    expect(await headingsOf('a.txt', 'The harbour is open\n\nIt opened on Monday after two years of work.\n')).toEqual(['1 The harbour is open']);
  });
});

describe('Markdown', () => {
  it('takes marks off the start of lines only', async () => {
    const { text } = await read('a.md', '# One\n\n> said *Ann* `x`\n> > twice\n\n- item [link](http://a.example)\n1. first\n* * *\n<!-- gone -->\nText <!-- gone --> goes on\n');
    expect(text.split('\n')).toEqual(['One', 'said *Ann* `x`', 'twice', 'item [link](http://a.example)', '1. first', 'Text', 'goes on']);
  });

  it('knows headings of both kinds, but not in fences', async () => {
    expect(await headingsOf('a.md', '# One #\n\ntext\n\nTwo\n===\n\nThree\n---\n\n```\n# code\n```\n\n### Four\n')).toEqual(['1 One', '1 Two', '2 Three', '3 Four']);
  });

  it('keeps the rows of a table and the lines of a fence', async () => {
    const { text } = await read('a.md', '| a | b |\n|---|:-:|\n| 1 | 2 |\n\n```js\n- x\n> y\n```\n');
    expect(text.split('\n')).toEqual(['| a | b |', '| 1 | 2 |', '- x', '> y']);
  });

  it('does not put the title of the front matter into the text', async () => {
    const { text, title } = await read('a.md', '---\ntitle: Harbour\ndate: 2023-05-08\n---\nIt opened on Monday.\n');
    expect({ text, title }).toEqual({ text: 'It opened on Monday.', title: 'Harbour' });
  });

  it('takes two rules around a sentence for text', async () => {
    expect((await read('a.md', '---\nJust a sentence.\n---\nMore.\n')).text).toContain('Just a sentence.');
  });
});

describe('HTML', () => {
  it('joins inline elements and breaks at blocks', async () => {
    const { text } = await read('a.html', '<p>har<b>bo</b>ur <i>opens</i></p><div>one<br>two</div><table><tr><td>a</td><td>b</td></tr></table><pre>x\n y</pre>');
    expect(text.split('\n')).toEqual(['harbour opens', 'one', 'two', 'a b', 'x', 'y']);
  });

  it('knows h1 to h6 as headings', async () => {
    expect(await headingsOf('a.html', '<h1>One</h1><p>text</p><h3>Two <em>and</em></h3><p>text</p>')).toEqual(['1 One', '3 Two and']);
  });

  it('keeps white text on a dark ground', async () => {
    expect((await read('a.html', '<div style="background:#123"><p style="color:#fff">Seen.</p></div><p>More.</p>')).text).toContain('Seen.');
  });

  it('takes the site off the title', async () => {
    expect((await read('a.html', '<title>Harbour opens - Solbit Times</title><p>Text of the page.</p>')).title).toBe('Harbour opens');
  });

  it('names the newspaper, not the portal', async () => {
    const page = '<meta property="og:site_name" content="네이버 뉴스"><meta property="og:article:author" content="솔빛일보 | 네이버"><p>본문이 여기에 있다.</p>';
    expect((await read('a.html', page)).publisher).toBe('솔빛일보');
  });

  it('does not read a wrapper named after its sidebar as a sidebar', async () => {
    const paragraph = 'The harbour opened again on Monday after two years of repairs that cost thirty million.';
    expect((await read('a.html', `<div class="layout sidebar share"><p>${paragraph}</p><p>${paragraph} Twice.</p></div>`)).text).toContain('Twice.');
  });
});
