import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { messageOf, UsageError, UserError } from './errors.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';

/** Exit codes: 0 done, 1 failed, 2 the command line or a setting cannot be used. */
const FAILED = 1;
const USAGE = 2;

const program = new Command('gisabot')
  .description('Answers questions over a folder of articles, and proves every answer.')
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
  .showHelpAfterError(false);

program
  .command('ask')
  .argument('[question]')
  .description('answer a question with sentences of the articles; builds the index when it is missing or stale')
  .option('--json', 'print one JSON object', false)
  .option('--batch <file>', 'answer each line of a JSON Lines file (id, question)')
  .action(async (question: string | undefined, options: { json: boolean; batch?: string }) => {
    const { ask } = await import('./cli/ask.ts');
    await withApp((app) => ask(app, question, { json: options.json, batch: options.batch }));
  });

program
  .command('search')
  .argument('[question]')
  .description('show what retrieval finds for a question')
  .option('--top <count>', 'how many chunks', positiveInteger, 5)
  .option('--json', 'print one JSON object', false)
  .option('--batch <file>', 'search for each line of a JSON Lines file (id, question)')
  .action(async (question: string | undefined, options: { top: number; json: boolean; batch?: string }) => {
    const { search } = await import('./cli/search.ts');
    await withApp((app) => search(app, question, { top: options.top, json: options.json, batch: options.batch }));
  });

program
  .command('index')
  .description('bring the index up to date with the articles folder')
  .option('--full', 'read and embed everything again', false)
  .option('--json', 'print the report as one JSON object', false)
  .action(async (options: { full: boolean; json: boolean }) => {
    const { indexArticles } = await import('./cli/index-articles.ts');
    await withApp((app) => indexArticles(app, options));
  });

program
  .command('sources')
  .description('list the articles, newest first')
  .option('--json', 'print one JSON object', false)
  .action(async ({ json }: { json: boolean }) => {
    const { sources } = await import('./cli/sources.ts');
    await withApp((app) => sources(app, json));
  });

program
  .command('doctor')
  .description('check what is installed, the model, the index, the articles and the settings')
  .action(async () => {
    const { doctor } = await import('./cli/doctor.ts');
    await withApp(async (app, config) => {
      if (!(await doctor(app, config))) process.exitCode = FAILED;
    });
  });

program
  .command('eval')
  .description('measure retrieval, answers and refusals on your own questions, or on the development sets')
  .option('--questions <file>', 'JSON Lines or CSV with question, answers, articles')
  .option('--articles <folder>', 'the articles these questions are about (default: ARTICLES_DIR)')
  .option('--shared <folder>', 'folder with the development sets', '../shared')
  .option('--step <count>', 'ask every n-th KorQuAD question only', positiveInteger, 1)
  .option('--json', 'print the whole report as JSON', false)
  .action(async (options: { questions?: string; articles?: string; shared: string; step: number; json: boolean }) => {
    const { evaluate } = await import('./cli/eval.ts');
    const { readConfig } = await import('./config.ts');
    await evaluate(readConfig(), { questions: undefined, articles: undefined, ...options });
  });

async function withApp(work: (app: App, config: Config) => Promise<void>): Promise<void> {
  const { readConfig } = await import('./config.ts');
  const { createApp } = await import('./app.ts');
  const config = readConfig();
  const app = createApp(config);
  try {
    await work(app, config);
  } finally {
    await app.close();
  }
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1000)
    throw new InvalidArgumentError('A whole number from 1 to 1000 is expected.');
  return value;
}

/** One clear line for what a person can mend; the stack only for what is our fault. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) process.stderr.write(`${error.message}. Try --help.\n`);
    return error.exitCode === 0 ? 0 : USAGE;
  }
  if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`);
    return error instanceof UsageError ? USAGE : FAILED;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}\n`);
  return FAILED;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
