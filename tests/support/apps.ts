import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';

/** The whole program over a folder of articles, with its index in a temporary folder, built and ready. */
export async function indexedApp(articlesDirectory: string, settings: Record<string, string> = {}): Promise<App> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gisabot-'));
  const app = createApp(parseConfig({ ARTICLES_DIR: articlesDirectory, DATA_DIR: dataDirectory, ...settings }));
  await app.reindex({ owner: 'test' });
  return app;
}
