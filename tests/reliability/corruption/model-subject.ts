import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf, UserError } from '../../../src/errors.ts';
import { loadEmbeddings } from '../../../src/search/embeddings.ts';
import { readModelCard } from '../../../src/search/model-card.ts';
import { hashModel, MODEL_FILES } from '../../../src/search/model-files.ts';
import { seededRandom } from '../../support/vectors.ts';
import { mutate } from './mutations.ts';
import { ensure, type Subject } from './subject.ts';

const MODEL = 'own/model';
const CARD = { dimensions: 8, maxTokens: 16, queryPrefix: 'query: ', passagePrefix: 'passage: ' };

/** A model with recorded hashes. Its files are no model: whatever hands them to the runtime fails in other words. */
export const modelSubject: Subject = {
  make: (whole) => {
    makeModel(whole, 1);
    makeModel(join(whole, 'other'), 2);
    return Promise.resolve();
  },

  spoil: (copy, whole, random) => mutate(join(copy, MODEL), [...MODEL_FILES, 'model.json'], join(whole, 'other', MODEL), random),

  open: async (copy, whole) => {
    const before = await readModelCard({ model: MODEL, modelsDirectory: whole });
    const place = { model: MODEL, modelsDirectory: copy };
    try {
      await loadEmbeddings({ ...place, allowRemote: false });
    } catch (error) {
      ensure(error instanceof UserError, `thrown as it is: ${messageOf(error)}`);
      if (!/cannot be loaded/.test(messageOf(error))) return 'refused';
      // Only a card that describes another model may lead further: vectors of the two are never compared.
      const { fingerprint } = await readModelCard(place);
      ensure(fingerprint !== before.fingerprint, 'it was taken for the same model');
      return 'another model';
    }
    throw new Error('it was loaded');
  },
};

function makeModel(modelsDirectory: string, seed: number): void {
  const random = seededRandom(seed);
  const directory = join(modelsDirectory, MODEL);
  for (const file of MODEL_FILES) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), Buffer.from(Array.from({ length: 2_000 }, () => Math.floor(random() * 256))));
  }
  writeFileSync(join(directory, 'model.json'), JSON.stringify({ ...CARD, sha256: hashModel(directory) }));
}
