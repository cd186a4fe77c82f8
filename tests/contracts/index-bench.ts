import { afterEach } from 'vitest';
import type { ArticleRecord, IndexedFile, IndexQuery, IndexReader } from '../../src/search/index-port.ts';
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

export type MakeStore = () => Promise<IndexStore>;

export const DIMENSIONS = 64;
export const ARTICLES: Draft[] = [
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
/** Texts and terms that an engine might take for more than text. */
export const HOSTILE = [
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

/** Writes and opens indexes for a test, and closes them after it. */
export class IndexBench {
  readonly #makeStore: MakeStore;
  readonly #open: IndexReader[] = [];

  constructor(makeStore: MakeStore) {
    this.#makeStore = makeStore;
    afterEach(async () => {
      for (const reader of this.#open.splice(0)) await reader.close();
    });
  }

  makeStore(): Promise<IndexStore> {
    return this.#makeStore();
  }

  /** A fresh index of these articles. */
  async index(drafts: readonly Draft[] = ARTICLES): Promise<IndexReader> {
    return this.publish(await this.#makeStore(), drafts);
  }

  /** Publishes the next state of an index and opens it. */
  async publish(
    store: IndexStore,
    drafts: readonly Draft[],
    files: readonly IndexedFile[] = [],
    dimensions = DIMENSIONS,
  ): Promise<IndexReader> {
    const writer = store.write(dimensions);
    const embeddings = dimensions > 0 ? new FakeEmbeddings({ dimensions }) : null;
    for (const draft of drafts) writer.add(await recordOf(draft, embeddings));
    for (const file of files) writer.addFile(file);
    await writer.publish();
    writer.close();
    return this.open(store);
  }

  async open(store: IndexStore): Promise<IndexReader> {
    const reader = await store.open();
    if (!reader) throw new Error('nothing was published');
    this.#open.push(reader);
    return reader;
  }
}

export async function vectorOf(text: string): Promise<Float32Array> {
  return Float32Array.from(await new FakeEmbeddings().embedQuery(text));
}

/** Sources of the articles that a search brings up. */
export async function sourcesFound(reader: IndexReader, query: Partial<IndexQuery>): Promise<string[]> {
  const found = await reader.search({ terms: [], vector: null, candidates: 10, ...query });
  return [...new Set(found.map(({ article }) => article.source))].sort();
}
