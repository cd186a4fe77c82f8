import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reindex, type ReindexOptions } from '../../src/indexing/reindex.ts';
import type { ArticleRecord, IndexReader } from '../../src/search/index-port.ts';
import type { Fingerprint } from '../../src/search/manifest.ts';
import { openNewestGeneration } from '../../src/search/open-generation.ts';
import { quantize } from '../../src/search/sentence-vectors.ts';
import type { Span } from '../../src/types.ts';
import { FakeEmbeddings } from './fake-embeddings.ts';

export const FINGERPRINT: Fingerprint = { model: 'fake', loader: '1', splitter: '1', context: '1', terms: '1' };

/** An article to be indexed: a chunk a line, a sentence up to each full stop. */
export interface Draft extends Partial<ArticleRecord['article']> {
  source: string;
  text: string;
}

/** The record of an article, its sentences embedded by the fake. */
export async function recordOf(
  { text, ...article }: Draft,
  embeddings: FakeEmbeddings | null = new FakeEmbeddings(),
): Promise<ArticleRecord> {
  const chunks = spansOf(text, /[^\n]+/gu, 0).map((line) => ({
    ...line,
    headings: [],
    sentences: spansOf(text.slice(line.start, line.end), /[^.]*\.?(?: |$)/gu, line.start),
  }));
  const sentences = chunks.flatMap((chunk) => chunk.sentences.map(({ start, end }) => text.slice(start, end)));
  const vectors = embeddings ? await embeddings.embedDocuments(sentences) : sentences.map(() => []);
  const unknown = { publisher: null, reporter: null, date: null, url: null };
  return {
    article: { title: article.source, hash: `hash of ${article.source}`, copies: [], korean: true, ...unknown, ...article },
    text,
    chunks,
    vectors: vectors.map((vector) => quantize(vector)),
  };
}

function spansOf(text: string, pattern: RegExp, offset: number): Span[] {
  return [...text.matchAll(pattern)]
    .filter(([match]) => match.trim() !== '')
    .map((match) => ({ start: offset + match.index, end: offset + match.index + match[0].trimEnd().length }));
}

/** Puts files into a folder; null removes one. */
export function putFiles(folder: string, files: Readonly<Record<string, string | Buffer | null>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    if (content === null) {
      rmSync(path, { recursive: true });
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
}

/** The settings of a run over two folders. */
export function runOptions(articlesDirectory: string, dataDirectory: string, more: Partial<ReindexOptions> = {}): ReindexOptions {
  return {
    ...{ articlesDirectory, dataDirectory, fingerprint: FINGERPRINT, dimensions: 64, full: false, owner: 'test' },
    limits: { maxBytes: 1_000_000, maxDepth: 64, maxPathBytes: 4096 },
    embeddings: new FakeEmbeddings(),
    wantsGraph: () => false,
    onProgress: () => undefined,
    ...more,
  };
}

/** Runs an index and tells what came of it, and what was embedded. */
export async function indexFolder(articlesDirectory: string, dataDirectory: string, more: Partial<ReindexOptions> = {}) {
  const embeddings = new FakeEmbeddings();
  const report = await reindex(runOptions(articlesDirectory, dataDirectory, { embeddings, ...more }));
  return { ...report, textsEmbedded: embeddings.textsEmbedded };
}

/** Everything the newest generation holds, without what differs from one to the next. */
export async function contentOf(dataDirectory: string) {
  return reading(dataDirectory, contentIn);
}

/** Everything an index holds, as contentOf gives it. */
export async function contentIn(reader: IndexReader) {
  const articles = await reader.articles();
  const records = await Promise.all(articles.map(({ source }) => reader.record(source)));
  const chunks = (await Promise.all(articles.map(({ source }) => reader.chunksOf(source)))).flat();
  return { records, chunks, files: await reader.files() };
}

/** Opens the newest generation for a moment. */
export async function reading<Result>(dataDirectory: string, work: (reader: IndexReader) => Promise<Result>): Promise<Result> {
  const { generation, alerts } = await openNewestGeneration(dataDirectory);
  if (!generation) throw new Error(`there is no index: ${alerts.join()}`);
  try {
    return await work(generation);
  } finally {
    await generation.close();
  }
}
