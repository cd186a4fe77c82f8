import type { App, Status } from '../../../src/app.ts';
import { SourceList } from '../../../src/discord/sources/source-list.ts';
import { createLog } from '../../../src/log.ts';
import type { IndexedArticle } from '../../../src/search/index-port.ts';

export const silent = createLog({ level: 'silent', secrets: [] });

export function articleOf(title: string, more: Partial<IndexedArticle> = {}): IndexedArticle {
  const known = { publisher: '바닷가 소식', reporter: null, date: '2024-01-04', url: null, copies: [], korean: true, chunks: 3 };
  return { ...known, id: 1, source: `${title}.md`, hash: 'ab'.repeat(32), title, ...more };
}

export function statusOf(generation: number): Status {
  const fingerprint = { model: 'a1b2c3d4e5f6a7b8', loader: '1', splitter: '1', context: '1', terms: '1' };
  const digest = { bytes: 1, sha256: '0'.repeat(64) };
  const files = { 'index.sqlite': digest, 'sentences.i8': digest, 'chunks.f32': digest };
  const counts = { dimensions: 384, articles: 120, chunks: 1_034, sentences: 5_000, averageLength: 90, graph: null };
  const manifest = { format: 1 as const, generation, created: '2026-11-22T06:30:00.000Z', fingerprint, ...counts, files };
  return { manifest, vectorIndex: 'hnsw', alerts: [] };
}

/** An App of which only what the list of sources needs is there. */
export function appWith(
  articles: readonly IndexedArticle[],
  generation = 1,
): Pick<App, 'sources' | 'status'> & { reads: number } {
  const app = {
    reads: 0,
    sources: () => {
      app.reads += 1;
      return Promise.resolve({ articles: [...articles], files: [] });
    },
    status: () => Promise.resolve(statusOf(generation)),
  };
  return app;
}

export async function listOf(...articles: IndexedArticle[]): Promise<SourceList> {
  const sources = new SourceList(appWith(articles), silent);
  await sources.refresh();
  return sources;
}
