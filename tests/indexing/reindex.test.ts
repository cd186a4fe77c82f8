import fc from 'fast-check';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { FINGERPRINT, contentOf, indexFolder, putFiles, reading } from '../support/index-fixtures.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';

/** A file whose title does not come from its name. */
const page = (title: string, ...sentences: string[]) => `---\ntitle: ${title}\n---\n\n${sentences.join(' ')}\n`;

const FARES = page(
  '지하철 요금',
  '서울 지하철 기본요금이 내년에 오른다.',
  '서울시는 3월부터 적용한다고 밝혔다.',
  '버스 요금은 그대로 둔다.',
);
const APPLES = page('사과 수확', '올해 사과 수확량이 크게 줄었다.', '봄에 내린 서리가 원인이다.');
const RAIN = page('장마', '장마가 다음 주에 시작된다.', '남부 지방에 많은 비가 온다.');

async function folders(files: Readonly<Record<string, string | null>> = {}): Promise<{ articles: string; data: string }> {
  const root = await temporaryDirectory();
  const [articles, data] = [join(root, 'articles'), join(root, 'data')];
  mkdirSync(articles);
  putFiles(articles, files);
  return { articles, data };
}

const counts = ({ added, updated, deleted, skipped, failed }: Awaited<ReturnType<typeof indexFolder>>) => ({
  ...{ added, updated, deleted, skipped },
  failed: failed.map(({ source, reason }) => `${source}: ${reason}`),
});

const sourcesIn = (data: string) => reading(data, async (reader) => (await reader.articles()).map(({ source }) => source));
const textIn = (data: string, source: string) => reading(data, (reader) => reader.text(source));
const entries = (data: string) => readdirSync(data).filter((name) => !name.startsWith('index.lock'));

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
    expect(seen).toEqual(['reading 0/2', 'embedding 1/2', 'embedding 2/2', 'publishing 2/2']);
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

it('a full run reads and embeds everything again', async () => {
  const { articles, data } = await folders({ 'fares.md': FARES, 'apples.md': APPLES });
  await indexFolder(articles, data);
  const report = await indexFolder(articles, data, { full: true });
  expect(report).toMatchObject({ updated: 2, skipped: 0, embedded: 5, textsEmbedded: 5, generation: 'generation-000002' });
});

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
  ])('stays as it is when the folder %s', async (_, files) => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    rmSync(join(articles, 'fares.md'));
    putFiles(articles, files);
    await expect(indexFolder(articles, data)).rejects.toThrow(UserError);
    await expect(indexFolder(articles, data, { full: true })).rejects.toThrow(/no usable article.*delete DATA_DIR/);
    expect(entries(data)).toEqual(['generation-000001']);
    expect(await sourcesIn(data)).toEqual(['fares.md']);
  });

  it('stays as it is when it is damaged and the folder is empty', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    rmSync(join(articles, 'fares.md'));
    putFiles(data, { 'generation-000001/chunks.f32': 'x' });
    await expect(indexFolder(articles, data)).rejects.toThrow(UserError);
    expect(entries(data)).toEqual(['generation-000001']);
  });

  it('stays as it is when the folder is missing', async () => {
    const { articles, data } = await folders({ 'fares.md': FARES });
    await indexFolder(articles, data);
    rmSync(articles, { recursive: true });
    await expect(indexFolder(articles, data)).rejects.toThrow(UserError);
    expect(await sourcesIn(data)).toEqual(['fares.md']);
  });
});
