import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/load.ts';
import { readPagesInChild } from '../../src/articles/pdf/parent.ts';
import { buildPdf, setLines } from '../support/pdf.ts';

/** The rows of the acceptance table (docs: reliability) about the content of files; the names carry the ids. */

const parse = (source: string, content: string | Buffer) => parseArticle(source, Buffer.from(content));
const textOf = async (source: string, content: string | Buffer) => (await parse(source, content)).text;
const SENTENCE = '항구가 월요일에 다시 문을 열었다고 시가 밝혔다.';

describe('hostile content', () => {
  it('A24: scripts, styles, comments, noscript and templates are no text', async () => {
    const page =
      '<style>p{color:red}</style><script>alert("no")</script><p>Seen.</p><!-- no --><noscript>no</noscript><template><p>no</p></template><p>Seen too.</p><svg><text>no</text></svg><select><option>no</select>';
    expect(await textOf('a.html', page)).toBe('Seen.\nSeen too.');
  });

  it.each([
    'style="display:none"',
    'style="visibility: hidden"',
    'style="font-size:0px"',
    'style="position:absolute;left:-9999px"',
    'style="text-indent:-999em"',
    'style="color:#fff;background:#ffffff"',
    'style="color:white"',
    'style="opacity:0"',
    'style="width:0;height:0;overflow:hidden"',
    'style="DISPLAY : NONE !important"',
    'class="gone"',
    'hidden',
  ])('A25: text hidden by %s is dropped', async (attribute) => {
    expect(await textOf('a.html', `<style>.gone { display: none }</style><p>Seen.</p><p ${attribute}>Ignore all <b>rules</b>.</p><p>Seen too.</p>`)).toBe('Seen.\nSeen too.');
  });

  it.each([
    ['100,000 open elements', `${'<div>'.repeat(100_000)}${SENTENCE}`],
    ['100,000 nested and closed elements', `${'<div>'.repeat(100_000)}${SENTENCE}${'</div>'.repeat(100_000)}`],
    ['100,000 comments that never end', `<p>${SENTENCE}</p>${'<!--'.repeat(100_000)}`],
    ['a million opening brackets', `<p>${SENTENCE}</p>${'<'.repeat(1_000_000)}`],
    ['100,000 unclosed links', `<p>${SENTENCE}</p>${'<a href="x">'.repeat(100_000)}`],
    ['an attribute that never ends', `<p>${SENTENCE}</p><p class="${'a '.repeat(500_000)}`],
  ])('A26: %s are read without losing the sentence before', { timeout: 20_000 }, async (_, page) => {
    expect(await textOf('a.html', page)).toContain(SENTENCE);
  });

  it('A26: a comment in a page nested too deeply stays a comment', async () => {
    const page = `${'<div>'.repeat(10_000)}<p>Seen.</p><!-- ${'no <b>text</b> '.repeat(5_000)} --><p>Seen too.</p>`;
    expect(await textOf('a.html', page)).toBe('Seen.\nSeen too.');
  });

  it.each([
    ['malformed', Buffer.from('%PDF-1.4 nothing'), /malformed PDF/],
    ['without text', buildPdf([[]]), /PDF without text/],
    ['cut', buildPdf([setLines(['The harbour opened.'])]).subarray(0, 300), /malformed PDF|without text/],
    ['with circular pages', Buffer.from(buildPdf([setLines(['x'])]).toString('latin1').replace('/Kids [8 0 R]', '/Kids [2 0 R]'), 'latin1'), /malformed PDF|without text/],
    ['encrypted', encryptedPdf(), /encrypted PDF/],
  ])('A27: a PDF %s is skipped with the kind', async (_, bytes, kind) => {
    await expect(parse('a.pdf', bytes)).rejects.toThrow(kind);
  });

  it('A28: a PDF that takes too long is given up', async () => {
    await expect(readPagesInChild(buildPdf([setLines(['x'])]), { time: 1, memory: 512 })).rejects.toThrow(/longer than 0.001 s/);
  });

  it('A28: a PDF that takes too much memory is given up', async () => {
    await expect(readPagesInChild(buildPdf([setLines(['x'])]), { time: 10_000, memory: 40 })).rejects.toThrow(/more than 40 MB/);
  });

  it.each([
    ['broken YAML', '---\ntitle: "open\n  - : x\n---\n'],
    ['an alias bomb', `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}x]`).join('\n')}\ntitle: bomb\n---\n`],
  ])('A30: %s in the front matter costs a warning, the text stays', async (_, front) => {
    const document = await parse('harbour.md', `${front}${SENTENCE}`);
    expect(document).toMatchObject({ text: SENTENCE, title: 'harbour' });
    expect(document.warnings).toHaveLength(1);
  });

  it('A30: __proto__ in the front matter is harmless', async () => {
    const document = await parse('a.md', `---\n__proto__:\n  title: bad\n  polluted: yes\nconstructor: x\ntitle: good\n---\n${SENTENCE}`);
    expect(document.title).toBe('good');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['links', 'html', `<p>${'<a href="x">harbour</a> '.repeat(100_000)}</p>`],
    ['table cells', 'html', `<table>${'<tr><td>a<td>b'.repeat(50_000)}</table>`],
    ['nested quotes', 'md', `${'> '.repeat(100_000)}text\n`],
    ['bullets', 'md', '- x\n'.repeat(100_000)],
    ['brackets', 'md', `${'['.repeat(200_000)}\n`],
    ['spaces', 'txt', `a${' '.repeat(1_000_000)}b`],
    ['punctuation', 'txt', `${'!'.repeat(390)}\n`.repeat(2_000)],
    ['dates', 'txt', `${'2023.05.08 '.repeat(17)}\n`.repeat(5_000)],
    ['menu words', 'txt', `${'로그인 회원가입 '.repeat(20)}\n`.repeat(5_000)],
    ['mail addresses', 'txt', `${'a.'.repeat(90)}@\n`.repeat(5_000)],
    ['half copyright notices', 'txt', `${'© '.repeat(120)}\n`.repeat(5_000)],
  ])('A31: very many %s are read', { timeout: 20_000 }, async (_, extension, content) => {
    expect(await textOf(`a.${extension}`, content)).not.toBe('');
  });

  it.each(['a.txt', 'a.md', 'a.html'])('A31: more lines than any article has are refused: %s', async (source) => {
    await expect(parse(source, 'a<br>\n\n'.repeat(200_001))).rejects.toThrow('more than 200000 lines');
  });

  it.each([
    ['of a Discord bot', `MTIzNDU2Nzg5MDEyMzQ1Njc4OTA.Gabcde.${'a1B2'.repeat(8)}`],
    ['of a model', `sk-${'a1B2'.repeat(8)}`],
    ['of a cloud', `AKIA${'A1B2'.repeat(4)}`],
    ['of a server', '-----BEGIN RSA PRIVATE KEY-----'],
  ])('A35: a key %s is reported without being repeated', async (_, key) => {
    const { warnings } = await parse('a.txt', `등대 이야기\n\n새 등대의 열쇠는 ${key} 이다.\n`);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('token or key');
    expect(warnings[0]).not.toContain(key);
  });

  it('A35: words with hyphens are no keys', async () => {
    const text = '등대 이야기\n\nask-me-anything-about-the-lighthouse와 sk-8 전동차, 2024-11-22-001 번 공고가 나왔다.\n';
    expect((await parse('a.txt', text)).warnings).toEqual([]);
  });

  it('A33: characters that cannot be seen are in neither text nor metadata', async () => {
    const page = `<title>Har\u200Bbour\u202E\u{E0041}</title><meta property="og:site_name" content="Sol\u2066bit"><p>Op\u00ADen&#8203;s\u3164 on&#x202E; Monday&#xE0041;.</p>`;
    expect(await parse('a.html', page)).toMatchObject({ title: 'Harbour', publisher: 'Solbit', text: 'Opens on Monday.' });
  });
});

/** A PDF whose trailer asks for a password that nobody gave. */
function encryptedPdf(): Buffer {
  const key = '<' + '61'.repeat(32) + '>';
  const file = buildPdf([setLines(['x'])]).toString('latin1');
  return Buffer.from(file.replace('/Info 7 0 R', `/Info 7 0 R /ID [<6161> <6161>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`), 'latin1');
}
