import { describe, expect, it } from 'vitest';
import type { Candidate, IndexQuery } from '../../src/search/index-port.ts';
import { retrieve } from '../../src/search/retriever.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { hitOf } from '../support/hits.ts';

interface Row {
  text: string;
  lexical: number;
  cosines: readonly number[];
  source?: string;
}

/** An index that brings up the given chunks for every question, and notes what it was asked. */
type Reader = Parameters<typeof retrieve>[0];
function readerOf(
  rows: readonly Row[],
  names: Readonly<Record<string, string>> = {},
  known: readonly string[] = [],
): { reader: Reader; queries: IndexQuery[] } {
  const queries: IndexQuery[] = [];
  const hits = rows.map(({ text, source }, id) => hitOf(text, { source: source ?? `${id}.md` }));
  return {
    queries,
    reader: {
      search: (query) => {
        queries.push(query);
        const found = rows.map(({ lexical, cosines }, id): Candidate => {
          const article = hits[id]?.chunk.article;
          if (!article) throw new Error('no such row');
          return { id, article, lexical, cosines: query.vector ? Float32Array.from(cosines) : new Float32Array(0) };
        });
        return Promise.resolve(found);
      },
      chunks: (ids) => Promise.resolve(ids.flatMap((id) => hits[id]?.chunk ?? [])),
      idf: (terms) => Promise.resolve(new Map(terms.map((term) => [term, 1]))),
      aliases: (key) => Promise.resolve(names[key] === undefined ? [] : [{ name: names[key], articles: 1 }]),
      wordsSounding: () => Promise.resolve([]),
      chunkCounts: (terms) => Promise.resolve(new Map(terms.map((term) => [term, known.includes(term) ? 3 : 0]))),
      manifest: { chunks: rows.length },
    },
  };
}

async function ranking(
  question: string,
  rows: readonly Row[],
  embeddings: FakeEmbeddings | null = new FakeEmbeddings(),
  top = 5,
) {
  const { hits } = await retrieve(readerOf(rows).reader, embeddings, question, { top });
  return hits.map(({ chunk }) => chunk.text);
}

describe('retrieval', () => {
  it('adds the lexical score and three times the cosine of the best sentence', async () => {
    const rows = [
      { text: '가격이 올랐다.', lexical: 0.5, cosines: [0.7] },
      { text: '가격이 내렸다. 값이 뛰었다.', lexical: 0.3, cosines: [0.2, 0.8] },
    ];
    const { hits } = await retrieve(readerOf(rows).reader, new FakeEmbeddings(), '가격은?', { top: 5 });
    expect(hits.map(({ score }) => score)).toEqual([expect.closeTo(2.7, 5), expect.closeTo(2.6, 5)]);
    expect(hits[0]?.dense).toBeCloseTo(0.8, 5);
  });

  it('lets shared words count little between an English question and Korean text', async () => {
    const rows = [
      { text: 'IOC라는 이름의 다른 단체가 있다.', lexical: 0.9, cosines: [0.7] },
      { text: '국제올림픽위원회는 로잔에 있다.', lexical: 0, cosines: [0.85] },
    ];
    expect((await ranking('Where is the IOC?', rows))[0]).toBe('국제올림픽위원회는 로잔에 있다.');
    expect((await ranking('IOC는 어디에 있나요?', rows))[0]).toBe('IOC라는 이름의 다른 단체가 있다.');
  });

  it('shows the same text once', async () => {
    const rows = [
      { text: '통신사가 보낸 기사다.', lexical: 0.5, cosines: [0.8], source: 'a.md' },
      { text: '통신사가 보낸 기사다.', lexical: 0.5, cosines: [0.8], source: 'b.md' },
      { text: '다른 기사다.', lexical: 0.1, cosines: [0.5] },
    ];
    expect(await ranking('통신사 기사', rows)).toEqual(['통신사가 보낸 기사다.', '다른 기사다.']);
  });

  it('names the other articles in which that text stands', async () => {
    const row = { text: '통신사가 보낸 기사다.', lexical: 0.5, cosines: [0.8] };
    const { reader } = readerOf(['a.md', 'b.md', 'a.md'].map((source) => ({ ...row, source })));
    const { hits } = await retrieve(reader, new FakeEmbeddings(), '통신사 기사', { top: 5 });
    expect(hits.map(({ twins }) => twins.map(({ source }) => source))).toEqual([['b.md']]);
  });

  it('ranks by words alone without an embedding model', async () => {
    const rows = [
      { text: '첫째다.', lexical: 0.2, cosines: [0.9] },
      { text: '둘째다.', lexical: 0.4, cosines: [0.1] },
    ];
    expect(await ranking('둘째', rows, null)).toEqual(['둘째다.', '첫째다.']);
  });

  it('gives as many hits as are asked for, and asks the index for at least as many', async () => {
    const rows = Array.from({ length: 80 }, (_, id) => ({ text: `${id}번 기사다.`, lexical: id / 100, cosines: [0.5] }));
    const { reader, queries } = readerOf(rows);
    const { hits } = await retrieve(reader, null, '기사', { top: 70 });
    expect(hits).toHaveLength(70);
    expect(queries[0]?.candidates).toBeGreaterThanOrEqual(70);
    expect(await ranking('기사', rows, null, 3)).toEqual(['79번 기사다.', '78번 기사다.', '77번 기사다.']);
  });

  it('passes the filter on', async () => {
    const { reader, queries } = readerOf([]);
    await retrieve(reader, null, '질문', { top: 5, filter: { since: '2024-01-01' } });
    expect(queries[0]?.filter).toEqual({ since: '2024-01-01' });
  });

  it('looks for what the articles also call a name', async () => {
    const { reader, queries } = readerOf([{ text: '마윈은 웃었다.', lexical: 0.5, cosines: [0.5] }], { jackma: '마윈' });
    await retrieve(reader, new FakeEmbeddings(), 'When did Jack Ma laugh?', { top: 1 });
    expect(queries[0]?.alternatives).toEqual([{ replaced: ['jack', 'ma'], options: [['마윈', '=마윈']] }]);
  });

  it('compares Korean articles with the question as they would name it', async () => {
    const { reader, queries } = readerOf([{ text: '마윈은 웃었다.', lexical: 0.5, cosines: [0.5] }], { jackma: '마윈' });
    const embeddings = new FakeEmbeddings();
    await retrieve(reader, embeddings, 'When did Jack Ma laugh?', { top: 1 });
    expect(queries.map(({ vector }) => vector && Array.from(vector))).toEqual([
      await embeddings.embedQuery('When did Jack Ma laugh?').then((vector) => Array.from(Float32Array.from(vector))),
      await embeddings.embedQuery('When did 마윈 laugh?').then((vector) => Array.from(Float32Array.from(vector))),
    ]);
  });

  it('gives words between scripts more weight where a name is known', async () => {
    const rows = [
      { text: '마윈은 웃었다.', lexical: 0.4, cosines: [0.5] },
      { text: '아무도 웃지 않았다.', lexical: 0, cosines: [0.55] },
    ];
    const best = async (names: Record<string, string>): Promise<string | undefined> => {
      const { hits } = await retrieve(readerOf(rows, names).reader, new FakeEmbeddings(), 'When did Jack Ma laugh?', { top: 2 });
      return hits[0]?.chunk.text;
    };
    expect(await best({})).toBe('아무도 웃지 않았다.');
    expect(await best({ jackma: '마윈' })).toBe('마윈은 웃었다.');
  });

  it('takes for the content of a question what the articles in the other script can share with it', async () => {
    const { reader } = readerOf([{ text: '마윈은 2020년에 웃었다.', lexical: 0.5, cosines: [0.5] }], { jackma: '마윈' });
    const { question } = await retrieve(reader, null, 'How often did Jack Ma laugh in 2020?', { top: 1 });
    expect(question.contentTerms.sort()).toEqual(['2020', '=마윈', '마윈']);
  });

  it('searches what a question means where it was typed on the other keyboard layout, and says so', async () => {
    const { reader, queries } = readerOf([{ text: '등대가 열렸다.', lexical: 0.5, cosines: [0.5] }], {}, ['=등대']);
    const { corrected } = await retrieve(reader, null, 'emdeosms?', { top: 1 });
    expect(corrected).toBe('등대는?');
    expect(queries[0]?.terms).toContain('등대');
  });

  it('says nothing of a question that is searched as it was typed', async () => {
    const { reader } = readerOf([{ text: '등대가 열렸다.', lexical: 0.5, cosines: [0.5] }]);
    expect((await retrieve(reader, null, '등대는?', { top: 1 })).corrected).toBeNull();
  });
});
