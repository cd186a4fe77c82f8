import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { calibrationOf, type CalibrationBin } from './calibration.ts';
import { layOutKorquad, sourcesWithout, type KorquadQuestion } from './korquad.ts';
import { measure } from './measure.ts';
import { parseQuestions, type EvalQuestion } from './questions.ts';
import { areaUnderCurve, figuresOf, type Figures, type Outcome } from './score.ts';
import { VARIANTS } from './variants.ts';

/** Opens the program over a folder of articles, with an index of its own under that name, brought up to date. */
export type OpenApp = (articlesDirectory: string, name: string) => Promise<App>;
export type OnQuestion = (set: string, done: number, total: number) => void;

/**
 * Area under the curve of the confidence, answerable questions against the same ones with the article, or only its passage, taken away; and
 * the share of those without the article that are answered all the same, without a warning.
 */
export interface RefusalFigures {
  articleRemoved: number | null;
  passageRemoved: number | null;
  plainWithoutArticle: number;
  questions: number;
}

/** The result of one set of questions. */
export interface SetReport {
  name: string;
  figures: Figures;
  refusal?: RefusalFigures;
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

/** Questions over a development set's articles, by the name of their report. */
export type QuestionFiles = Readonly<Record<string, string>>;

/**
 * The development sets: KorQuAD v1 as a collection of paragraphs (all titles, and the half that weights are never fitted on) and other
 * questions over the same paragraphs, and questions over real news pages. Parts whose files are missing are left out.
 * @param more Further questions; those over KorQuAD have its ids.
 * @param step 1 asks every KorQuAD question, 10 every tenth.
 */
export async function measureShared(
  folder: string,
  openApp: OpenApp,
  workDirectory: string,
  step: number,
  onQuestion: OnQuestion,
  more: { korquad: QuestionFiles; news: QuestionFiles },
): Promise<SetReport[]> {
  const reports: SetReport[] = [];
  const korquadFile = join(folder, 'eval', 'KorQuAD_v1.0_dev.json');
  if (existsSync(korquadFile)) {
    const articles = join(workDirectory, 'korquad');
    const questions = layOutKorquad(korquadFile, articles);
    const app = await openApp(articles, 'korquad');
    reports.push(...(await measureKorquad(app, questions, step, onQuestion)));
    const files = { 'KorQuAD, English questions': join(folder, 'eval', 'korquad-english.jsonl'), ...more.korquad };
    for (const [name, asked] of Object.entries(readFiles(files)))
      reports.push(await measureOverKorquad(app, name, asked, questions, onQuestion));
    await app.close();
  }
  const news = join(folder, 'articles');
  if (existsSync(news)) {
    const app = await openApp(news, 'seed');
    const files = { 'seed questions': join(folder, 'eval', 'seed-questions.jsonl'), ...more.news };
    for (const [name, asked] of Object.entries(readFiles(files))) reports.push(await measureOwn(app, name, asked, onQuestion));
    await app.close();
  }
  return reports;
}

function readFiles(files: QuestionFiles): Record<string, EvalQuestion[]> {
  const present = Object.entries(files).filter(([, file]) => existsSync(file));
  return Object.fromEntries(present.map(([name, file]) => [name, parseQuestions(readFileSync(file, 'utf8'), file)]));
}

/** Questions that have the ids of KorQuAD's, and so their paragraphs. */
async function measureOverKorquad(
  app: App,
  name: string,
  questions: readonly EvalQuestion[],
  korquad: readonly KorquadQuestion[],
  onQuestion: OnQuestion,
): Promise<SetReport> {
  const known = new Map(korquad.map((each) => [each.id, each]));
  const asked = questions.map((question) => {
    const same = known.get(question.id);
    if (!same) throw new UserError(`${name}: KorQuAD has no question ${question.id}`);
    return { ...same, ...question, articles: same.articles };
  });
  const report = await measureOwn(app, name, asked, onQuestion);
  const confidences = report.outcomes.map(({ confidence }) => confidence);
  return { ...report, refusal: await measureRefusal(app, asked, confidences, onQuestion) };
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
  const asked = questions.filter(({ half }) => half === 'report');
  const confidences = reporting.map(({ confidence }) => confidence);
  const refusal = await measureRefusal(app, asked, confidences, onQuestion);
  const calibration = calibrationOf(reporting);
  return [
    { name: 'KorQuAD, all titles', figures: figuresOf(outcomes), outcomes },
    { name: 'KorQuAD, reporting half', figures: figuresOf(reporting), refusal, calibration, outcomes: reporting },
    ...(await measureVariants(
      app,
      asked.filter((_, index) => index % VARIANT_STEP === 0),
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

/** @param confidences Of the questions with everything there. */
async function measureRefusal(
  app: App,
  questions: readonly KorquadQuestion[],
  confidences: readonly number[],
  onQuestion: OnQuestion,
): Promise<RefusalFigures> {
  const { articles } = await app.sources();
  const without = { article: [] as Outcome[], passage: [] as Outcome[] };
  for (const question of questions) {
    const { article, passage } = sourcesWithout(question, articles);
    without.article.push(await measure(app, question, article));
    without.passage.push(await measure(app, question, passage));
    onQuestion('KorQuAD, answer taken away', without.article.length, questions.length);
  }
  const curve = (outcomes: readonly Outcome[]): number | null =>
    areaUnderCurve(
      confidences,
      outcomes.map(({ confidence }) => confidence),
    );
  return {
    articleRemoved: curve(without.article),
    passageRemoved: curve(without.passage),
    plainWithoutArticle: without.article.filter(({ level }) => level === 'answered').length / (questions.length || 1),
    questions: questions.length,
  };
}
