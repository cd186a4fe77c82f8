import Table from 'cli-table3';
import type { App } from '../app.ts';
import { note, print, printJson } from './output.ts';
import { prepareIndex } from './prepare.ts';

/** `sources`: the articles of the index, newest first, and the files that were left out. */
export async function sources(app: App, json: boolean): Promise<void> {
  await prepareIndex(app);
  const { articles, files } = await app.sources();
  const newestFirst = [...articles].sort(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.source.localeCompare(b.source),
  );
  const leftOut = files.flatMap(({ source, reason }) => (reason === null ? [] : [{ source, reason }]));
  if (json) {
    const listed = newestFirst.map(({ source, title, publisher, reporter, date, url, hash, copies, chunks }) => ({
      ...{ source, title, publisher, reporter, date, url, hash, copies, chunks },
    }));
    printJson({ articles: listed, failed: leftOut });
    return;
  }
  const rows = new Table({ head: ['date', 'title', 'publisher', 'source', 'chunks'], style: { head: [] } });
  for (const { date, title, publisher, source, chunks } of newestFirst)
    rows.push([date ?? '', title, publisher ?? '', source, chunks]);
  print(rows.toString());
  for (const { source, reason } of leftOut) note(`left out: ${source}: ${reason}`);
}
