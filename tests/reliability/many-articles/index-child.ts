/**
 * Indexes a folder (first argument) into another (second argument) and writes the result as one line of JSON. A process of its own: its
 * memory is its own, and its heap is limited by who starts it.
 */
import { reindex } from '../../../src/indexing/reindex.ts';
import { FakeEmbeddings } from '../../support/fake-embeddings.ts';
import { runOptions } from '../../support/index-fixtures.ts';

const [articles = '', data = ''] = process.argv.slice(2);
const DIMENSIONS = 8;
let steps = 0;
const { failed, ...report } = await reindex(
  runOptions(articles, data, {
    ...{ embeddings: new FakeEmbeddings({ dimensions: DIMENSIONS }), dimensions: DIMENSIONS },
    onProgress: () => {
      steps += 1;
    },
  }),
);
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ...report, failed: failed.length, steps, megabytes })}\n`);
