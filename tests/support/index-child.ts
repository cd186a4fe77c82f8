/** Indexes a folder into another (both named on the command line) and stops for good after so many embedded texts, as if hung. */
import { reindex } from '../../src/indexing/reindex.ts';
import { FakeEmbeddings } from './fake-embeddings.ts';
import { runOptions } from './index-fixtures.ts';

const [articles = '', data = '', limit = ''] = process.argv.slice(2);

class HangingEmbeddings extends FakeEmbeddings {
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    if (this.textsEmbedded >= Number(limit)) {
      process.stdout.write('hanging\n');
      await new Promise(() => setInterval(() => undefined, 1000));
    }
    return super.embedDocuments(texts);
  }
}

await reindex(runOptions(articles, data, { embeddings: new HangingEmbeddings(), owner: 'child' }));
