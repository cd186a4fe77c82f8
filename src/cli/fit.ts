import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp, type App } from '../app.ts';
import { SIGNALS_BY_HAND } from '../answer/confidence.ts';
import { CHUNKS_WANTED } from '../answer/extractive.ts';
import { FEATURES } from '../answer/features.ts';
import { SET_BY_HAND } from '../answer/scorer.ts';
import { SIGNALS } from '../answer/signals.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { fitConditionalLogit, fitLogistic, type FitQuestion } from '../eval/fit.ts';
import { layOutKorquad, sourcesWithout, type KorquadQuestion } from '../eval/korquad.ts';
import { holdsAnswer } from '../eval/measure.ts';
import { NO_MODEL } from '../search/embeddings-provider.ts';
import { note } from './output.ts';
import { refreshIndex } from './prepare.ts';

const WEIGHTS = 'src/answer/weights.json';
const SHOW_EVERY = 500;

/** What is fitted, in this order: the probability that a sentence holds the answer, and with its new weights the confidence score. */
const PARTS = ['sentences', 'confidence'] as const;
export type FitPart = (typeof PARTS)[number];

/** `fit`: fits each part in a process of its own, since weights are read when the program starts. */
export function fitAll(shared: string): void {
  for (const part of PARTS) {
    const [, script = ''] = process.argv;
    const { status } = spawnSync(process.execPath, [...process.execArgv, script, 'fit', part, '--shared', shared], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new UserError(`Fitting the ${part} failed; what was fitted before is stored.`);
  }
}

/** Fits one part on the fitting half of KorQuAD, with and without the embedding model, and stores its weights. */
export async function fit(config: Config, shared: string, part: FitPart): Promise<void> {
  const articlesDirectory = join(config.dataDirectory, 'eval', 'korquad');
  const questions = layOutKorquad(join(shared, 'eval', 'KorQuAD_v1.0_dev.json'), articlesDirectory).filter(
    ({ half }) => half === 'fit',
  );
  const fitPart = part === 'sentences' ? fitSentences : fitConfidence;
  const withModel = await withApp({ ...config, articlesDirectory }, 'korquad-index', (app) => fitPart(app, questions));
  const wordsOnly = { ...config, articlesDirectory, embeddingModel: NO_MODEL };
  const withoutModel = await withApp(wordsOnly, 'korquad-words-index', (app) => fitPart(app, questions));
  store(part, { withModel, withoutModel });
  note(`Wrote ${WEIGHTS}. Run npm run eval, and say what changed in the commit message.`);
}

async function withApp<Result>(config: Config, name: string, work: (app: App) => Promise<Result>): Promise<Result> {
  const app = createApp({ ...config, dataDirectory: join(config.dataDirectory, 'eval', name) });
  try {
    await refreshIndex(app, 'fit');
    return await work(app);
  } finally {
    await app.close();
  }
}

function store(part: FitPart, fitted: Record<string, unknown>): void {
  const kept = JSON.parse(readFileSync(WEIGHTS, 'utf8')) as { confidence: object };
  const changed = part === 'sentences' ? fitted : { confidence: Object.assign({}, kept.confidence, fitted) };
  writeFileSync(WEIGHTS, `${JSON.stringify(Object.assign({}, kept, changed), null, 2)}\n`);
}

async function fitSentences(app: App, questions: readonly KorquadQuestion[]): Promise<unknown> {
  const observed: FitQuestion[] = [];
  for (const { question, answers, source } of questions) {
    const examined = await app.examine(question, CHUNKS_WANTED);
    if (examined === 'no-articles') continue;
    const positive = examined.ranked.map(({ sentence }) => {
      const { source: found, copies } = sentence.hit.chunk.article;
      return [found, ...copies].includes(source) && holdsAnswer(sentence.text, answers);
    });
    observed.push({ rows: examined.ranked.map(({ features }) => fittedOnly(features, FEATURES, SET_BY_HAND)), positive });
    if (observed.length % SHOW_EVERY === 0) note(`sentences: ${observed.length}/${questions.length}`);
  }
  const weights = fitConditionalLogit(observed, FEATURES.length);
  return { provenance: provenance('conditional logit', observed.length), weights: named(weights, FEATURES) };
}

async function fitConfidence(app: App, questions: readonly KorquadQuestion[]): Promise<unknown> {
  const { articles } = await app.sources();
  const answerable: Float64Array[] = [];
  const unanswerable: Float64Array[] = [];
  const observe = async (question: string, into: Float64Array[], exceptSources?: string[]): Promise<void> => {
    const examined = await app.examine(question, CHUNKS_WANTED, exceptSources ? { exceptSources } : undefined);
    if (examined === 'no-articles' || !examined.signals) return;
    into.push(fittedOnly(examined.signals, SIGNALS, SIGNALS_BY_HAND));
  };
  for (const each of questions) {
    const without = sourcesWithout(each, articles);
    await observe(each.question, answerable);
    await observe(each.question, unanswerable, without.article);
    await observe(each.question, unanswerable, without.passage);
    if (answerable.length % SHOW_EVERY === 0) note(`confidence: ${answerable.length}/${questions.length}`);
  }
  const { bias, weights } = fitLogistic(answerable, unanswerable, SIGNALS.length);
  const method = 'logistic regression, as they are against without their article and without their passage,';
  return { provenance: provenance(method, questions.length), bias: rounded(bias), weights: named(weights, SIGNALS) };
}

/** The values that are fitted; those whose weights are set by hand are as if they never varied. */
function fittedOnly(values: Float64Array, names: readonly string[], setByHand: ReadonlySet<string>): Float64Array {
  return values.map((value, column) => (setByHand.has(names[column] ?? '') ? 0 : value));
}

function provenance(method: string, questions: number): string {
  return `${method} on ${questions} questions of KorQuAD v1 dev (titles of the fitting half), npm run fit`;
}

function named(weights: Float64Array, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, column) => [name, rounded(weights[column] ?? 0)]));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
