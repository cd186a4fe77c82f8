import type { App } from '../app.ts';
import { cleanCharacters } from '../text/normalize.ts';
import { table, terminalColumns } from './layout.ts';
import { note, noteFiles, print, printJson } from './output.ts';
import { prepareIndex } from './prepare.ts';

/** `sources`: the articles of the index, newest first, and the files that were left out. */
export async function sources(app: App, json: boolean): Promise<void> {
  await prepareIndex(app, 'sources');
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
  const rows = newestFirst.map(({ date, title, publisher, source, chunks }) => [
    ...[date ?? '', title, publisher ?? '', cleanCharacters(source), String(chunks)],
  ]);
  if (rows.length > 0) print(table(['date', 'title', 'publisher', 'source', 'chunks'], rows, terminalColumns()));
  else note('The index holds no article. Put articles into the articles folder.');
  noteFiles('left out', leftOut);
}
