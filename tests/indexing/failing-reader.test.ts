import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LOADER_VERSION } from '../../src/articles/load.ts';
import type * as load from '../../src/articles/load.ts';
import type { Document } from '../../src/types.ts';
import { APPLES, FARES, RAIN, counts, folders, sourcesIn, textIn } from '../support/article-folders.ts';
import { FINGERPRINT, indexFolder, putFiles } from '../support/index-fixtures.ts';

/** What reading fares.md does instead of what it should; undefined: nothing else. */
let instead: ((document: Document) => Document) | undefined;

vi.mock('../../src/articles/load.ts', async (original) => {
  const actual = await original<typeof load>();
  return {
    ...actual,
    parseArticle: async (source: string, bytes: Buffer) => {
      const document = await actual.parseArticle(source, bytes);
      return source === 'fares.md' && instead ? instead(document) : document;
    },
  };
});

beforeEach(() => {
  instead = undefined;
});

const fail = () => {
  throw new TypeError('boom');
};

describe('a reader that fails', () => {
  it('costs its own file only', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
    instead = fail;
    expect(counts(await indexFolder(articles, data))).toMatchObject({ added: 1, failed: ['fares.md: it cannot be read: boom'] });
  });

  it('leaves the former text of a file that did not change, when a new version of it fails', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
    await indexFolder(articles, data);
    instead = fail;
    const newer = { fingerprint: { ...FINGERPRINT, loader: `${LOADER_VERSION} and newer` } };
    expect(counts(await indexFolder(articles, data, newer))).toMatchObject({
      updated: 1,
      deleted: 0,
      failed: ['fares.md: it cannot be read: boom'],
    });
    expect(await textIn(data, 'fares.md')).toContain('기본요금');
    instead = undefined;
    expect(counts(await indexFolder(articles, data, { ...newer, full: true }))).toMatchObject({ updated: 2, failed: [] });
  });

  it('leaves the former text of one file while that of another is kept too', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES, 'rain.md': RAIN });
    await indexFolder(articles, data);
    instead = fail;
    putFiles(articles, { 'apples.md': null });
    symlinkSync(join(articles, 'rain.md'), join(articles, 'apples.md'));
    const newer = { fingerprint: { ...FINGERPRINT, loader: 'newer' } };
    await indexFolder(articles, data, newer);
    putFiles(articles, { 'fares.md': `${FARES} ` });
    await indexFolder(articles, data, newer);
    expect(await sourcesIn(data)).toEqual(['apples.md', 'fares.md', 'rain.md']);
  });

  it('may give no half characters', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
    instead = (document) => ({ ...document, text: document.text.replace('요금', '\ud83d') });
    expect(counts(await indexFolder(articles, data)).failed).toEqual(['fares.md: its text is not valid Unicode']);
  });
});
