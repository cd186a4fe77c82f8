/**
 * Keeps what this version writes, so that every later one can be tried on it. To be run once for each release, and the folder it makes under
 * tests/fixtures/releases/<version> to be committed and never changed again:
 *
 *     node --import tsx tests/reliability/upgrade/make-release.ts
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { embeddingKey } from '../../../src/indexing/context.ts';
import { EmbeddingJournal } from '../../../src/indexing/journal.ts';
import { LOCK_FILE, LOCK_OWNER_FILE } from '../../../src/search/generation-files.ts';
import { quantize } from '../../../src/search/sentence-vectors.ts';
import { openStore } from '../../../src/store/store.ts';
import { citation, givenAnswer, storeOptions } from '../../store/examples.ts';
import { putFiles } from '../../support/index-fixtures.ts';
import { pack, RELEASES, RELEASED_ARTICLES, RELEASED_STORE } from './releases.ts';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string };
const directory = join(RELEASES, version);
if (existsSync(directory)) throw new Error(`${directory} is there already: what a release wrote never changes.`);
putFiles(join(directory, 'articles'), RELEASED_ARTICLES);
await makeIndex(join(directory, 'articles'), join(directory, 'index'));
makeStore(join(directory, RELEASED_STORE));
pack(directory);

async function makeIndex(articles: string, index: string): Promise<void> {
  const app = createApp(parseConfig({ ARTICLES_DIR: articles, DATA_DIR: index, VECTOR_INDEX: 'hnsw' }));
  await app.reindex({ owner: 'a release' });
  const { manifest } = await app.status();
  await app.close();
  if (!manifest) throw new Error('There is no index.');
  const journal = new EmbeddingJournal(index, manifest.fingerprint.model, manifest.dimensions);
  journal.add([[embeddingKey('a text'), quantize(Array.from({ length: manifest.dimensions }, (_, i) => Math.sin(i)))]]);
  journal.close();
  for (const name of [LOCK_FILE, LOCK_OWNER_FILE]) rmSync(join(index, name), { force: true });
}

function makeStore(path: string): void {
  const store = openStore(path, storeOptions());
  store.settings.change('1', { replies: 'thread', language: 'ko' });
  const answer = store.answers.add(givenAnswer({ citations: [citation()] }));
  store.feedback.vote({ answer, server: '1', member: '5', rating: 'down', reason: '이유' });
  store.gaps.add({ server: '1', member: '5', question: '어디인가요?' });
  store.close();
  rmSync(`${path}-journal`, { force: true });
  writeFileSync(`${path}.answer`, answer);
}
