import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseArticle, readArticle } from '../../src/articles/load.ts';
import { walkArticles } from '../../src/articles/walk.ts';
import { UserError } from '../../src/errors.ts';

/** The rows of the acceptance table (docs: reliability) that loading decides; the names carry the ids. */

const LIMITS = { maxDepth: 50, maxPathBytes: 4096 };
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gisabot-rows-'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function folder(name: string, files: Record<string, string | Buffer> = {}): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

const parse = (source: string, content: string | Buffer) => parseArticle(source, Buffer.from(content));
const textOf = async (source: string, content: string | Buffer) => (await parse(source, content)).text;
const sources = async (path: string) => (await walkArticles(path, LIMITS)).files.map((file) => file.source);
const SENTENCE = '항구가 월요일에 다시 문을 열었다고 시가 밝혔다.';

describe('files and bytes', () => {
  it.each([['nothing', ''], ['white space', ' \n\t\r\n\u3000'], ['a byte order mark', '\uFEFF'], ['invisible characters', '\u200B\u3164\n']])('A1: %s is skipped as empty', async (_, content) => {
    for (const source of ['a.txt', 'a.md', 'a.html']) await expect(parse(source, content)).rejects.toThrow('empty');
  });

  it('A2: a file over the limit is refused by its size, before it is read', async () => {
    const path = join(folder('a2'), 'big.txt');
    writeFileSync(path, 'x');
    for (const size of [2 ** 24, 2 ** 31]) {
      truncateSync(path, size);
      // A failure would print the bytes, and run out of memory.
      const reading = readArticle({ path }, { maxBytes: 10e6 }).then(() => 'read');
      await expect(reading).rejects.toThrow(/larger than 10 MB/);
    }
  });

  it('A3: one line of megabytes is read', async () => {
    const text = await textOf('a.txt', '가나다 라마바. '.repeat(200_000));
    expect(text.length).toBe('가나다 라마바. '.length * 200_000 - 1);
  });

  it.each([
    ['a picture', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), bytesOf(4000)])],
    ['random bytes', bytesOf(5000)],
    ['random bytes without NUL', Buffer.from(bytesOf(5000).map((byte) => byte || 1))],
  ])('A4: %s named .md is skipped as no text', async (_, bytes) => {
    await expect(parse('a.md', bytes)).rejects.toThrow(/^not text/);
  });

  it('A5: a UTF-8 byte order mark is in neither title nor text', async () => {
    const document = await parse('a.txt', `\uFEFF제목이 여기\n\n${SENTENCE}`);
    expect(document).toMatchObject({ title: '제목이 여기', text: `제목이 여기\n${SENTENCE}` });
  });

  it.each(['utf16le', 'utf16be'])('A6: %s is decoded with and without a mark', async (encoding) => {
    const content = `제목이 여기\n\n${SENTENCE}\n`;
    const expected = `제목이 여기\n${SENTENCE}`;
    expect(await textOf('a.txt', iconv.encode(content, encoding, { addBOM: true }))).toBe(expected);
    expect(await textOf('a.txt', iconv.encode(content, encoding, { addBOM: false }))).toBe(expected);
  });

  it('A7: all 11,172 syllables of CP949 are right', async () => {
    const syllables = Array.from({ length: 11_172 }, (_, index) => String.fromCodePoint(0xac00 + index));
    const rows = Array.from({ length: 112 }, (_, row) => syllables.slice(row * 100, row * 100 + 100).join(''));
    expect(await textOf('a.txt', iconv.encode(rows.join('\n'), 'cp949'))).toBe(rows.join('\n'));
    expect(await textOf('a.txt', iconv.encode('똠방각하와 펲시, 뷁은 햏자의 말이다.', 'cp949'))).toBe('똠방각하와 펲시, 뷁은 햏자의 말이다.');
  });

  it('A7: a text in EUC-KR that is mostly ASCII is Korean', async () => {
    const content = `${'The harbour opened again on Monday. '.repeat(40)}항구`;
    expect(await textOf('a.txt', iconv.encode(content, 'euc-kr'))).toBe(content);
  });

  it('A8: windows-1252 is decoded, curly quotes before letters too', async () => {
    const content = 'She’s at the café – “très bien,” he’d said. It’ll do; señor Núñez can’t.';
    expect(await textOf('a.txt', iconv.encode(content, 'windows-1252'))).toBe(content);
  });

  it('A9: a few bad bytes in UTF-8 cost a warning, not the alphabet', async () => {
    const bytes = Buffer.concat([Buffer.from(SENTENCE.repeat(20)), Buffer.from([0xff, 0xfe]), Buffer.from(SENTENCE)]);
    const document = await parse('a.txt', bytes);
    expect(document.text).toContain(`${SENTENCE}\uFFFD\uFFFD항구`);
    expect(document.warnings).toEqual(['2 bytes were not valid UTF-8']);
  });

  it('A10: a NUL inside a text is removed and reported', async () => {
    const document = await parse('a.txt', `${SENTENCE}\0\n${SENTENCE}`);
    expect(document.text).toBe(`${SENTENCE}\n${SENTENCE}`);
    expect(document.warnings).toEqual(['1 control character was removed']);
  });

  it('A11: NFD becomes NFC in text, title and source', async () => {
    const path = folder('a11', { ['항구'.normalize('NFD') + '.txt']: SENTENCE.normalize('NFD') });
    expect(await sources(path)).toEqual(['항구.txt']);
    expect(await textOf('항구.txt', SENTENCE.normalize('NFD'))).toBe(SENTENCE);
  });
});

describe('folders', () => {
  it('A12, A13: links to files, folders and themselves are reported, not followed', async () => {
    const path = folder('a12', { 'in/a.txt': 'x' });
    folder('outside', { 'secret.txt': 'x' });
    symlinkSync(join(root, 'outside', 'secret.txt'), join(path, 'link.txt'));
    symlinkSync(join(root, 'outside'), join(path, 'folder'));
    symlinkSync(path, join(path, 'in', 'loop'));
    const { files, failures } = await walkArticles(path, LIMITS);
    expect(files.map((file) => file.source)).toEqual(['in/a.txt']);
    expect(failures.map((failure) => failure.source)).toEqual(['folder', 'in/loop', 'link.txt']);
  });

  it('A12: a file that has become a link is not opened', async () => {
    const path = folder('a12b', { 'target.txt': 'x' });
    symlinkSync(join(path, 'target.txt'), join(path, 'link.txt'));
    await expect(readArticle({ path: join(path, 'link.txt') }, { maxBytes: 100 })).rejects.toThrow('symbolic link');
  });

  it('A14: a pipe named .md is never opened', async () => {
    const path = folder('a14');
    execFileSync('mkfifo', [join(path, 'pipe.md')]);
    expect((await walkArticles(path, LIMITS)).failures).toEqual([{ source: 'pipe.md', reason: 'not a regular file' }]);
    await expect(readArticle({ path: join(path, 'pipe.md') }, { maxBytes: 100 })).rejects.toThrow('not a regular file');
  });

  it('A15: folders too deep and paths too long are reported', async () => {
    const path = folder('a15', { 'one/two/three/a.txt': 'x', 'one/b.txt': 'x', [`${'long'.repeat(30)}.txt`]: 'x' });
    const { files, failures } = await walkArticles(path, { maxDepth: 2, maxPathBytes: Buffer.byteLength(path) + 60 });
    expect(files.map((file) => file.source)).toEqual(['one/b.txt']);
    expect(failures.map((failure) => failure.reason.slice(0, 11))).toEqual(['path longer', 'deeper than']);
  });

  it('A16: odd names are kept as they are, dot files are not looked at', async () => {
    const names = ['a\nb.txt', 'back`tick.md', '[x](y).txt', '\u202Ertl.txt', '@everyone.txt'];
    const path = folder('a16', { ...Object.fromEntries(names.map((name) => [name, 'x'])), '.hidden.txt': 'x', '.git/a.txt': 'x' });
    expect((await sources(path)).sort()).toEqual([...names].sort());
    expect((await walkArticles(path, LIMITS)).failures).toEqual([]);
  });

  it('A16, A33: a name is no title before what cannot be seen is removed', async () => {
    expect((await parse('a\n\u202Eb\u{E0041}.txt', SENTENCE)).title).toBe('a b');
  });

  it('A17, A19: the same name in two folders and names that differ in case are articles of their own', async () => {
    const path = folder('a17', { 'one/a.txt': 'x', 'two/a.txt': 'y', 'two/A.txt': 'z' });
    expect(await sources(path)).toEqual(['one/a.txt', 'two/A.txt', 'two/a.txt']);
  });

  it('A19: two names that are the same text in NFC are both kept, always in the same order', async () => {
    const path = folder('a19', { '항구.txt': 'x', ['항구'.normalize('NFD') + '.txt']: 'y' });
    expect(await sources(path)).toEqual(['항구 (2).txt', '항구.txt']);
  });

  it.skipIf(process.getuid?.() === 0)('A20: a file without permission is skipped with the reason', async () => {
    const path = join(folder('a20', { 'a.txt': 'x' }), 'a.txt');
    chmodSync(path, 0);
    await expect(readArticle({ path }, { maxBytes: 100 })).rejects.toThrow('permission denied');
  });

  it('A20: a file that is gone is skipped with the reason', async () => {
    await expect(readArticle({ path: join(root, 'gone.txt') }, { maxBytes: 100 })).rejects.toThrow('the file is gone');
  });

  it('A21: the hash is that of the bytes that are returned', async () => {
    const path = join(folder('a21', { 'a.txt': SENTENCE }), 'a.txt');
    const { bytes, hash } = await readArticle({ path }, { maxBytes: 1000 });
    expect(bytes.toString()).toBe(SENTENCE);
    expect(hash).toBe(createHash('sha256').update(SENTENCE).digest('hex'));
  });

  it('A21: a file that grows once while it is read is read again, one that keeps growing is skipped', async () => {
    const path = join(folder('a21b', { 'a.txt': 'one ' }), 'a.txt');
    const grow = await growWhileRead(path, 1);
    expect((await readArticle({ path }, { maxBytes: 1000 })).bytes.toString()).toBe('one more ');
    grow.mockRestore();
    await growWhileRead(path, Infinity);
    await expect(readArticle({ path }, { maxBytes: 1000 })).rejects.toThrow('changed while it was read');
  });

  it('A29: documents of other formats are skipped with a way out, other files shortly', async () => {
    const path = folder('a29', { 'a.docx': 'x', 'b.zip': 'x', 'c.hwp': 'x', 'd.png': 'x', README: 'x' });
    const reasons = Object.fromEntries((await walkArticles(path, LIMITS)).failures.map(({ source, reason }) => [source, reason]));
    expect(reasons).toMatchObject({ 'a.docx': 'unsupported format: .docx; convert it to .txt, .md, .html or .pdf', 'd.png': 'unsupported format: .png' });
    expect(Object.keys(reasons)).toEqual(['README', 'a.docx', 'b.zip', 'c.hwp', 'd.png']);
  });

  it.each([
    ['a missing folder', 'missing', /does not exist/],
    ['a file', 'file.txt', /is a file/],
  ])('A36: %s instead of the articles folder is an error that says what to do', async (_, name, message) => {
    folder('a36', { 'file.txt': 'x' });
    await expect(walkArticles(join(root, 'a36', name), LIMITS)).rejects.toThrow(UserError);
    await expect(walkArticles(join(root, 'a36', name), LIMITS)).rejects.toThrow(message);
  });

  it('A36: an empty folder has no files', async () => {
    expect(await walkArticles(folder('empty'), LIMITS)).toEqual({ files: [], failures: [] });
  });
});

/** Bytes that look random and are the same at every run. */
function bytesOf(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at++) bytes[at] = (state = (state * 48271) % 2147483647) & 0xff;
  return bytes;
}

/** Appends to the file each time its handle is read, for the first so many openings. */
async function growWhileRead(path: string, times: number) {
  const handle = await open(path);
  const prototype = Object.getPrototypeOf(handle) as { read: (...parameters: unknown[]) => Promise<unknown> };
  await handle.close();
  const original = prototype.read;
  let grown = 0;
  return vi.spyOn(prototype, 'read').mockImplementation(function (this: unknown, ...parameters: unknown[]) {
    if (grown++ < times) appendFileSync(path, 'more ');
    return original.apply(this, parameters);
  });
}
