import type { App } from '../app.ts';
import { noteFiles, print, printJson } from './output.ts';
import { runReindex, summary } from './prepare.ts';

/** `index`: brings the index up to date with the articles folder. */
export async function indexArticles(app: App, { full, json }: { full: boolean; json: boolean }): Promise<void> {
  const report = await runReindex(app, full, 'index');
  if (json) {
    const { added, updated, deleted, skipped, failed, warnings, articles, chunks, embedded, generation } = report;
    const seconds = Math.round(report.seconds * 1000) / 1000;
    printJson({ added, updated, deleted, skipped, failed, chunks, seconds, generation, articles, embedded, warnings });
    return;
  }
  print(summary(report));
  noteFiles('left out', report.failed);
  noteFiles('note', report.warnings);
}
