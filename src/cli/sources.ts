import type { App } from '../app.ts';
import type { IndexedArticle } from '../search/index-port.ts';
import { cleanCharacters } from '../text/normalize.ts';
import { emphasize, terminalColumns, wrapText } from './layout.ts';
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
    const shown = newestFirst.map(({ source, title, publisher, reporter, date, url, hash, copies, chunks }) => ({
      ...{ source, title, publisher, reporter, date, url, hash, copies, chunks },
    }));
    printJson({ articles: shown, failed: leftOut });
    return;
  }
  if (newestFirst.length > 0) print(newestFirst.map((article) => listed(article, terminalColumns())).join('\n'));
  else note('The index holds no article. Put articles into the articles folder.');
  noteFiles('left out', leftOut);
}

const DATE_COLUMNS = 'YYYY-MM-DD  '.length;

/** Two lines an article: date and title; where it is from, its file, how many chunks it has. */
function listed({ date, title, publisher, source, chunks }: IndexedArticle, columns: number | undefined): string {
  const details = [publisher, cleanCharacters(source), `${chunks} ${chunks === 1 ? 'chunk' : 'chunks'}`].filter(
    (part) => part !== null,
  );
  return [
    (date ?? '').padEnd(DATE_COLUMNS) + wrapText(title, columns, DATE_COLUMNS),
    ' '.repeat(DATE_COLUMNS) + emphasize(wrapText(details.join(', '), columns, DATE_COLUMNS), 'dim'),
  ].join('\n');
}
