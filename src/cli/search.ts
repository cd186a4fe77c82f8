import Table from 'cli-table3';
import type { App } from '../app.ts';
import type { Hit } from '../search/retriever.ts';
import { collapseSpaces } from '../text/normalize.ts';
import { readBatch } from './batch.ts';
import { note, print, printJson } from './output.ts';
import { prepareIndex } from './prepare.ts';

export interface SearchOptions {
  top: number;
  json: boolean;
  batch: string | undefined;
}

/** `search`: what retrieval finds for a question, with its scores, before any sentence is chosen. */
export async function search(app: App, question: string | undefined, { top, json, batch }: SearchOptions): Promise<void> {
  const questions = readBatch(question, batch);
  await prepareIndex(app);
  for (const { id, question } of questions) {
    const examined = await app.examine(question, top);
    const hits = examined === 'no-articles' ? [] : examined.hits;
    if (json || batch !== undefined) printJson({ id, question, hits: hits.map(hitJson) });
    else if (hits.length === 0) note('Nothing found: the index holds no article.');
    else print(table(hits));
  }
}

function hitJson({ chunk, score, lexical, dense }: Hit): Record<string, unknown> {
  const { article, text, start, end } = chunk;
  return { source: article.source, score, lexical, dense, text, start, end };
}

const TEXT_CHARACTERS = 60;

function table(hits: readonly Hit[]): string {
  const rows = new Table({ head: ['', 'score', 'words', 'cosine', 'source', 'text'], style: { head: [] } });
  hits.forEach(({ chunk, score, lexical, dense }, index) => {
    const text = collapseSpaces(chunk.text);
    const shown = text.length > TEXT_CHARACTERS ? `${text.slice(0, TEXT_CHARACTERS).toWellFormed()}…` : text;
    rows.push([index + 1, score.toFixed(3), lexical.toFixed(3), dense.toFixed(3), chunk.article.source, shown]);
  });
  return rows.toString();
}
