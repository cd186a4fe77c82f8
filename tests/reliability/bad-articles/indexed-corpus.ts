import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { reindex, type IndexReport, type Progress } from '../../../src/indexing/reindex.ts';
import type { IndexedArticle } from '../../../src/search/index-port.ts';
import { runOptions } from '../../support/index-fixtures.ts';
import type { Sample } from './corpus.ts';
import type { Result } from './verdict.ts';

/** The corpus in one folder with its index, and the program over it. */
export interface IndexedCorpus {
  /** Holds the folder of articles and the data directory. */
  root: string;
  articles: string;
  data: string;
  report: IndexReport;
  app: App;
  stored: readonly IndexedArticle[];
}

/** Puts all files into a folder and indexes it; what is to happen to them meanwhile happens. */
export async function indexCorpus(samples: readonly Sample[], maxBytes: number): Promise<IndexedCorpus> {
  const root = mkdtempSync(join(tmpdir(), 'gisabot-bad-'));
  const [articles, data] = [join(root, 'articles'), join(root, 'data')];
  mkdirSync(articles);
  for (const sample of samples) sample.place(articles);
  const report = await reindex(
    runOptions(articles, data, {
      limits: { maxBytes, maxDepth: 64, maxPathBytes: 4096 },
      onProgress: ({ phase, done }: Progress) => {
        if (done > 0 || phase === 'publishing') return;
        const happen = phase === 'reading' ? 'meanwhile' : 'later';
        for (const sample of samples) sample[happen]?.(join(articles, sample.path));
      },
    }),
  );
  const app = createApp(parseConfig({ ARTICLES_DIR: articles, DATA_DIR: data, EMBEDDING_MODEL: 'none' }));
  return { root, articles, data, report, app, stored: (await app.sources()).articles };
}

/** The article that a file is part of. */
export function articleOf(stored: readonly IndexedArticle[], source: string): IndexedArticle | undefined {
  return stored.find((article) => article.source === source || article.copies.includes(source));
}

/** What became of a file. */
export async function resultOf({ app, report, stored }: IndexedCorpus, source: string): Promise<Result> {
  const of = (list: IndexReport['failed']) => list.filter((each) => each.source === source).map(({ reason }) => reason);
  const article = articleOf(stored, source);
  const text = article && (await app.text(article.source));
  const document = article && text !== undefined ? { text, title: article.title, warnings: of(report.warnings) } : undefined;
  return { document, reason: of(report.failed)[0] };
}
