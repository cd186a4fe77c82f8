import { describe, expect, it } from 'vitest';
import type { IndexQuery } from '../../src/search/index-port.ts';
import { ARTICLES, DIMENSIONS, HOSTILE, sourcesFound, vectorOf, type IndexBench } from './index-bench.ts';

/** What every index finds. */
export function searchingContract(bench: IndexBench): void {
  describe('searching', () => {
    it('finds by words alone, by vector alone, and by both', async () => {
      const reader = await bench.index();
      const terms = ['사과', '수확'];
      const vector = await vectorOf('사과 수확량이 줄었다');
      expect(await sourcesFound(reader, { terms })).toEqual(['apples.txt']);
      expect(await sourcesFound(reader, { vector, candidates: 1 })).toEqual(['apples.txt']);
      expect(await sourcesFound(reader, { terms: ['subway'], vector, candidates: 1 })).toEqual(['apples.txt', 'english.txt']);
    });

    it('finds each chunk by its own sentence, with a cosine of one', async () => {
      const reader = await bench.index();
      const article = ARTICLES[0]!;
      const vector = await vectorOf('버스 요금은 그대로 둔다.');
      const [best] = await reader.search({ terms: [], vector, candidates: 1 });
      expect((await reader.chunks([best!.id]))[0]?.text).toBe(article.text.split('\n')[1]);
      expect(Math.max(...best!.cosines)).toBeCloseTo(1, 2);
    });

    it('gives every candidate both scores, wherever it came from', async () => {
      const reader = await bench.index();
      const vector = await vectorOf('사과 수확량이 줄었다');
      const found = await reader.search({ terms: ['요금'], vector, candidates: 10 });
      expect(found).toHaveLength(4);
      for (const { article, lexical, cosines, id } of found) {
        expect(lexical > 0).toBe(article.source === 'fares.txt');
        expect(cosines).toHaveLength((await reader.chunks([id]))[0]!.sentences.length);
      }
    });

    it('gives a chunk what its best name is worth, never more than the name in the question', async () => {
      const reader = await bench.index();
      const score = async (alternatives: IndexQuery['alternatives']) => {
        const found = await reader.search({
          terms: ['apple', '수확'],
          alternatives: alternatives ?? [],
          vector: null,
          candidates: 10,
        });
        return found.find(({ article }) => article.source === 'apples.txt')?.lexical ?? 0;
      };
      const plain = await score([]);
      const named = await score([{ replaced: ['apple'], options: [['없음'], ['사과', '=사과']] }]);
      expect(named).toBeGreaterThan(plain);
      expect(named).toBeLessThan(1);
      expect(await score([{ replaced: ['수확'], options: [['없음']] }])).toBeCloseTo(plain);
    });

    it('counts the chunks that hold a term', async () => {
      const counts = await (await bench.index()).chunkCounts(['요금', '없음', '요금']);
      expect([...counts]).toEqual([
        ['요금', 2],
        ['없음', 0],
      ]);
    });

    it('knows what articles also call something, most often stated first', async () => {
      const reader = await bench.index([
        { source: '1.txt', title: '하나', date: null, text: '마윈(Jack Ma)이 왔다.' },
        { source: '2.txt', title: '둘', date: null, text: '마윈(Jack Ma)과 마윈(馬雲)은 같다. 마윈(Jack Ma)이다.' },
      ]);
      expect(await reader.aliases('마윈')).toEqual([
        { name: 'Jack Ma', articles: 2 },
        { name: '馬雲', articles: 1 },
      ]);
      expect(await reader.aliases('jackma')).toEqual([{ name: '마윈', articles: 2 }]);
      expect(await reader.aliases('jack')).toEqual([]);
    });

    it('finds words of either script, and what they begin with, by their sound', async () => {
      const reader = await bench.index([
        { source: '1.txt', title: '금강산', date: null, text: '금강산에 갔다.\n금강산 관광.' },
        { source: '2.txt', title: 'Kumgang', date: null, text: 'We went there.' },
      ]);
      const words = (await reader.wordsSounding('KMKN')).map(({ word }) => word);
      expect(words.sort()).toEqual(['kumgang', '금강']);
      expect(await reader.wordsSounding('KMKNSN')).toEqual([{ word: '금강산', chunks: 2 }]);
      expect(await reader.wordsSounding("'")).toEqual([]);
    });

    it('scores words between 0 and 1, more words higher, and unknown words as missing', async () => {
      const reader = await bench.index();
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
      const idf = await (await bench.index()).idf(['요금', '서리', 'zzz', '요금']);
      expect([...idf.keys()]).toEqual(['요금', '서리', 'zzz']);
      expect(idf.get('서리')).toBeGreaterThan(idf.get('요금')!);
      expect(idf.get('zzz')).toBeGreaterThan(idf.get('서리')!);
      expect(idf.get('요금')).toBeGreaterThan(0);
    });

    it.each(HOSTILE)('takes the term %j for a term', async (term) => {
      expect(await (await bench.index()).search({ terms: [term], vector: null, candidates: 10 })).toEqual([]);
    });

    it('finds words of the title', async () => {
      expect(await sourcesFound(await bench.index(), { terms: ['지하'] })).toEqual(['fares.txt']);
    });

    it.each([0, -1, NaN])('gives nothing when %d candidates are wanted', async (candidates) => {
      expect(await sourcesFound(await bench.index(), { terms: ['요금'], vector: await vectorOf('요금'), candidates })).toEqual(
        [],
      );
    });

    it('refuses a vector of another dimension or that is not finite', async () => {
      const reader = await bench.index();
      const search = async (vector: Float32Array) => reader.search({ terms: [], vector, candidates: 3 });
      await expect(search(new Float32Array(DIMENSIONS - 1))).rejects.toThrow(RangeError);
      await expect(search(new Float32Array(DIMENSIONS).fill(NaN))).rejects.toThrow(RangeError);
    });

    it('searches by words alone when it was made without a model', async () => {
      const reader = await bench.publish(await bench.makeStore(), ARTICLES, [], 0);
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
      const reader = await bench.index();
      expect(await sourcesFound(reader, { terms: ['요금', '사과', 'fare'], filter })).toEqual(sources);
      expect(await sourcesFound(reader, { vector: await vectorOf('요금'), filter })).toEqual(sources);
    });
  });
}
