import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleRecord, IndexedFile, IndexReader } from '../../src/search/index-port.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { recordOf, type Draft } from '../support/index-fixtures.ts';

/** A store of one index, empty at first. Each member of the port makes one for the suite. */
export interface IndexStore {
  /** Starts the next state of the index. */
  write(dimensions: number): {
    add(record: ArticleRecord): void;
    addFile(file: IndexedFile): void;
    publish(): Promise<unknown>;
    close(): void;
  };
  /** Opens the state that was published last; undefined when there is none. */
  open(): Promise<IndexReader | undefined>;
}

const DIMENSIONS = 64;
const ARTICLES: Draft[] = [
  {
    source: 'fares.txt',
    title: '지하철 요금',
    date: '2024-01-05',
    text: '서울 지하철 기본요금이 내년에 오른다. 시는 3월부터 적용한다.\n버스 요금은 그대로 둔다.',
  },
  {
    source: 'apples.txt',
    title: '사과 수확',
    date: '2024-02-10',
    text: '올해 사과 수확량이 크게 줄었다. 봄 서리가 원인이다.',
    copies: ['copy of apples.txt'],
  },
  {
    source: 'english.txt',
    title: 'Subway fares',
    date: null,
    korean: false,
    text: 'The subway fare rises next year. It will be 1,500 won.',
  },
];
const HOSTILE = [
  '',
  "'; DROP TABLE chunks; --",
  '"a" OR NEAR(',
  'a\u0000b',
  '* ^ : -',
  '🙂👨‍👩‍👧 \u202e',
  'e\u0301',
  '%_\\',
  'constructor __proto__ toString',
];

/** What every index does, whatever it is made of. */
export function indexContract(name: string, makeStore: () => Promise<IndexStore>): void {
  describe(`${name} as an index`, () => {
    const open: IndexReader[] = [];
    afterEach(async () => {
      for (const reader of open.splice(0)) await reader.close();
    });

    async function published(
      store: IndexStore,
      drafts: readonly Draft[],
      files: readonly IndexedFile[] = [],
      dimensions = DIMENSIONS,
    ) {
      const writer = store.write(dimensions);
      const embeddings = dimensions > 0 ? new FakeEmbeddings({ dimensions }) : null;
      for (const draft of drafts) writer.add(await recordOf(draft, embeddings));
      for (const file of files) writer.addFile(file);
      await writer.publish();
      writer.close();
      return read(store);
    }

    async function read(store: IndexStore): Promise<IndexReader> {
      const reader = await store.open();
      if (!reader) throw new Error('nothing was published');
      open.push(reader);
      return reader;
    }

    const index = async (drafts = ARTICLES): Promise<IndexReader> => published(await makeStore(), drafts);
    const vectorOf = async (text: string) => Float32Array.from(await new FakeEmbeddings().embedQuery(text));
    const sourcesFound = async (reader: IndexReader, query: Partial<Parameters<IndexReader['search']>[0]>) => {
      const found = await reader.search({ terms: [], vector: null, candidates: 10, ...query });
      return [...new Set(found.map(({ article }) => article.source))].sort();
    };

    describe('storing', () => {
      it('gives back each article as it was added', async () => {
        const reader = await index();
        for (const draft of ARTICLES) expect(await reader.record(draft.source)).toEqual(await recordOf(draft));
      });

      it('lists articles and files', async () => {
        const files = [
          { source: 'a.txt', hash: 'ab', bytes: 3, modified: 1_700_000_000_123.25, reason: null },
          { source: 'b.txt', hash: null, bytes: 9, modified: -1, reason: 'permission denied' },
        ];
        const reader = await published(await makeStore(), ARTICLES, files);
        expect(await reader.files()).toEqual(files);
        const articles = await reader.articles();
        expect(articles.map(({ source, chunks, copies }) => [source, chunks, copies])).toEqual([
          ['fares.txt', 2, []],
          ['apples.txt', 1, ['copy of apples.txt']],
          ['english.txt', 1, []],
        ]);
      });

      it('gives chunks whose text is the slice of their article, with their sentences', async () => {
        const reader = await index();
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
        const reader = await index([draft, ...ARTICLES]);
        expect(await reader.text(draft.source)).toBe(draft.text);
        expect((await reader.chunksOf(draft.source)).map((chunk) => chunk.text)).toEqual([draft.text]);
      });

      it('knows nothing of sources that are not in it, and refuses ids that are not', async () => {
        const reader = await index();
        expect(await reader.text('other.txt')).toBeUndefined();
        expect(await reader.record('other.txt')).toBeUndefined();
        expect(await reader.chunksOf('other.txt')).toEqual([]);
        for (const id of [-1, 4, 0.5, NaN]) await expect(reader.chunks([0, id])).rejects.toThrow(/not in the index/);
      });

      it('may be empty', async () => {
        const reader = await index([]);
        expect(await reader.articles()).toEqual([]);
        expect(await reader.search({ terms: ['요금'], vector: await vectorOf('요금'), candidates: 10 })).toEqual([]);
        expect(reader.manifest).toMatchObject({ articles: 0, chunks: 0, sentences: 0 });
      });

      it('keeps an article without chunks', async () => {
        const reader = await index([{ source: 'empty.txt', text: '' }, ...ARTICLES]);
        expect(await reader.chunksOf('empty.txt')).toEqual([]);
        expect((await reader.chunksOf('fares.txt')).length).toBe(2);
      });

      it('refuses vectors that do not fit the sentences', async () => {
        const writer = (await makeStore()).write(DIMENSIONS);
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
        const store = await makeStore();
        const before = await keys(await published(store, ARTICLES), 'fares.txt');
        const changed = { ...ARTICLES[0]!, text: `새 문단이다.\n${ARTICLES[0]!.text}` };
        const after = await keys(await published(store, [ARTICLES[1]!, changed]), 'fares.txt');
        expect(after.slice(1)).toEqual(before);
        expect(after[0]).not.toBe(before[0]);
      });

      it('differ for the same text in another article, and for the same text twice in one', async () => {
        const text = '같은 말이다.\n다른 말이다.\n같은 말이다.\n같은 말이다.';
        const reader = await index([
          { source: 'a', text },
          { source: 'b', text },
        ]);
        const all = [...(await keys(reader, 'a')), ...(await keys(reader, 'b'))];
        expect(new Set(all).size).toBe(8);
      });
    });

    describe('searching', () => {
      it('finds by words alone, by vector alone, and by both', async () => {
        const reader = await index();
        const terms = ['사과', '수확'];
        const vector = await vectorOf('사과 수확량이 줄었다');
        expect(await sourcesFound(reader, { terms })).toEqual(['apples.txt']);
        expect(await sourcesFound(reader, { vector, candidates: 1 })).toEqual(['apples.txt']);
        expect(await sourcesFound(reader, { terms: ['subway'], vector, candidates: 1 })).toEqual(['apples.txt', 'english.txt']);
      });

      it('finds each chunk by its own sentence, with a cosine of one', async () => {
        const reader = await index();
        const article = ARTICLES[0]!;
        const vector = await vectorOf('버스 요금은 그대로 둔다.');
        const [best] = await reader.search({ terms: [], vector, candidates: 1 });
        expect((await reader.chunks([best!.id]))[0]?.text).toBe(article.text.split('\n')[1]);
        expect(Math.max(...best!.cosines)).toBeCloseTo(1, 2);
      });

      it('gives every candidate both scores, wherever it came from', async () => {
        const reader = await index();
        const vector = await vectorOf('사과 수확량이 줄었다');
        const found = await reader.search({ terms: ['요금'], vector, candidates: 10 });
        expect(found).toHaveLength(4);
        for (const { article, lexical, cosines, id } of found) {
          expect(lexical > 0).toBe(article.source === 'fares.txt');
          expect(cosines).toHaveLength((await reader.chunks([id]))[0]!.sentences.length);
        }
      });

      it('scores words between 0 and 1, more words higher, and unknown words as missing', async () => {
        const reader = await index();
        const score = async (...terms: string[]) => {
          const found = await reader.search({ terms, vector: null, candidates: 10 });
          return Math.max(0, ...found.filter(({ article }) => article.source === 'apples.txt').map(({ lexical }) => lexical));
        };
        const both = await score('사과', '서리');
        expect(both).toBeLessThan(1);
        expect(both).toBeGreaterThan(await score('사과', '요금'));
        expect(await score('사과', '요금')).toBeGreaterThan(await score('사과', 'zzz'));
        expect(await score('zzz')).toBe(0);
        expect(await score('사과', '사과', '서리')).toBe(both);
      });

      it('weighs rare words more than frequent ones, and unknown ones most', async () => {
        const idf = await (await index()).idf(['요금', '서리', 'zzz', '요금']);
        expect([...idf.keys()]).toEqual(['요금', '서리', 'zzz']);
        expect(idf.get('서리')).toBeGreaterThan(idf.get('요금')!);
        expect(idf.get('zzz')).toBeGreaterThan(idf.get('서리')!);
        expect(idf.get('요금')).toBeGreaterThan(0);
      });

      it.each(HOSTILE)('takes the term %j for a term', async (term) => {
        expect(await (await index()).search({ terms: [term], vector: null, candidates: 10 })).toEqual([]);
      });

      it('finds words of the title', async () => {
        expect(await sourcesFound(await index(), { terms: ['지하'] })).toEqual(['fares.txt']);
      });

      it.each([0, -1, NaN])('gives nothing when %d candidates are wanted', async (candidates) => {
        expect(await sourcesFound(await index(), { terms: ['요금'], vector: await vectorOf('요금'), candidates })).toEqual([]);
      });

      it('refuses a vector of another dimension or that is not finite', async () => {
        const reader = await index();
        const search = async (vector: Float32Array) => reader.search({ terms: [], vector, candidates: 3 });
        await expect(search(new Float32Array(DIMENSIONS - 1))).rejects.toThrow(RangeError);
        await expect(search(new Float32Array(DIMENSIONS).fill(NaN))).rejects.toThrow(RangeError);
      });

      it('searches by words alone when it was made without a model', async () => {
        const reader = await published(await makeStore(), ARTICLES, [], 0);
        const found = await reader.search({ terms: ['사과'], vector: new Float32Array(DIMENSIONS), candidates: 10 });
        expect(found.map(({ article, cosines }) => [article.source, cosines.length])).toEqual([['apples.txt', 0]]);
        expect((await reader.record('apples.txt'))?.vectors.map(({ values }) => values.length)).toEqual([0, 0]);
      });
    });

    describe('filtering', () => {
      it.each([
        { filter: {}, sources: ['apples.txt', 'english.txt', 'fares.txt'] },
        { filter: { sources: ['fares.txt', 'nowhere.txt'] }, sources: ['fares.txt'] },
        { filter: { sources: ['copy of apples.txt'] }, sources: ['apples.txt'] },
        { filter: { sources: [] }, sources: [] },
        { filter: { exceptSources: ['fares.txt'] }, sources: ['apples.txt', 'english.txt'] },
        { filter: { exceptSources: ['copy of apples.txt'] }, sources: ['english.txt', 'fares.txt'] },
        { filter: { exceptSources: [] }, sources: ['apples.txt', 'english.txt', 'fares.txt'] },
        { filter: { since: '2024-01-05' }, sources: ['apples.txt', 'fares.txt'] },
        { filter: { since: '2024-01-06' }, sources: ['apples.txt'] },
        { filter: { until: '2024-02-10' }, sources: ['apples.txt', 'fares.txt'] },
        { filter: { until: '2024-02-09' }, sources: ['fares.txt'] },
        { filter: { since: '2024-02-11' }, sources: [] },
        { filter: { since: '2024-01-01', until: '2024-12-31', exceptSources: ['apples.txt'] }, sources: ['fares.txt'] },
      ])('$filter leaves $sources, for words and for vectors', async ({ filter, sources }) => {
        const reader = await index();
        expect(await sourcesFound(reader, { terms: ['요금', '사과', 'fare'], filter })).toEqual(sources);
        expect(await sourcesFound(reader, { vector: await vectorOf('요금'), filter })).toEqual(sources);
      });
    });

    describe('publishing', () => {
      it('shows nothing before it', async () => {
        const store = await makeStore();
        expect(await store.open()).toBeUndefined();
        const writer = store.write(DIMENSIONS);
        writer.add(await recordOf(ARTICLES[0]!));
        expect(await store.open()).toBeUndefined();
        writer.close();
        expect(await store.open()).toBeUndefined();
      });

      it('replaces the index, while readers of the one before go on', async () => {
        const store = await makeStore();
        const before = await published(store, ARTICLES);
        const after = await published(store, ARTICLES.slice(0, 1));
        expect(await sourcesFound(after, { terms: ['사과', '요금'] })).toEqual(['fares.txt']);
        expect(await sourcesFound(before, { terms: ['사과', '요금'] })).toEqual(['apples.txt', 'fares.txt']);
        expect(after.manifest.generation).toBeGreaterThan(before.manifest.generation);
      });

      it('lets many readers open the same state', async () => {
        const store = await makeStore();
        const readers = [await published(store, ARTICLES), await read(store), await read(store)];
        for (const reader of readers) expect(await sourcesFound(reader, { terms: ['사과'] })).toEqual(['apples.txt']);
      });
    });
  });
}
