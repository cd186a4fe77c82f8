import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { embeddingKey } from '../../../src/indexing/context.ts';
import { EmbeddingJournal } from '../../../src/indexing/journal.ts';
import { JOURNAL_FILE } from '../../../src/search/generation-files.ts';
import { quantize, type QuantizedVector } from '../../../src/search/sentence-vectors.ts';
import { seededRandom } from '../../support/vectors.ts';
import { mutate } from './mutations.ts';
import { ensure, type Subject } from './subject.ts';

const DIMENSIONS = 24;
const ENTRIES = Array.from({ length: 40 }, (_, i): [string, QuantizedVector] => {
  const random = seededRandom(i);
  return [embeddingKey(String(i)), quantize(Array.from({ length: DIMENSIONS }, () => random() - 0.5))];
});

/** The embeddings of a run that was killed. Beside them lie those of another model. */
export const journalSubject: Subject = {
  make: (whole) => {
    write(whole, 'model', ENTRIES);
    mkdirSync(join(whole, 'other'));
    write(
      join(whole, 'other'),
      'other',
      ENTRIES.map(([key], i) => [key, ENTRIES[(i + 1) % ENTRIES.length]![1]]),
    );
    return Promise.resolve();
  },

  spoil: (copy, whole, random) => mutate(copy, [JOURNAL_FILE], join(whole, 'other'), random),

  open: (copy) => {
    const journal = new EmbeddingJournal(copy, 'model', DIMENSIONS);
    const kept = journal.size;
    requireTrue(journal, kept);
    const [more] = ENTRIES.filter(([key]) => journal.get(key) === undefined);
    if (more) journal.add([more]);
    journal.close();
    requireTrue(new EmbeddingJournal(copy, 'model', DIMENSIONS), kept + (more ? 1 : 0));
    return Promise.resolve(kept === ENTRIES.length ? 'all kept' : kept > 0 ? 'some kept' : 'none kept');
  },
};

function write(directory: string, model: string, entries: readonly [string, QuantizedVector][]): void {
  const journal = new EmbeddingJournal(directory, model, DIMENSIONS);
  journal.add(entries);
  journal.close();
}

/** So many vectors are known, each as it was written. */
function requireTrue(journal: EmbeddingJournal, count: number): void {
  const found = ENTRIES.filter(([key, vector]) => {
    const kept = journal.get(key);
    return kept !== undefined && isDeepStrictEqual([...kept.values, kept.scale], [...vector.values, vector.scale]);
  });
  ensure(journal.size === count && found.length === count, `${found.length} of ${journal.size} vectors are true, not ${count}`);
}
