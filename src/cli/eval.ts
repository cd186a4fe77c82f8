import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import { createApp, type App } from '../app.ts';
import type { Config } from '../config.ts';
import { messageOf, UsageError } from '../errors.ts';
import { parseQuestions } from '../eval/questions.ts';
import { measureOwn, measureShared, type SetReport } from '../eval/sets.ts';
import { note, print, printJson } from './output.ts';
import { refreshIndex, requireArticlesFolder } from './prepare.ts';

export interface EvalOptions {
  questions: string | undefined;
  articles: string | undefined;
  shared: string;
  step: number;
  json: boolean;
}

const SHOW_EVERY = 200;

/** `eval`: how well the articles' questions are answered: a user's own, or the development sets. */
export async function evaluate(config: Config, options: EvalOptions): Promise<void> {
  const workDirectory = join(config.dataDirectory, 'eval');
  const openApp = async (articlesDirectory: string, name: string): Promise<App> => {
    const app = createApp({ ...config, articlesDirectory, dataDirectory: join(workDirectory, name) });
    await refreshIndex(app, 'eval');
    return app;
  };
  const reports =
    options.questions === undefined
      ? await measureShared(options.shared, openApp, workDirectory, options.step, onQuestion)
      : [await ownReport(config, options.questions, options.articles, openApp)];
  if (reports.length === 0) {
    throw new UsageError(
      `Nothing to evaluate: ${options.shared}/eval is not there. Give your own: --questions FILE [--articles DIR].`,
    );
  }
  if (options.json) printJson(reports);
  else for (const report of reports) printReport(report);
}

async function ownReport(
  config: Config,
  file: string,
  articles: string | undefined,
  openApp: (folder: string, name: string) => Promise<App>,
) {
  const questions = parseQuestions(readQuestions(file), file);
  const folder = articles ?? config.articlesDirectory;
  requireArticlesFolder(folder);
  const app = await openApp(folder, 'own-index');
  try {
    return await measureOwn(app, file, questions, onQuestion);
  } finally {
    await app.close();
  }
}

function readQuestions(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--questions ${file} cannot be read: ${messageOf(error)}`);
  }
}

function onQuestion(set: string, done: number, total: number): void {
  if (done % SHOW_EVERY === 0 || done === total) note(`${set}: ${done}/${total}`);
}

function printReport({ name, figures, refusal, outcomes }: SetReport): void {
  const rows = new Table({ head: [name, `${figures.questions} questions`], style: { head: [], border: [], compact: true } });
  const add = (label: string, value: number | null | undefined, digits = 3): void => {
    if (value !== null && value !== undefined) rows.push([label, value.toFixed(digits)]);
  };
  add('right source first (R@1)', figures.recallAt1);
  add('right source in first 5 (R@5)', figures.recallAt5);
  add('mean reciprocal rank (MRR)', figures.meanReciprocalRank);
  figures.best?.forEach((value, index) => {
    add(`answer in best ${index + 1}`, value);
  });
  add('answer in what is shown', figures.shown);
  add('characters shown', figures.characters, 1);
  if (figures.answerable > 0) {
    rows.push(['answerable: right', `${figures.right} of ${figures.answerable}`]);
    rows.push(['answerable: warned, refused', `${figures.warnedAnswerable}, ${figures.refusedAnswerable}`]);
  }
  if (figures.unanswerable > 0)
    rows.push(['unanswerable: refused, warned', `${figures.refused}, ${figures.warned} of ${figures.unanswerable}`]);
  add('refusal AUC, article removed', refusal?.articleRemoved);
  add('refusal AUC, passage removed', refusal?.passageRemoved);
  add('quotes verbatim', figures.verbatim);
  print(rows.toString());
  const wrong = outcomes.filter(({ answerable, right, level }) => (answerable ? !right : level === 'answered'));
  if (outcomes.length <= SHOW_EVERY)
    for (const { id, level, answerable } of wrong) print(`  ${id}: ${answerable ? 'not right' : 'not refused'} (${level})`);
}
