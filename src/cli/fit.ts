import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import { CHUNKS_READ } from '../answer/extractive.ts';
import { FEATURES } from '../answer/features.ts';
import { SET_BY_HAND } from '../answer/scorer.ts';
import type { Config } from '../config.ts';
import { fitConditionalLogit, type FitQuestion } from '../eval/fit.ts';
import { layOutKorquad, type KorquadQuestion } from '../eval/korquad.ts';
import { holdsAnswer } from '../eval/measure.ts';
import { NO_MODEL } from '../search/embeddings-provider.ts';
import { note } from './output.ts';
import { refreshIndex } from './prepare.ts';

const WEIGHTS = 'src/answer/weights.json';

/** `fit`: fits the sentence scorer's weights, with and without the embedding model, on the fitting half of KorQuAD, and stores them. */
export async function fit(config: Config, shared: string): Promise<void> {
  const articlesDirectory = join(config.dataDirectory, 'eval', 'korquad');
  const questions = layOutKorquad(join(shared, 'eval', 'KorQuAD_v1.0_dev.json'), articlesDirectory).filter(
    ({ half }) => half === 'fit',
  );
  const withModel = await fitOn({ ...config, articlesDirectory }, 'korquad-index', questions);
  const withoutModel = await fitOn({ ...config, articlesDirectory, embeddingModel: NO_MODEL }, 'korquad-words-index', questions);
  const kept: unknown = JSON.parse(readFileSync(WEIGHTS, 'utf8'));
  writeFileSync(WEIGHTS, `${JSON.stringify(Object.assign({}, kept, { withModel, withoutModel }), null, 2)}\n`);
  note(`Wrote ${WEIGHTS}. Run npm run eval, and say what changed in the commit message.`);
}

/** Columns that are not fitted. */
const byHand = FEATURES.map((feature) => SET_BY_HAND.has(feature));

async function fitOn(config: Config, name: string, questions: readonly KorquadQuestion[]): Promise<unknown> {
  const app = createApp({ ...config, dataDirectory: join(config.dataDirectory, 'eval', name) });
  await refreshIndex(app, 'fit');
  const observed: FitQuestion[] = [];
  for (const { question, answers, source } of questions) {
    const examined = await app.examine(question, CHUNKS_READ);
    if (examined === 'no-articles') continue;
    const positive = examined.ranked.map(({ sentence }) => {
      const { source: found, copies } = sentence.hit.chunk.article;
      return [found, ...copies].includes(source) && holdsAnswer(sentence.text, answers);
    });
    observed.push({
      rows: examined.ranked.map(({ features }) => features.map((value, column) => (byHand[column] ? 0 : value))),
      positive,
    });
    if (observed.length % 500 === 0) note(`${name}: ${observed.length}/${questions.length}`);
  }
  await app.close();
  const weights = fitConditionalLogit(observed, FEATURES.length);
  const provenance = `conditional logit on ${observed.length} questions of KorQuAD v1 dev (titles of the fitting half), npm run fit`;
  return {
    provenance,
    weights: Object.fromEntries(FEATURES.map((feature, column) => [feature, Math.round((weights[column] ?? 0) * 100) / 100])),
  };
}
