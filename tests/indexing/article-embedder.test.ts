import { describe, expect, it } from 'vitest';
import { ArticleEmbedder } from '../../src/indexing/article-embedder.ts';
import { EmbeddingJournal } from '../../src/indexing/journal.ts';
import type { PendingRecord } from '../../src/indexing/records.ts';
import type { ArticleRecord } from '../../src/search/index-port.ts';
import { quantize } from '../../src/search/sentence-vectors.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { FakeEmbeddings } from '../support/fake-embeddings.ts';
import { recordOf } from '../support/index-fixtures.ts';

/** An article whose vectors are known, or none of them. */
async function pending(source: string, contexts: string[], known = false): Promise<PendingRecord> {
  const record = await recordOf({ source, text: contexts.join(' ') });
  return {
    ...record,
    contexts,
    vectors: contexts.map(() => (known ? quantize([1, ...new Array<number>(63).fill(0)]) : undefined)),
  };
}

async function embedder(embeddings = new FakeEmbeddings()) {
  const done: ArticleRecord[] = [];
  const journal = new EmbeddingJournal(await temporaryDirectory(), 'fake', 64);
  const steps: number[] = [];
  const options = { embeddings, dimensions: 64, journal, signal: undefined, onStep: (articles: number) => steps.push(articles) };
  return { embeddings, done, steps, embedder: new ArticleEmbedder({ ...options, done: (record) => done.push(record) }) };
}

const sentences = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name} ${i}.`);

describe('the embedder of articles', () => {
  it('gives each sentence the vector of its context, in order', async () => {
    const { embedder: each, done } = await embedder();
    await each.add(await pending('a', ['long long long sentence', 'b', 'middle one']));
    await each.flush();
    const expected = await new FakeEmbeddings().embedDocuments(['long long long sentence', 'b', 'middle one']);
    expect(done[0]?.vectors).toEqual(expected.map((vector) => quantize(vector)));
  });

  it('tells how far it is while articles are held back', async () => {
    const { embedder: each, steps } = await embedder();
    for (const name of ['a', 'b', 'c', 'd']) await each.add(await pending(name, sentences(48, name)));
    await each.flush();
    expect(steps).toEqual([1, 2, 4, 0]);
  });

  it('passes articles on in the order in which they came', async () => {
    const { embedder: each, done } = await embedder();
    for (let i = 0; i < 40; i++) await each.add(await pending(String(i), sentences(i % 20, `article ${i}`), i % 3 === 0));
    await each.flush();
    expect(done.map(({ article }) => Number(article.source))).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it('embeds a text once, however often it comes', async () => {
    const { embedder: each, embeddings } = await embedder();
    for (let i = 0; i < 3; i++) {
      await each.add(await pending(String(i), ['the same', 'the same']));
      await each.flush();
    }
    expect([embeddings.textsEmbedded, each.embedded]).toEqual([1, 1]);
  });

  it('passes an article on at once that needs nothing', async () => {
    const { embedder: each, done } = await embedder();
    await each.add(await pending('a', sentences(3, 'a'), true));
    expect(done).toHaveLength(1);
  });

  it('holds articles back until a batch is full', async () => {
    const { embedder: each, done, embeddings } = await embedder();
    await each.add(await pending('a', sentences(200, 'a')));
    expect([done.length, embeddings.calls]).toEqual([0, 0]);
    await each.add(await pending('b', sentences(100, 'b')));
    expect([done.length, embeddings.textsEmbedded]).toEqual([2, 300]);
  });

  it('holds no more than some hundred articles back, however few sentences wait', async () => {
    const { embedder: each, done } = await embedder();
    await each.add(await pending('new', ['one sentence']));
    for (let i = 0; i < 300; i++) await each.add(await pending(String(i), sentences(1, String(i)), true));
    expect(done.length).toBeGreaterThan(250);
  });
});
