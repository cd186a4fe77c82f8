import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { StoreError, UserError } from '../../src/errors.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { encodeManifest } from '../../src/search/manifest.ts';
import { openNewestGeneration } from '../../src/search/open-generation.ts';
import { startChild } from '../support/child.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { FINGERPRINT, contentOf, indexFolder, putFiles, runOptions } from '../support/index-fixtures.ts';

const SENTENCES = 400;

/** An articles folder of ten files and 400 sentences, no two the same. */
async function folders(): Promise<{ articles: string; data: string }> {
  const root = await temporaryDirectory();
  const [articles, data] = [join(root, 'articles'), join(root, 'data')];
  mkdirSync(articles);
  for (let file = 0; file < 10; file++) {
    const sentences = Array.from({ length: SENTENCES / 10 }, (_, i) => `${file}번 기사의 문장 번호 ${i}번을 여기에 적는다.`);
    putFiles(articles, { [`${file}.md`]: `---\ntitle: 기사 ${file}\n---\n\n${sentences.join(' ')}\n` });
  }
  return { articles, data };
}

const entries = (data: string) => readdirSync(data).filter((name) => !name.startsWith('index.lock'));

/** Stops the run it embeds for after so many texts. */
class StoppingEmbeddings extends FakeEmbeddings {
  readonly stop = new AbortController();
  readonly #after: number;

  constructor(after: number) {
    super();
    this.#after = after;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await super.embedDocuments(texts);
    if (this.textsEmbedded >= this.#after) this.stop.abort(new Error('stopped'));
    return vectors;
  }
}

async function stoppedRun(
  articles: string,
  data: string,
  after: number,
  more: Parameters<typeof indexFolder>[2] = {},
): Promise<number> {
  const embeddings = new StoppingEmbeddings(after);
  await expect(indexFolder(articles, data, { ...more, embeddings, signal: embeddings.stop.signal })).rejects.toThrow('stopped');
  return embeddings.textsEmbedded;
}

describe('an index run that is stopped', () => {
  it('leaves only what it embedded, and the next one embeds the rest', async () => {
    const { articles, data } = await folders();
    const embedded = await stoppedRun(articles, data, 100);
    expect(entries(data)).toEqual(['embeddings.journal']);
    const report = await indexFolder(articles, data);
    expect(embedded).toBeGreaterThan(0);
    expect(report.textsEmbedded).toBe(SENTENCES - embedded);
    expect(entries(data)).toEqual(['generation-000001']);
  });

  it('leads to the same index as one that is not', async () => {
    const { articles, data } = await folders();
    await stoppedRun(articles, data, 100);
    await stoppedRun(articles, data, 100);
    await indexFolder(articles, data);
    await indexFolder(articles, `${data} at once`);
    expect(await contentOf(data)).toEqual(await contentOf(`${data} at once`));
  });

  it('helps no run of another model', async () => {
    const { articles, data } = await folders();
    await stoppedRun(articles, data, 100);
    const report = await indexFolder(articles, data, { fingerprint: { ...FINGERPRINT, model: 'other' } });
    expect(report.textsEmbedded).toBe(SENTENCES);
  });

  it('stops between two articles, also when there is nothing to embed', async () => {
    const { articles, data } = await folders();
    await indexFolder(articles, data);
    putFiles(articles, { '0.md': null });
    const stop = new AbortController();
    const onProgress = ({ phase }: { phase: string }) => {
      if (phase === 'embedding') stop.abort(new Error('stopped'));
    };
    await expect(indexFolder(articles, data, { signal: stop.signal, onProgress })).rejects.toThrow('stopped');
    expect(entries(data)).toEqual(['generation-000001']);
  });

  it('stops before it reads when it was stopped before it began', async () => {
    const { articles, data } = await folders();
    const onProgress = vi.fn();
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(indexFolder(articles, data, { signal, onProgress })).rejects.toThrow('stopped');
    expect(onProgress).not.toHaveBeenCalled();
    expect(entries(data)).toEqual([]);
  });
});

describe('an index run that is killed', () => {
  it('leaves the index as it was, and the next run removes its leftovers and embeds nothing twice', async () => {
    const { articles, data } = await folders();
    const child = startChild('index-child.ts', [articles, data, '128']);
    await child.until('hanging');
    await child.kill();
    expect(entries(data)).toEqual(['embeddings.journal', 'unpublished-generation-000001']);
    expect((await openNewestGeneration(data)).generation).toBeUndefined();
    const report = await indexFolder(articles, data);
    expect(report.textsEmbedded).toBe(SENTENCES - 128);
    expect(entries(data)).toEqual(['generation-000001']);
  });
});

describe('two index runs at a time', () => {
  it('are one: the second is refused with the process id of the first', async () => {
    const { articles, data } = await folders();
    const child = startChild('index-child.ts', [articles, data, '0']);
    await child.until('hanging');
    await expect(indexFolder(articles, data)).rejects.toThrow(UserError);
    await expect(indexFolder(articles, data)).rejects.toThrow(`child, process ${child.pid},`);
    expect(entries(data)).toEqual(['unpublished-generation-000001']);
    await child.kill();
    expect(await indexFolder(articles, data)).toMatchObject({ added: 10 });
  });

  it('start from what was published last, whatever was live when they were called', async () => {
    const { articles, data } = await folders();
    await indexFolder(articles, data);
    const { generation: live } = await openNewestGeneration(data);
    putFiles(articles, { 'new.md': '---\ntitle: 새 글\n---\n\n새 문장이다. 또 하나다.' });
    expect(await indexFolder(articles, data)).toMatchObject({ added: 1 });
    expect(await indexFolder(articles, data)).toMatchObject({ added: 0, skipped: 11, generation: 'generation-000002' });
    await live?.close();
  });
});

describe('generations', () => {
  const change = (articles: string, content: string) => {
    putFiles(articles, { 'changing.md': `---\ntitle: 바뀌는 글\n---\n\n${content}이다. 끝이다.` });
  };

  it('before the last two are removed, other files stay', async () => {
    const { articles, data } = await folders();
    putFiles(data, { 'notes.txt': 'mine', 'generation-x/mine': '', 'generation-000100.bak/mine': '' });
    for (const content of ['하나', '둘', '셋', '넷']) {
      change(articles, content);
      await indexFolder(articles, data);
    }
    const others = ['generation-000100.bak', 'generation-x', 'notes.txt'];
    expect(entries(data).sort()).toEqual(['generation-000003', 'generation-000004', ...others]);
  });

  it('that are damaged are replaced by the next run, and the whole one before stays', async () => {
    const { articles, data } = await folders();
    await indexFolder(articles, data);
    change(articles, '하나');
    await indexFolder(articles, data);
    putFiles(data, { 'generation-000002/sentences.i8': 'x' });
    const { generation, alerts } = await openNewestGeneration(data);
    expect(generation?.manifest.generation).toBe(1);
    expect(alerts).toEqual(['generation-000002 cannot be used: sentences.i8 was changed or cut']);
    await generation?.close();
    putFiles(articles, { 'changing.md': null });
    const report = await indexFolder(articles, data);
    expect(report).toMatchObject({ skipped: 10, embedded: 0, generation: 'generation-000003' });
    expect(entries(data)).toEqual(['generation-000001', 'generation-000003']);
  });

  it('of a newer program are refused and left untouched', async () => {
    const { articles, data } = await folders();
    await indexFolder(articles, data);
    const newer = join(data, 'generation-000002');
    cpSync(join(data, 'generation-000001'), newer, { recursive: true });
    const manifest = encodeManifest({ format: 99, generation: 2 });
    putFiles(newer, { 'manifest.json': manifest });
    await expect(indexFolder(articles, data, { full: true })).rejects.toThrow(UserError);
    await expect(indexFolder(articles, data)).rejects.toThrow(/newer gisabot \(format 99\). Update gisabot, or set DATA_DIR/);
    expect(entries(data)).toEqual(['generation-000001', 'generation-000002']);
    expect(readFileSync(join(newer, 'manifest.json'), 'utf8')).toBe(manifest);
  });

  it('of an older program are built again', async () => {
    const { articles, data } = await folders();
    await indexFolder(articles, data);
    putFiles(data, { 'generation-000001/manifest.json': encodeManifest({ format: 0, generation: 1 }) });
    expect((await openNewestGeneration(data)).alerts).toEqual([
      'generation-000001 cannot be used: an older gisabot wrote it; the index is built again',
    ]);
    expect(await indexFolder(articles, data)).toMatchObject({ added: 10, generation: 'generation-000002' });
  });
});

describe('an embedding model that gives', () => {
  it.each([
    ['too few vectors', (vectors: number[][]) => vectors.slice(1), /must give 64 vectors of 64 numbers/],
    [
      'vectors of another length',
      (vectors: number[][]) => vectors.map((vector) => vector.slice(1)),
      /must give 64 vectors of 64/,
    ],
    ['numbers that are not finite', (vectors: number[][]) => vectors.map((vector) => vector.with(3, NaN)), /not finite/],
  ])('%s fails the run, and nothing of it is kept', async (_, change, message) => {
    const { articles, data } = await folders();
    const embeddings = new FakeEmbeddings();
    const embed = embeddings.embedDocuments.bind(embeddings);
    embeddings.embedDocuments = async (texts) => change(await embed(texts));
    const run = reindex(runOptions(articles, data, { embeddings }));
    await expect(run).rejects.toThrow(StoreError);
    await expect(run).rejects.toThrow(message);
    expect(entries(data)).toEqual([]);
    expect(existsSync(join(data, 'embeddings.journal'))).toBe(false);
  });
});

describe('a full disk', () => {
  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])('is told in words (%s), and leaves the index as it was', async (code) => {
    const { articles, data } = await folders();
    await indexFolder(articles, data);
    const embeddings = new FakeEmbeddings();
    embeddings.embedDocuments = () => Promise.reject(Object.assign(new Error('no space'), { code }));
    const run = reindex(runOptions(articles, data, { embeddings, full: true }));
    await expect(run).rejects.toThrow(UserError);
    await expect(run).rejects.toThrow(/disk is full.*stays as it was/);
    expect(entries(data)).toEqual(['generation-000001']);
  });
});

describe('a read-only data directory', () => {
  it('answers questions, and refuses to be indexed with the reason', async () => {
    const { articles, data } = await folders();
    await indexFolder(articles, data);
    for (const path of [join(data, '..'), articles]) chmodSync(path, 0o755);
    for (const name of readdirSync(join(data, 'generation-000001'))) chmodSync(join(data, 'generation-000001', name), 0o444);
    for (const path of [join(data, 'generation-000001'), data]) chmodSync(path, 0o555);
    // Permissions do not bind root, so an ordinary user tries.
    const user = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const reader = startChild('search-child.ts', [data], user);
    await reader.until('found 10');
    const writer = startChild('index-child.ts', [articles, data, '999'], user);
    await writer.until('cannot be written: EACCES');
    for (const path of [data, join(data, 'generation-000001')]) chmodSync(path, 0o755);
  });
});
