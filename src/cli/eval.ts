import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp, type App } from '../app.ts';
import type { Config } from '../config.ts';
import { messageOf, UsageError } from '../errors.ts';
import { compareReports, parseFormer, type FormerReport } from '../eval/compare.ts';
import { parseQuestions } from '../eval/questions.ts';
import { measureOwn, measureShared, type OnQuestion, type SetReport } from '../eval/sets.ts';
import { NO_MODEL } from '../search/embeddings-provider.ts';
import { calibrationTable, comparisonTable, reportTable } from './eval-tables.ts';
import { note, print, printJson } from './output.ts';
import { DEVELOPMENT_SETS, refreshIndex, requireArticlesFolder } from './prepare.ts';
import { progressBar } from './progress-bar.ts';

/** Sets of our own, over the articles that ship: everyday questions, and lines that are none. */
const SHIPPED = ['tests/eval/everyday-questions.jsonl', 'tests/eval/small-talk.jsonl'];
const SHIPPED_ARTICLES = 'articles';
/** And over the articles of the development sets: other people's words for KorQuAD's questions, and news pages once more. */
export const SHIPPED_MORE = {
  korquad: {
    'KorQuAD, English questions of our own': 'tests/eval/korquad-english.jsonl',
    'KorQuAD, as people type': 'tests/eval/korquad-chat.jsonl',
  },
  news: { 'news questions': 'tests/eval/news-questions.jsonl' },
};

export interface EvalOptions {
  questions: string | undefined;
  articles: string | undefined;
  /** A former report, as --json printed it. */
  compare: string | undefined;
  shared: string;
  step: number;
  json: boolean;
}

/** `eval`: how well the articles' questions are answered: a user's own, or the sets that ship and the development sets. */
export async function evaluate(config: Config, options: EvalOptions): Promise<void> {
  const former = options.compare === undefined ? undefined : readFormer(options.compare);
  if (options.questions === undefined) requireDevelopmentSets(options.shared);
  const bar = progressBar();
  const reports = await measureAll(config, options, bar.update);
  bar.end();
  if (options.json) printJson(reports);
  else printTables(reports, former);
}

/** Without them the sets that ship are measured; a folder that was named has to hold them. */
function requireDevelopmentSets(folder: string): void {
  const sets = join(folder, 'eval');
  if (existsSync(sets)) return;
  if (folder !== DEVELOPMENT_SETS)
    throw new UsageError(
      `${sets} is not there. Name the folder of the development sets, or your own: --questions FILE [--articles DIR].`,
    );
  note(`skipped: KorQuAD and the seed questions, since ${sets} is not there`);
}

function printTables(reports: readonly SetReport[], former: readonly FormerReport[] | undefined): void {
  for (const report of reports) {
    print(reportTable(report));
    const calibration = calibrationTable(report);
    if (calibration !== '') print(calibration);
  }
  for (const comparison of former ? compareReports(former, reports) : []) print(`\n${comparisonTable(comparison)}`);
}

async function measureAll(config: Config, options: EvalOptions, onQuestion: OnQuestion): Promise<SetReport[]> {
  const workDirectory = join(config.dataDirectory, 'eval');
  // Without the embedding model an index of its own: the other keeps its vectors.
  const kind = config.embeddingModel === NO_MODEL ? 'words-index' : 'index';
  const openApp = async (articlesDirectory: string, name: string): Promise<App> => {
    const app = createApp({ ...config, articlesDirectory, dataDirectory: join(workDirectory, `${name}-${kind}`) });
    await refreshIndex(app, 'eval');
    return app;
  };
  if (options.questions !== undefined)
    return [await ownReport(options.questions, options.articles ?? config.articlesDirectory, openApp, onQuestion)];
  const reports: SetReport[] = [];
  for (const file of SHIPPED.filter((each) => existsSync(each)))
    reports.push(await ownReport(file, SHIPPED_ARTICLES, openApp, onQuestion));
  return [...reports, ...(await measureShared(options.shared, openApp, workDirectory, options.step, onQuestion, SHIPPED_MORE))];
}

async function ownReport(
  file: string,
  articles: string,
  openApp: (folder: string, name: string) => Promise<App>,
  onQuestion: OnQuestion,
): Promise<SetReport> {
  const questions = parseQuestions(readText('--questions', file), file);
  requireArticlesFolder(articles);
  const app = await openApp(articles, 'own');
  try {
    return await measureOwn(app, file, questions, onQuestion);
  } finally {
    await app.close();
  }
}

function readFormer(file: string): FormerReport[] {
  return parseFormer(readText('--compare', file), file);
}

function readText(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${option} ${file} cannot be read: ${messageOf(error)}`);
  }
}
