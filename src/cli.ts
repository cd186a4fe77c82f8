import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander';
import type { App } from './app.ts';
import type { QuestionSource } from './cli/batch.ts';
import type { FitPart } from './cli/fit.ts';
import { HELP_AFTER, HELP_STYLE } from './cli/help.ts';
import { DEVELOPMENT_SETS, requireArticlesFolder, StoppedError } from './cli/prepare.ts';
import type { Config } from './config.ts';
import { reportOf, UsageError } from './errors.ts';

/** Exit codes: 0 done, 1 failed, 2 the command line or a setting cannot be used. */
const FAILED = 1;
const USAGE = 2;

const program = new Command('gisabot')
  .description('Answers questions over a folder of articles, and proves every answer.')
  .configureHelp(HELP_STYLE)
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
  .addHelpText('after', HELP_AFTER.gisabot);

function command(name: Exclude<keyof typeof HELP_AFTER, 'gisabot'>, description: string): Command {
  return program.command(name).description(description).addHelpText('after', HELP_AFTER[name]);
}

interface QuestionOptions {
  json?: boolean;
  batch?: string;
}

function questionSource(words: string[], { batch }: QuestionOptions): QuestionSource {
  return { question: words.length > 0 ? words.join(' ') : undefined, batch };
}

command('ask', 'answer a question with sentences of the articles')
  .argument('[question...]', 'the question, in quotes')
  .option('--json', 'print exactly one JSON object')
  .option('--batch <file>', 'answer each line of a JSON Lines file (id, question), one JSON line each; - is standard input')
  .action(async (words: string[], options: QuestionOptions) => {
    const { ask } = await import('./cli/ask.ts');
    await withArticles((app) => ask(app, { ...questionSource(words, options), json: options.json ?? false }));
  });

command('search', 'show the chunks that retrieval finds for a question, best first')
  .argument('[question...]', 'the question, in quotes')
  .option('--top <count>', 'how many chunks, 1 to 1000', positiveInteger, 5)
  .option('--json', 'print exactly one JSON object')
  .option('--batch <file>', 'search for each line of a JSON Lines file (id, question), one JSON line each; - is standard input')
  .action(async (words: string[], options: QuestionOptions & { top: number }) => {
    const { search } = await import('./cli/search.ts');
    const { top, json = false } = options;
    await withArticles((app) => search(app, { ...questionSource(words, options), top, json }));
  });

command('index', 'bring the index up to date with the articles folder')
  .option('--full', 'read and embed everything again')
  .option('--json', 'print the report as one JSON object')
  .action(async ({ full = false, json = false }: { full?: boolean; json?: boolean }) => {
    const { indexArticles } = await import('./cli/index-articles.ts');
    await withArticles((app) => indexArticles(app, { full, json }));
  });

command('sources', 'list the articles, newest first')
  .option('--json', 'print one JSON object')
  .action(async ({ json = false }: { json?: boolean }) => {
    const { sources } = await import('./cli/sources.ts');
    await withArticles((app) => sources(app, json));
  });

command('doctor', 'check what is installed, the model, the index, the articles and the settings').action(async () => {
  const { doctor } = await import('./cli/doctor.ts');
  await withApp(async (app, config) => {
    if (!(await doctor(app, config))) process.exitCode = FAILED;
  });
});

command('invite', 'print the link that adds the Discord bot to a server')
  .argument('[application-id]', 'from the developer portal (default: the one in DISCORD_TOKEN)')
  .action(async (applicationId: string | undefined) => {
    const { invite } = await import('./cli/invite.ts');
    const { readConfig } = await import('./config.ts');
    invite(applicationId, readConfig().discordToken);
  });

command('eval', 'measure retrieval, answers and refusals on your own questions')
  .option(
    '--questions <file>',
    'JSON Lines or CSV with question, answers, articles (default: the sets that ship, and the development sets)',
  )
  .option('--articles <folder>', 'the articles these questions are about (default: ARTICLES_DIR)')
  .option('--shared <folder>', 'folder with the development sets', DEVELOPMENT_SETS)
  .option('--step <count>', 'ask only every n-th question of the large development set', positiveInteger, 1)
  .option('--compare <file>', 'a former report, as --json printed it: list what changed since')
  .option('--json', 'print the whole report as JSON')
  .action(
    async (options: {
      questions?: string;
      articles?: string;
      compare?: string;
      shared: string;
      step: number;
      json?: boolean;
    }) => {
      const { evaluate } = await import('./cli/eval.ts');
      const { readConfig } = await import('./config.ts');
      await evaluate(readConfig(), { questions: undefined, articles: undefined, compare: undefined, json: false, ...options });
    },
  );

command('fit', 'fit the sentence scorer and the confidence on the development set, and store their weights (for developers)')
  .addArgument(new Argument('[part]', 'only this part').choices(['sentences', 'confidence']))
  .option('--shared <folder>', 'folder with the development sets', DEVELOPMENT_SETS)
  .action(async (part: FitPart | undefined, { shared }: { shared: string }) => {
    const { fit, fitAll } = await import('./cli/fit.ts');
    if (part === undefined) {
      fitAll(shared);
      return;
    }
    const { readConfig } = await import('./config.ts');
    await fit(readConfig(), shared, part);
  });

async function withArticles(work: (app: App) => Promise<void>): Promise<void> {
  await withApp(async (app, { articlesDirectory }) => {
    requireArticlesFolder(articlesDirectory);
    await work(app);
  });
}

async function withApp(work: (app: App, config: Config) => Promise<void>): Promise<void> {
  const { readConfig } = await import('./config.ts');
  const config = readConfig();
  const { createApp } = await import('./app.ts');
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

/** Says on standard error what went wrong, the stack only for what is our fault. Returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // Without a command the help was printed instead of a message.
    if (error.code !== 'commander.help') printError(`${oneLine(error.message)} Try --help.`);
    return USAGE;
  }
  printError(reportOf(error).replaceAll('\n', '\n       '));
  if (error instanceof StoppedError) return error.exitCode;
  return error instanceof UsageError ? USAGE : FAILED;
}

function printError(message: string): void {
  process.stderr.write(`error: ${message}\n`);
}

/** A message of the parser in the form of ours: without its prefix and line breaks, with a full stop. */
function oneLine(message: string): string {
  return `${message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')}.`;
}

/** Whoever reads our output may stop reading (`| head`): that ends the program, and is no failure. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

process.stdout.on('error', leaveWhenNobodyReads);
process.stderr.on('error', leaveWhenNobodyReads);
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
