import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { APPLES, FARES, counts, entries, folders, page, sourcesIn, textIn } from '../support/article-folders.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { contentOf, indexFolder, putFiles } from '../support/index-fixtures.ts';

describe('a file that cannot be used', () => {
  it('is reported and keeps its former text, also in the runs that follow', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
    await indexFolder(articles, data);
    putFiles(articles, { 'fares.md': ' ' });
    for (const updated of [0, 0]) {
      const report = await indexFolder(articles, data);
      expect(counts(report)).toEqual({ added: 0, updated, deleted: 0, skipped: 1, failed: ['fares.md: empty'] });
      expect(report).toMatchObject({ articles: 2, embedded: 0, generation: 'generation-000002' });
      expect(await textIn(data, 'fares.md')).toContain('기본요금');
    }
    putFiles(articles, { 'fares.md': FARES });
    expect(counts(await indexFolder(articles, data))).toEqual({ added: 0, updated: 0, deleted: 0, skipped: 2, failed: [] });
  });

  it('is taken in when it can be used again', async () => {
    const { articles, data } = await folders({ 'fares.md': '', 'apples.md': APPLES });
    expect(counts(await indexFolder(articles, data))).toMatchObject({ added: 1, failed: ['fares.md: empty'] });
    putFiles(articles, { 'fares.md': FARES });
    expect(counts(await indexFolder(articles, data))).toMatchObject({ added: 1, skipped: 1, failed: [] });
  });

  it('loses its former text when it is deleted', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
    await indexFolder(articles, data);
    putFiles(articles, { 'fares.md': '' });
    await indexFolder(articles, data);
    putFiles(articles, { 'fares.md': null });
    expect(counts(await indexFolder(articles, data))).toEqual({ added: 0, updated: 0, deleted: 1, skipped: 1, failed: [] });
    expect(await sourcesIn(data)).toEqual(['apples.md']);
  });

  it('and its copy keep their former text once', async () => {
    const { articles, data } = await folders({ 'a.md': FARES, 'b.md': FARES, 'c.md': APPLES });
    await indexFolder(articles, data);
    putFiles(articles, { 'a.md': '', 'b.md': '' });
    expect(counts(await indexFolder(articles, data)).failed).toEqual(['a.md: empty', 'b.md: empty']);
    const { records } = await contentOf(data);
    expect(records.map((record) => [record?.article.source, record?.article.copies])).toEqual([
      ['a.md', ['b.md']],
      ['c.md', []],
    ]);
  });

  it('is left out when it changes while the run goes on, and indexed by the next', async () => {
    const many = page('많은 문장', ...Array.from({ length: 300 }, (_, i) => `문장 번호 ${i}번을 여기에 적는다.`));
    const { articles, data } = await folders({ 'a.md': many, 'b.md': FARES });
    const embeddings = new FakeEmbeddings();
    const embed = embeddings.embedDocuments.bind(embeddings);
    embeddings.embedDocuments = (texts) => {
      putFiles(articles, { 'b.md': APPLES });
      return embed(texts);
    };
    const report = await indexFolder(articles, data, { embeddings });
    expect(counts(report)).toMatchObject({ added: 1, failed: ['b.md: it changed while it was indexed: index again'] });
    expect(counts(await indexFolder(articles, data))).toMatchObject({ added: 1, skipped: 1, failed: [] });
  });
});

describe('an index that is not empty', () => {
  it.each([
    ['is empty', {}],
    ['holds nothing that can be used', { 'broken.md': ' ', 'picture.png': 'x' }],
  ])('A36: stays as it is when the folder %s', async (_, files) => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    rmSync(join(articles, 'fares.md'));
    putFiles(articles, files);
    await expect(indexFolder(articles, data)).rejects.toThrow(UserError);
    await expect(indexFolder(articles, data, { full: true })).rejects.toThrow(/no usable article.*delete DATA_DIR/);
    expect(entries(data)).toEqual(['generation-000001']);
    expect(await sourcesIn(data)).toEqual(['fares.md']);
  });

  it('A36: stays as it is when it is damaged and the folder is empty', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    rmSync(join(articles, 'fares.md'));
    putFiles(data, { 'generation-000001/chunks.f32': 'x' });
    await expect(indexFolder(articles, data)).rejects.toThrow(UserError);
    expect(entries(data)).toEqual(['generation-000001']);
  });

  it('A36: stays as it is when the folder is missing', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    rmSync(articles, { recursive: true });
    await expect(indexFolder(articles, data)).rejects.toThrow(UserError);
    expect(await sourcesIn(data)).toEqual(['fares.md']);
  });
});
