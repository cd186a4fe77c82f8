import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { calibrationOf, type CalibrationBin } from './calibration.ts';
import { layOutKorquad, sourcesWithout, type KorquadQuestion } from './korquad.ts';
import { measure } from './measure.ts';
import { parseQuestions, type EvalQuestion } from './questions.ts';
import { areaUnderCurve, figuresOf, type Figures, type Outcome } from './score.ts';
import { VARIANTS } from './variants.ts';

/** Opens the program over a folder of articles, with an index of its own under that name, brought up to date. */
export type OpenApp = (articlesDirectory: string, name: string) => Promise<App>;
export type OnQuestion = (set: string, done: number, total: number) => void;

/** The result of one set of questions. */
export interface SetReport {
  name: string;
  figures: Figures;
  /** Area under the curve of the confidence, answerable questions against the same ones with the article, or only its passage, taken away. */
  refusal?: { articleRemoved: number | null; passageRemoved: number | null; questions: number };
  /** Whether the probabilities of the best sentences hold. */
  calibration?: CalibrationBin[];
  outcomes: Outcome[];
}

/** Every tenth question is also asked as people may write it. */
const VARIANT_STEP = 10;

/** A user's own questions over a folder of articles. */
export async function measureOwn(
  app: App,
  name: string,
  questions: readonly EvalQuestion[],
  onQuestion: OnQuestion,
): Promise<SetReport> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    outcomes.push(await measure(app, question));
    onQuestion(name, outcomes.length, questions.length);
  }
  return { name, figures: figuresOf(outcomes), calibration: calibrationOf(outcomes), outcomes };
}

/**
 * The development sets: KorQuAD v1 as a collection of paragraphs (all titles, and the half that weights are never fitted on), its English
 * questions, and the seed questions over real news pages. Parts whose files are missing are left out.
 * @param step 1 asks every KorQuAD question, 10 every tenth.
 */
export async function measureShared(
  folder: string,
  openApp: OpenApp,
  workDirectory: string,
  step: number,
  onQuestion: OnQuestion,
): Promise<SetReport[]> {
  const reports: SetReport[] = [];
  const korquadFile = join(folder, 'eval', 'KorQuAD_v1.0_dev.json');
  if (existsSync(korquadFile)) {
    const articles = join(workDirectory, 'korquad');
    const questions = layOutKorquad(korquadFile, articles);
    const app = await openApp(articles, 'korquad');
    reports.push(...(await measureKorquad(app, questions, step, onQuestion)));
    const english = join(folder, 'eval', 'korquad-english.jsonl');
    if (existsSync(english))
      reports.push(await measureOwn(app, 'KorQuAD, English questions', englishQuestions(english, questions), onQuestion));
    await app.close();
  }
  const seed = join(folder, 'eval', 'seed-questions.jsonl');
  if (existsSync(seed)) {
    const app = await openApp(join(folder, 'articles'), 'seed');
    reports.push(await measureOwn(app, 'seed questions', parseQuestions(readFileSync(seed, 'utf8'), seed), onQuestion));
    await app.close();
  }
  return reports;
}

async function measureKorquad(
  app: App,
  all: readonly KorquadQuestion[],
  step: number,
  onQuestion: OnQuestion,
): Promise<SetReport[]> {
  const questions = all.filter((_, index) => index % step === 0);
  const { outcomes } = await measureOwn(app, 'KorQuAD', questions, onQuestion);
  const reporting = outcomes.filter((_, index) => questions[index]?.half === 'report');
  const asked = questions.flatMap((question, index) => {
    const outcome = outcomes[index];
    return outcome && question.half === 'report' ? [{ question, confidence: outcome.confidence }] : [];
  });
  const refusal = await measureRefusal(app, asked, onQuestion);
  const calibration = calibrationOf(reporting);
  return [
    { name: 'KorQuAD, all titles', figures: figuresOf(outcomes), outcomes },
    { name: 'KorQuAD, reporting half', figures: figuresOf(reporting), refusal, calibration, outcomes: reporting },
    ...(await measureVariants(
      app,
      asked.flatMap(({ question }, index) => (index % VARIANT_STEP === 0 ? [question] : [])),
      onQuestion,
    )),
  ];
}

/** A sample of the questions as they are, and in each of the ways in which people may write them. */
async function measureVariants(app: App, sample: readonly KorquadQuestion[], onQuestion: OnQuestion): Promise<SetReport[]> {
  const reports = [await measureOwn(app, `KorQuAD, sample of ${sample.length}, as it is`, sample, onQuestion)];
  for (const [name, change] of Object.entries(VARIANTS)) {
    const changed = sample.map((each) => ({ ...each, question: change(each.question) }));
    reports.push(await measureOwn(app, `KorQuAD, sample, ${name}`, changed, onQuestion));
  }
  return reports;
}

async function measureRefusal(
  app: App,
  asked: readonly { question: KorquadQuestion; confidence: number }[],
  onQuestion: OnQuestion,
): Promise<NonNullable<SetReport['refusal']>> {
  const { articles } = await app.sources();
  const without = { article: [] as number[], passage: [] as number[] };
  for (const { question } of asked) {
    const { article, passage } = sourcesWithout(question, articles);
    without.article.push((await measure(app, question, article)).confidence);
    without.passage.push((await measure(app, question, passage)).confidence);
    onQuestion('KorQuAD, answer taken away', without.article.length, asked.length);
  }
  const present = asked.map(({ confidence }) => confidence);
  return {
    articleRemoved: areaUnderCurve(present, without.article),
    passageRemoved: areaUnderCurve(present, without.passage),
    questions: asked.length,
  };
}

function englishQuestions(file: string, korquad: readonly KorquadQuestion[]): EvalQuestion[] {
  const sources = new Map(korquad.map(({ id, source }) => [id, source]));
  return parseQuestions(readFileSync(file, 'utf8'), file).map((question) => ({
    ...question,
    articles: [sources.get(question.id) ?? ''],
  }));
}
