import { describe, expect, it } from 'vitest';
import type { IndexReader } from '../../src/search/index-port.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { recordOf } from '../support/index-fixtures.ts';
import { ARTICLES, DIMENSIONS, HOSTILE, sourcesFound, vectorOf, type IndexBench } from './index-bench.ts';

/** What every index keeps and when it shows it. */
export function storingContract(bench: IndexBench): void {
  describe('storing', () => {
    it('gives back each article as it was added', async () => {
      const reader = await bench.index();
      for (const draft of ARTICLES) expect(await reader.record(draft.source)).toEqual(await recordOf(draft));
    });

    it('lists articles and files', async () => {
      const files = [
        { source: 'a.txt', hash: 'ab', bytes: 3, modified: 1_700_000_000_123.25, reason: null },
        { source: 'b.txt', hash: null, bytes: 9, modified: -1, reason: 'permission denied' },
      ];
      const reader = await bench.publish(await bench.makeStore(), ARTICLES, files);
      expect(await reader.files()).toEqual(files);
      const articles = await reader.articles();
      expect(articles.map(({ source, chunks, copies }) => [source, chunks, copies])).toEqual([
        ['fares.txt', 2, []],
        ['apples.txt', 1, ['copy of apples.txt']],
        ['english.txt', 1, []],
      ]);
    });

    it('gives chunks whose text is the slice of their article, with their sentences', async () => {
      const reader = await bench.index();
      for (const { source, text } of ARTICLES) {
        const chunks = await reader.chunksOf(source);
        expect(chunks.map((chunk) => chunk.text)).toEqual(text.split('\n'));
        for (const chunk of chunks) {
          expect(chunk.text).toBe((await reader.text(source))?.slice(chunk.start, chunk.end));
          expect(chunk.sentences.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(chunk.text);
          expect(chunk.article.source).toBe(source);
          expect(await reader.chunks([chunk.id])).toEqual([chunk]);
        }
      }
    });

    it.each(HOSTILE)('keeps the text %j as it is', async (text) => {
      const draft = { source: `${text} ?.txt`, title: text, text: `x ${text} y` };
      const reader = await bench.index([draft, ...ARTICLES]);
      expect(await reader.text(draft.source)).toBe(draft.text);
      expect((await reader.chunksOf(draft.source)).map((chunk) => chunk.text)).toEqual([draft.text]);
    });

    it('knows nothing of sources that are not in it, and refuses ids that are not', async () => {
      const reader = await bench.index();
      expect(await reader.text('other.txt')).toBeUndefined();
      expect(await reader.record('other.txt')).toBeUndefined();
      expect(await reader.chunksOf('other.txt')).toEqual([]);
      for (const id of [-1, 4, 0.5, NaN]) await expect(reader.chunks([0, id])).rejects.toThrow(/not in the index/);
    });

    it('may be empty', async () => {
      const reader = await bench.index([]);
      expect(await reader.articles()).toEqual([]);
      expect(await reader.search({ terms: ['요금'], vector: await vectorOf('요금'), candidates: 10 })).toEqual([]);
      expect(reader.manifest).toMatchObject({ articles: 0, chunks: 0, sentences: 0 });
    });

    it('keeps an article without chunks', async () => {
      const reader = await bench.index([{ source: 'empty.txt', text: '' }, ...ARTICLES]);
      expect(await reader.chunksOf('empty.txt')).toEqual([]);
      expect((await reader.chunksOf('fares.txt')).length).toBe(2);
    });

    it('refuses vectors that do not fit the sentences', async () => {
      const writer = (await bench.makeStore()).write(DIMENSIONS);
      const record = await recordOf(ARTICLES[0]!);
      expect(() => {
        writer.add({ ...record, vectors: record.vectors.slice(1) });
      }).toThrow(/fares.txt: 3 vectors of 64/);
      const narrow = await recordOf(ARTICLES[0]!, new FakeEmbeddings({ dimensions: 8 }));
      expect(() => {
        writer.add(narrow);
      }).toThrow(/of 64 dimensions/);
      writer.close();
    });
  });

  describe('keys of chunks', () => {
    const keys = async (reader: IndexReader, source: string) => (await reader.chunksOf(source)).map(({ key }) => key);

    it('stay the same in the next index when path and text do', async () => {
      const store = await bench.makeStore();
      const before = await keys(await bench.publish(store, ARTICLES), 'fares.txt');
      const changed = { ...ARTICLES[0]!, text: `새 문단이다.\n${ARTICLES[0]!.text}` };
      const after = await keys(await bench.publish(store, [ARTICLES[1]!, changed]), 'fares.txt');
      expect(after.slice(1)).toEqual(before);
      expect(after[0]).not.toBe(before[0]);
    });

    it('differ for the same text in another article, and for the same text twice in one', async () => {
      const text = '같은 말이다.\n다른 말이다.\n같은 말이다.\n같은 말이다.';
      const reader = await bench.index([
        { source: 'a', text },
        { source: 'b', text },
      ]);
      const all = [...(await keys(reader, 'a')), ...(await keys(reader, 'b'))];
      expect(new Set(all).size).toBe(8);
    });
  });

  describe('publishing', () => {
    it('shows nothing before it', async () => {
      const store = await bench.makeStore();
      expect(await store.open()).toBeUndefined();
      const writer = store.write(DIMENSIONS);
      writer.add(await recordOf(ARTICLES[0]!));
      expect(await store.open()).toBeUndefined();
      writer.close();
      expect(await store.open()).toBeUndefined();
    });

    it('replaces the index, while readers of the one before go on', async () => {
      const store = await bench.makeStore();
      const before = await bench.publish(store, ARTICLES);
      const after = await bench.publish(store, ARTICLES.slice(0, 1));
      expect(await sourcesFound(after, { terms: ['사과', '요금'] })).toEqual(['fares.txt']);
      expect(await sourcesFound(before, { terms: ['사과', '요금'] })).toEqual(['apples.txt', 'fares.txt']);
      expect(after.manifest.generation).toBeGreaterThan(before.manifest.generation);
    });

    it('lets many readers open the same state', async () => {
      const store = await bench.makeStore();
      const readers = [await bench.publish(store, ARTICLES), await bench.open(store), await bench.open(store)];
      for (const reader of readers) expect(await sourcesFound(reader, { terms: ['사과'] })).toEqual(['apples.txt']);
    });
  });
}
