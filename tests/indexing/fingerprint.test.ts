import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APPLES, FARES, counts, folders } from '../support/article-folders.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { FINGERPRINT, indexFolder, putFiles, reading } from '../support/index-fixtures.ts';

describe('with another fingerprint an index run', () => {
  it.each(['loader', 'splitter', 'terms'] as const)(
    'reads everything again when the %s is another, and embeds nothing',
    async (part) => {
      const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
      await indexFolder(articles, data);
      const fingerprint = { ...FINGERPRINT, [part]: '2' };
      const report = await indexFolder(articles, data, { fingerprint });
      expect(report).toMatchObject({ updated: 2, skipped: 0, embedded: 0, generation: 'generation-000002' });
      expect(await reading(data, (reader) => Promise.resolve(reader.manifest.fingerprint))).toEqual(fingerprint);
    },
  );

  it.each([{ model: 'other' }, { context: '2' }])('embeds everything again: %j', async (change) => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
    await indexFolder(articles, data);
    const report = await indexFolder(articles, data, { fingerprint: { ...FINGERPRINT, ...change } });
    expect(report).toMatchObject({ updated: 2, embedded: 5, textsEmbedded: 5 });
  });

  it('embeds everything again when only the length of a vector is another', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    const embeddings = new FakeEmbeddings({ dimensions: 32 });
    await indexFolder(articles, data, { fingerprint: { ...FINGERPRINT, splitter: '2' }, dimensions: 32, embeddings });
    expect(embeddings.textsEmbedded).toBe(3);
  });

  it('keeps the former text of a file that cannot be read, embeds it by the new model, and reads the file as soon as it can', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
    await indexFolder(articles, data);
    rmSync(join(articles, 'fares.md'));
    symlinkSync(join(articles, 'apples.md'), join(articles, 'fares.md'));
    const embeddings = new FakeEmbeddings({ dimensions: 32 });
    const other = { fingerprint: { ...FINGERPRINT, model: 'other' }, dimensions: 32, embeddings };
    const report = await indexFolder(articles, data, other);
    expect(counts(report)).toMatchObject({ updated: 1, deleted: 0, failed: [expect.stringMatching(/^fares.md: symbolic link/)] });
    await reading(data, async (reader) => {
      expect(await reader.text('fares.md')).toContain('기본요금');
      expect((await reader.record('fares.md'))?.vectors[0]?.values).toHaveLength(32);
    });
    rmSync(join(articles, 'fares.md'));
    putFiles(articles, { 'fares.md': FARES });
    expect(counts(await indexFolder(articles, data, other))).toMatchObject({ updated: 1, skipped: 1, failed: [] });
  });
});
