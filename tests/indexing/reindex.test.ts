import fc from 'fast-check';
import { existsSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APPLES, FARES, RAIN, counts, entries, folders, page, sourcesIn, textIn } from '../support/article-folders.ts';
import { FINGERPRINT, contentOf, indexFolder, putFiles, reading } from '../support/index-fixtures.ts';

describe('an index run', () => {
  it('indexes a folder', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'more/apples.md': APPLES, 'picture.png': 'x' });
    const report = await indexFolder(articles, data);
    expect(counts(report)).toEqual({
      added: 2,
      updated: 0,
      deleted: 0,
      skipped: 0,
      failed: ['picture.png: unsupported format: .png'],
    });
    expect(report).toMatchObject({ articles: 2, chunks: 2, embedded: 5, textsEmbedded: 5, generation: 'generation-000001' });
    expect(await sourcesIn(data)).toEqual(['fares.md', 'more/apples.md']);
    expect(entries(data)).toEqual(['generation-000001']);
  });

  it('publishes nothing when nothing changed', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'copy.md': FARES, 'empty.md': '' });
    await indexFolder(articles, data);
    const report = await indexFolder(articles, data);
    expect(counts(report)).toEqual({ added: 0, updated: 0, deleted: 0, skipped: 2, failed: ['empty.md: empty'] });
    expect(report).toMatchObject({ articles: 1, chunks: 1, embedded: 0, generation: 'generation-000001' });
    expect(entries(data)).toEqual(['generation-000001']);
  });

  it('adds, updates and deletes, and embeds only what is new', async () => {
    const { articles, data } = await folders({ 'apples.md': APPLES, 'fares.md': FARES, 'old.md': RAIN });
    await indexFolder(articles, data);
    putFiles(articles, {
      'old.md': null,
      'new.md': page('새 소식', '새 소식이다.'),
      'fares.md': FARES.replace('그대로 둔다', '내린다'),
    });
    const report = await indexFolder(articles, data);
    expect(counts(report)).toEqual({ added: 1, updated: 1, deleted: 1, skipped: 1, failed: [] });
    expect(report).toMatchObject({ embedded: 2, textsEmbedded: 2, generation: 'generation-000002' });
    expect(await sourcesIn(data)).toEqual(['apples.md', 'fares.md', 'new.md']);
    expect(await textIn(data, 'fares.md')).toContain('버스 요금은 내린다.');
  });

  it('embeds nothing of a file that was only renamed', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    putFiles(articles, { 'fares.md': null, 'other.md': FARES });
    expect(await indexFolder(articles, data)).toMatchObject({ added: 1, deleted: 1, embedded: 0 });
    expect(await sourcesIn(data)).toEqual(['other.md']);
  });

  it('reads a renamed file as its new name says', async () => {
    const { articles, data } = await folders({ 'fares.txt': '# 요금\n\n기본요금이 오른다. 내년부터다.' });
    await indexFolder(articles, data);
    putFiles(articles, { 'fares.txt': null, 'fares.md': '# 요금\n\n기본요금이 오른다. 내년부터다.' });
    await indexFolder(articles, data);
    expect(await textIn(data, 'fares.md')).not.toContain('#');
  });

  it('notes the new time of a file that was only touched, without embedding', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    utimesSync(join(articles, 'fares.md'), 1_600_000_000, 1_600_000_000);
    expect(await indexFolder(articles, data)).toMatchObject({ skipped: 1, embedded: 0, generation: 'generation-000002' });
    expect((await contentOf(data)).files).toMatchObject([{ modified: 1_600_000_000_000 }]);
    expect(await indexFolder(articles, data)).toMatchObject({ generation: 'generation-000002' });
  });

  it('leads to the same index as a run from scratch, whatever was there before', async () => {
    const content = fc.constantFrom(FARES, APPLES, RAIN, page('둘', '하나다.', '둘이다.'));
    const folder = fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c/d.md'), content, { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(folder, folder, async (earlier, now) => {
        const { articles, data } = await folders(earlier);
        await indexFolder(articles, data);
        for (const name of Object.keys(earlier)) rmSync(join(articles, name));
        putFiles(articles, now);
        await indexFolder(articles, data);
        await indexFolder(articles, `${data} from scratch`);
        expect(await contentOf(data)).toEqual(await contentOf(`${data} from scratch`));
      }),
      { numRuns: 12 },
    );
  });

  it('searches by words alone without an embedding model', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    const none = { dimensions: 0, fingerprint: { ...FINGERPRINT, model: 'none' } };
    expect(await indexFolder(articles, data, none)).toMatchObject({ added: 1, embedded: 0, textsEmbedded: 0 });
    putFiles(articles, { 'apples.md': APPLES });
    expect(await indexFolder(articles, data, none)).toMatchObject({ added: 1, skipped: 1, textsEmbedded: 0 });
    await reading(data, async (reader) => {
      const [hit] = await reader.search({ terms: ['사과'], vector: null, candidates: 3 });
      expect(hit?.article.source).toBe('apples.md');
    });
    expect(existsSync(join(data, 'embeddings.journal'))).toBe(false);
  });

  it('tells how far it is', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
    const seen: string[] = [];
    await indexFolder(articles, data, { onProgress: ({ phase, done, total }) => seen.push(`${phase} ${done}/${total}`) });
    expect(seen).toEqual(['reading 0/2', 'embedding 0/2', 'embedding 2/2', 'embedding 2/2', 'publishing 2/2']);
  });

  it('does not report or index its own files in the articles folder', async () => {
    const { articles } = await folders({ 'fares.md': FARES, 'index/notes.md': APPLES, 'index/other.bin': 'x' });
    for (const data of [join(articles, 'index'), articles]) {
      await indexFolder(articles, data);
      const report = await indexFolder(articles, data);
      expect(report.failed.map(({ source }) => source).filter((source) => !source.startsWith('index/'))).toEqual([]);
      expect(report).toMatchObject({ skipped: 2 });
    }
    const inner = await indexFolder(articles, join(articles, 'index'));
    expect(inner.failed.map(({ source }) => source)).not.toContain('index/embeddings.journal');
    expect(inner.failed.filter(({ source }) => source.startsWith('index/')).map(({ source }) => source)).toEqual([
      'index/other.bin',
    ]);
  });
});

it('a full run reads and embeds everything again', async () => {
  const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
  await indexFolder(articles, data);
  const report = await indexFolder(articles, data, { full: true });
  expect(report).toMatchObject({ updated: 2, skipped: 0, embedded: 5, textsEmbedded: 5, generation: 'generation-000002' });
});
