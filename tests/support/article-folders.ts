import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexReport } from '../../src/indexing/reindex.ts';
import { temporaryDirectory } from './bundled-model.ts';
import { putFiles, reading } from './index-fixtures.ts';

/** A file whose title does not come from its name. */
export const page = (title: string, ...sentences: string[]) => `---\ntitle: ${title}\n---\n\n${sentences.join(' ')}\n`;

export const FARES = page(
  '지하철 요금',
  '서울 지하철 기본요금이 내년에 오른다.',
  '서울시는 3월부터 적용한다고 밝혔다.',
  '버스 요금은 그대로 둔다.',
);
export const APPLES = page('사과 수확', '올해 사과 수확량이 크게 줄었다.', '봄에 내린 서리가 원인이다.');
export const RAIN = page('장마', '장마가 다음 주에 시작된다.', '남부 지방에 많은 비가 온다.');

/** A folder for articles, with these files, and a data directory that does not exist yet. */
export async function folders(files: Readonly<Record<string, string | null>> = {}): Promise<{ articles: string; data: string }> {
  const root = await temporaryDirectory();
  const [articles, data] = [join(root, 'articles'), join(root, 'data')];
  mkdirSync(articles);
  putFiles(articles, files);
  return { articles, data };
}

export const counts = ({ added, updated, deleted, skipped, failed }: IndexReport) => ({
  ...{ added, updated, deleted, skipped },
  failed: failed.map(({ source, reason }) => `${source}: ${reason}`),
});

export const sourcesIn = (data: string) => reading(data, async (reader) => (await reader.articles()).map(({ source }) => source));
export const textIn = (data: string, source: string) => reading(data, (reader) => reader.text(source));
export const entries = (data: string) => readdirSync(data).filter((name) => !name.startsWith('index.lock'));
