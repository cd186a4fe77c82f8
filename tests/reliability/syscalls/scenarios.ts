import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import {
  FILES,
  generationName,
  JOURNAL_FILE,
  LOCK_FILE,
  LOCK_OWNER_FILE,
  TEMPORARY_PREFIX,
} from '../../../src/search/generation-files.ts';
import { encodeManifest, MANIFEST_FILE } from '../../../src/search/manifest.ts';
import { openNewestGeneration } from '../../../src/search/open-generation.ts';
import { MIGRATIONS } from '../../../src/store/migrations.ts';
import { openStore } from '../../../src/store/store.ts';
import { storeOptions } from '../../store/examples.ts';
import { writeOldFile } from '../../store/old-files.ts';
import { contentOf, indexFolder, putFiles } from '../../support/index-fixtures.ts';
import { editionFiles } from '../kill/editions.ts';
import type { IndexRequest } from '../worker/index-worker.ts';

/** Something that changes files, which a fault may stop anywhere. */
export interface Scenario {
  request: IndexRequest;
  /** Whether writes are lost in it: what it writes is read back, and no other scenario writes in the same way. */
  losesWrites: boolean;
  /** Every path it touches below the folder of the data. */
  paths: string[];
  /** Puts the files into the state before. */
  reset(): void;
  /** Whether the files are as before or as after it, whole; anything else throws. Files of a run that was killed may lie beside them. */
  state(): Promise<'old' | 'new'>;
  /** Does it again and throws unless the files are then as after it, with no leftovers. */
  again(): Promise<void>;
  /** Temporary directories. Embeddings that a run noted down may stay for the next one that has something to publish. */
  leftovers(): string[];
}

type Prepare = (directory: string) => Promise<Scenario>;

/** Each scenario by its name, to be prepared in a folder of its own. */
export const SCENARIOS: readonly [name: string, prepare: Prepare][] = [
  ['a first index', (directory) => indexing(directory, { editions: [] })],
  ['a re-index', (directory) => indexing(directory, { editions: [0, 1] })],
  ['a re-index with a graph', (directory) => indexing(directory, { editions: [0], graph: true })],
  ['a new index in the place of an older format', (directory) => indexing(directory, { editions: [0], change: makeOlder })],
  ['the migration of a store', migration],
];

interface Start {
  /** What was published before. */
  editions: number[];
  graph?: boolean;
  change?: (data: string) => void;
}

const WANTED = 2;

async function indexing(directory: string, { editions, graph = false, change }: Start): Promise<Scenario> {
  const [articles, data] = [join(directory, 'articles'), join(directory, 'data')];
  const [before, after] = [join(directory, 'before'), join(directory, 'after')];
  for (const folder of [articles, before]) mkdirSync(folder);
  const more = { wantsGraph: () => graph };
  for (const edition of editions) {
    putFiles(articles, editionFiles(edition));
    await indexFolder(articles, before, more);
  }
  change?.(before);
  const old = await contentIn(before);
  putFiles(articles, editionFiles(WANTED));
  await indexFolder(articles, after, more);
  const wanted = await contentIn(after);
  const leftovers = () => readdirSync(data).filter((entry) => entry.startsWith(TEMPORARY_PREFIX));
  const state = async () => {
    const found = await contentIn(data);
    if (isDeepStrictEqual(found, wanted)) return 'new';
    if (isDeepStrictEqual(found, old)) return 'old';
    throw new Error('the index is neither as before nor as after');
  };
  return {
    ...{ state, leftovers, losesWrites: graph || editions.length === 0, request: { task: 'index', articles, data, graph } },
    paths: pathsIn(data, editions.length + 1),
    reset: () => {
      rmSync(data, { recursive: true, force: true });
      cpSync(before, data, { recursive: true });
    },
    again: async () => {
      await indexFolder(articles, data, more);
      if ((await state()) !== 'new' || leftovers().length > 0) throw new Error(`the next run leaves ${readdirSync(data).join()}`);
    },
  };
}

/** Everything in the newest generation that opens; undefined when none does. */
async function contentIn(data: string): Promise<unknown> {
  const { generation } = await openNewestGeneration(data);
  if (!generation) return undefined;
  await generation.close();
  // The digests speak for what the content leaves out, such as the terms; the same content makes the same bytes.
  return { ...(await contentOf(data)), files: generation.manifest.files };
}

function pathsIn(data: string, generation: number): string[] {
  const numbers = Array.from({ length: generation }, (_, i) => generationName(i + 1));
  const folders = [...numbers, `${TEMPORARY_PREFIX}${generationName(generation)}`];
  const names = [...Object.values(FILES), `${FILES.database}-journal`, MANIFEST_FILE];
  const inside = folders.flatMap((folder) => [folder, ...names.map((name) => join(folder, name))]);
  return [data, ...[LOCK_FILE, LOCK_OWNER_FILE, JOURNAL_FILE, ...inside].map((path) => join(data, path))];
}

function makeOlder(data: string): void {
  const path = join(data, generationName(1), MANIFEST_FILE);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  delete manifest['checksum'];
  putFiles(data, { [`${generationName(1)}/${MANIFEST_FILE}`]: encodeManifest({ ...manifest, format: 0 }) });
}

function migration(root: string): Promise<Scenario> {
  const path = join(root, 'store.sqlite');
  const readVersion = (): number => {
    const database = new Database(path);
    try {
      if (database.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the store is damaged');
      return Number(database.pragma('user_version', { simple: true }));
    } finally {
      database.close();
    }
  };
  const scenario: Scenario = {
    ...{ losesWrites: false, request: { task: 'migrate', path }, paths: [root, path, `${path}-journal`], leftovers: () => [] },
    reset: () => {
      for (const each of readdirSync(root)) rmSync(join(root, each));
      writeOldFile(path, 1);
    },
    // Every step is a version of its own, whole.
    state: () => Promise.resolve(readVersion() === MIGRATIONS.length ? 'new' : 'old'),
    again: () => {
      const store = openStore(path, storeOptions());
      const kept = store.settings.get('1').replies;
      store.close();
      if (kept !== 'thread' || readVersion() !== MIGRATIONS.length) throw new Error('the store lost what it held');
      if (readdirSync(root).some((entry) => entry.includes('damaged'))) throw new Error('the store was set aside');
      return Promise.resolve();
    },
  };
  return Promise.resolve(scenario);
}
