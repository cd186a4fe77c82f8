import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArticle, readArticle } from '../../src/articles/load.ts';
import { readPagesInChild } from '../../src/articles/pdf/parent.ts';
import { factsOf, readSources } from '../support/imports.ts';
import { sentenceOf } from './bad-articles/kind.ts';
import { readAlone } from './bad-articles/read-alone.ts';

const LIMITS = { maxBytes: 1_000_000 };
/** A regular file of the system whose reading fails for everyone. */
const FAILING = '/proc/self/mem';
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gisabot-unreadable-'));
  chmodSync(folder, 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('A20: what cannot be read', () => {
  it.skipIf(!existsSync(FAILING))('is refused when reading fails (skipped where there is no /proc)', async () => {
    await expect(readArticle({ path: FAILING }, LIMITS)).rejects.toThrow(/^cannot be read: EIO$/);
  });

  it('is refused when it is a folder by now', async () => {
    await expect(readArticle({ path: folder }, LIMITS)).rejects.toThrow('not a regular file');
  });

  it.skipIf(!isRoot)(
    'is refused without permission, also in a folder without permission (skipped unless root can be nobody)',
    async () => {
      for (const name of ['open.txt', 'locked.txt']) writeFileSync(join(folder, name), sentenceOf('솔섬'));
      chmodSync(join(folder, 'open.txt'), 0o644);
      chmodSync(join(folder, 'locked.txt'), 0);
      const [open, locked] = await readAlone(folder, ['open.txt', 'locked.txt'], LIMITS.maxBytes, { uid: NOBODY });
      expect(open?.document?.text).toBe(sentenceOf('솔섬'));
      expect(locked?.reason).toBe('cannot be read: permission denied');
    },
  );
});

describe('A30: front matter that calls the parser in itself', () => {
  it.each([
    ['lists', '['],
    ['maps', '{a: '],
    ['items', '- '],
    ['keys', '? '],
  ])('is no end of the process: %s', async (_, opening) => {
    const text = sentenceOf('솔섬');
    for (const depth of [60, 1_000, 15_000]) {
      const document = await parseArticle(
        'a.md',
        Buffer.from(`---\ntitle: a\nnote:\n  ${opening.repeat(depth)}x\n---\n${text}\n`),
      );
      expect(document).toMatchObject({ title: 'a', text });
      expect(document.warnings).toEqual(['the front matter is not valid YAML and was ignored']);
    }
  });

  it('is read up to the depth that metadata have', async () => {
    const document = await parseArticle(
      'b.md',
      Buffer.from(`---\ntitle: good\nauthor:\n  - name: [[someone]]\n---\n${sentenceOf('솔섬')}\n`),
    );
    expect(document).toMatchObject({ title: 'good', warnings: [] });
  });
});

describe('A26, A28: where files are parsed', () => {
  it('the bot and the engine client load no reader of files: pages are parsed in the index process', () => {
    const facts = new Map(factsOf(readSources('src')).map((each) => [each.path, each]));
    const loaded = new Set<string>();
    const load = (path: string): void => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const { target, isProject, isTypeOnly } of facts.get(path)?.imports ?? []) {
        if (isTypeOnly) continue;
        if (isProject) load(target);
        else loaded.add(target);
      }
    };
    load('main.ts');
    expect(loaded.has('engine/engine-client.ts')).toBe(true);
    expect(
      [...loaded].filter((each) => each.startsWith('articles/') || /^(?:htmlparser2|unpdf|yaml|iconv-lite)$/.test(each)),
    ).toEqual([]);
  });

  it('a reader of PDF files that does not start is a reason without the paths of the machine', async () => {
    const before = process.execPath;
    process.execPath = '/nowhere/at/all/node';
    try {
      await expect(readPagesInChild(Buffer.from('%PDF-1.4'))).rejects.toThrow(/^the PDF reader does not start: ENOENT$/);
    } finally {
      process.execPath = before;
    }
  });
});
