/** Indexes folders, migrates stores, as it is told to: the process that is killed and whose file calls fail. */
import { reindex } from '../../../src/indexing/reindex.ts';
import { openStore } from '../../../src/store/store.ts';
import { storeOptions } from '../../store/examples.ts';
import { FakeEmbeddings } from '../../support/fake-embeddings.ts';
import { putFiles, runOptions } from '../../support/index-fixtures.ts';
import { editionFiles } from '../kill/editions.ts';
import { say, serve } from './serve.ts';

export type IndexRequest =
  | { task: 'ready' }
  | { task: 'index'; articles: string; data: string; graph: boolean }
  | { task: 'migrate'; path: string }
  | { task: 'editions'; articles: string; data: string; from: number }
  | { task: 'hold'; articles: string; data: string };

serve((request) => carryOut(request as IndexRequest));

function carryOut(request: IndexRequest): Promise<unknown> {
  switch (request.task) {
    case 'ready':
      return Promise.resolve();
    case 'index':
      return index(request.articles, request.data, request.graph);
    case 'migrate':
      return migrate(request.path);
    case 'editions':
      return publishEditions(request.articles, request.data, request.from);
    case 'hold':
      return hold(request.articles, request.data);
  }
}

async function index(articles: string, data: string, graph: boolean): Promise<string> {
  const { generation } = await reindex(runOptions(articles, data, { wantsGraph: () => graph }));
  return generation;
}

function migrate(path: string): Promise<void> {
  openStore(path, storeOptions()).close();
  return Promise.resolve();
}

/** Publishes one edition of all articles after the other, and says of each when it is published. */
async function publishEditions(articles: string, data: string, from: number): Promise<never> {
  for (let edition = from; ; edition++) {
    putFiles(articles, editionFiles(edition));
    say({ edition, generation: await index(articles, data, false) });
  }
}

/** Takes the lock, says so when the work has begun, and keeps it for good. */
async function hold(articles: string, data: string): Promise<never> {
  const embeddings = new FakeEmbeddings();
  embeddings.embedDocuments = () => {
    say('holding');
    return new Promise(() => setInterval(() => undefined, 1000));
  };
  await reindex(runOptions(articles, data, { embeddings, owner: 'a rival', full: true }));
  throw new Error('There was nothing to embed.');
}
