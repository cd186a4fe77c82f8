import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { problemOfAddress } from './config/model-address.ts';
import { messageOf, UsageError } from './errors.ts';

const count = (most: number) => z.coerce.number('expected a number').int('expected a whole number').min(0).max(most);
/** Settings whose value must not be shown. */
export const SECRET_NAME = /(?:TOKEN|SECRET|PASSWORD|KEY)$/;

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

/** "0-3" or "0,2" as the numbers it names. */
const shardList = z
  .string()
  .regex(/^\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*$/)
  .transform((text) =>
    text.split(',').flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    }),
  );

/** One setting: an environment variable, its default as it would be written there, and what it does. */
interface Setting<Type extends z.ZodType> {
  name: string;
  default: string;
  parse: Type;
  help: string;
}

function setting<Type extends z.ZodType>(name: string, fallback: string, parse: Type, help: string): Setting<Type> {
  return { name, default: fallback, parse, help };
}

/** Every setting of the program. The README's table and .env.example are checked against this table by a test. */
export const SETTINGS = {
  articlesDirectory: setting(
    'ARTICLES_DIR',
    'articles',
    z.string().min(1),
    'Folder with the articles (.txt, .md, .html, .pdf), sub-folders included.',
  ),
  dataDirectory: setting(
    'DATA_DIR',
    'embeddings/index',
    z.string().min(1),
    'Folder for the index. It can be deleted: the index is built again.',
  ),
  modelsDirectory: setting(
    'MODELS_DIR',
    'embeddings/models',
    z.string().min(1),
    'Folder with embedding models, one sub-folder each.',
  ),
  embeddingModel: setting(
    'EMBEDDING_MODEL',
    'gisabot/multilingual-e5-small-ko-en',
    z.string().regex(/^(?:none|[^/\s]+\/[^/\s]+)$/, 'expected owner/name or none'),
    'Embedding model under MODELS_DIR, as owner/name; "none" searches by words alone.',
  ),
  allowDownload: setting(
    'EMBEDDING_ALLOW_DOWNLOAD',
    'off',
    onOff,
    'on: a model that is missing may be downloaded from the Hugging Face hub.',
  ),
  vectorIndex: setting(
    'VECTOR_INDEX',
    'auto',
    z.enum(['auto', 'exact', 'hnsw']),
    'auto: an HNSW graph from 5,000 chunks on; exact: always compare with every chunk; hnsw: always a graph.',
  ),
  maxArticleMegabytes: setting(
    'MAX_ARTICLE_MB',
    '10',
    z.coerce.number('expected a number').positive().max(1000),
    'Larger files are left out, with the reason in the report.',
  ),
  discordToken: setting('DISCORD_TOKEN', '', z.string(), "The bot's token, from the Discord developer portal. Keep it secret."),
  discordGuild: setting(
    'DISCORD_GUILD_ID',
    '',
    z.string().regex(/^\d{0,20}$/, 'expected digits'),
    'Server to register the commands in, for trying the bot out; empty: everywhere.',
  ),
  messageContent: setting(
    'DISCORD_MESSAGE_CONTENT',
    'auto',
    z.enum(['auto', 'on', 'off']),
    'Whether to read messages that do not mention the bot (privileged intent). auto: if Discord grants it; on: stop if it does not.',
  ),
  shards: setting(
    'DISCORD_SHARDS',
    'auto',
    z.union([z.literal('auto'), shardList], 'expected auto, 0,1,2 or 0-3'),
    'Gateway shards of this machine: auto, or numbers such as 0-3 together with DISCORD_SHARD_COUNT.',
  ),
  shardCount: setting(
    'DISCORD_SHARD_COUNT',
    '0',
    count(10_000),
    'Shards of all machines together; 0: as many as DISCORD_SHARDS names.',
  ),
  discordApi: setting(
    'DISCORD_API_BASE',
    '',
    z.union([z.literal(''), z.url({ protocol: /^https?$/ })], 'expected an address'),
    "Another address of Discord's API, without a version; for tests and proxies.",
  ),
  watch: setting('WATCH', 'off', onOff, 'on: changed articles are indexed by themselves.'),
  watchSeconds: setting('WATCH_SECONDS', '30', count(86_400).min(1), 'How often WATCH looks at the articles folder.'),
  personQuestions: setting('QUESTIONS_PER_PERSON', '20', count(100_000).min(1), 'Questions a person may ask within an hour.'),
  serverQuestions: setting('QUESTIONS_PER_SERVER', '500', count(1_000_000).min(1), 'Questions a server may ask within an hour.'),
  queueLimit: setting(
    'QUEUE_LIMIT',
    '50',
    count(10_000).min(1),
    'Questions that may wait for an answer; more are told to come back.',
  ),
  storeFile: setting(
    'STORE_FILE',
    'data/gisabot.sqlite',
    z.string().min(1),
    'What people set and did (server settings, given answers, feedback). Worth a backup.',
  ),
  keepQuestions: setting(
    'KEEP_QUESTIONS',
    'off',
    onOff,
    'on: questions are stored, with phone and resident numbers masked: needed for /gaps.',
  ),
  questionDays: setting('KEEP_QUESTIONS_DAYS', '90', count(36_500).min(1), 'Stored questions are deleted after so many days.'),
  answerDays: setting(
    'KEEP_ANSWERS_DAYS',
    '365',
    count(36_500).min(1),
    'Given answers (which passages were cited) are deleted after so many days; their buttons then count as expired.',
  ),
  engineSpare: setting(
    'ENGINE_SPARE',
    'on',
    onOff,
    'on: a second search engine waits to take over when the first one dies, within a tenth of a second; off: two seconds, and 250 MB less memory.',
  ),
  modelAddress: setting(
    'LLM_BASE_URL',
    '',
    z.string().refine((text) => text === '' || problemOfAddress(text) === undefined, {
      error: ({ input }) => problemOfAddress(String(input)),
    }),
    'Address of an OpenAI-compatible endpoint, such as http://localhost:11434/v1. The best passages of a question are sent there; empty: nothing is. See docs/language-model.md.',
  ),
  modelName: setting(
    'LLM_MODEL',
    '',
    z.string(),
    'Name of the language model at that endpoint; to be set together with LLM_BASE_URL.',
  ),
  modelKey: setting(
    'LLM_API_KEY',
    '',
    z.string().regex(/^[\x21-\x7e]*$/, 'expected printable ASCII characters without spaces'),
    'Key of that endpoint, if it wants one. Keep it secret.',
  ),
  modelSeconds: setting(
    'LLM_TIMEOUT_SECONDS',
    '20',
    count(120).min(1),
    'How long the language model may take for an answer; after that quotes are shown instead.',
  ),
  modelPersonQuestions: setting(
    'LLM_DAILY_QUESTIONS_PER_PERSON',
    '50',
    count(100_000),
    'Answers a person gets from the language model on one day in Korea; further questions are answered with quotes.',
  ),
  modelTokens: setting(
    'LLM_DAILY_TOKENS',
    '500000',
    count(1_000_000_000),
    'Tokens, read and written, that the language model may use for everyone on one day in Korea.',
  ),
  logLevel: setting('LOG_LEVEL', 'info', z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'What is logged.'),
  logQuestions: setting('LOG_QUESTIONS', 'off', onOff, 'on: the text of questions appears in the log.'),
  metricsPort: setting('METRICS_PORT', '0', count(65_535), 'Port for /healthz, /readyz and /metrics; 0: none.'),
  metricsHost: setting('METRICS_HOST', '127.0.0.1', z.string().min(1), 'Address that METRICS_PORT is opened on.'),
} as const;

type Settings = typeof SETTINGS;

/** The values of all settings. */
export type Config = { readonly [Key in keyof Settings]: z.output<Settings[Key]['parse']> };

/** File with settings in the working directory. */
const SETTINGS_FILE = '.env';

/**
 * Reads the settings from the environment; a file `.env` in the working directory fills in what the environment leaves open.
 * @throws UsageError that names everything that is wrong at once.
 */
export function readConfig(): Config {
  return parseConfig(process.env, readSettingsFile());
}

function readSettingsFile(): Record<string, string | undefined> {
  if (!existsSync(SETTINGS_FILE)) return {};
  try {
    return parseEnv(readFileSync(SETTINGS_FILE, 'utf8'));
  } catch (error) {
    throw new UsageError(`${SETTINGS_FILE} cannot be read: ${messageOf(error)}`);
  }
}

/**
 * The same from given values. An empty value counts as not set. A name in the file that is no setting is an error, since it is most
 * likely a slip; the environment holds other programs' variables as well.
 */
export function parseConfig(environment: Values, file: Values = {}): Config {
  const problems: string[] = [];
  const entries = Object.entries(SETTINGS).map(([key, { name, default: fallback, parse, help }]) => {
    const text = given(environment[name]) ?? given(file[name]);
    const result = parse.safeParse(text ?? fallback);
    if (!result.success)
      problems.push(`${name}=${shown(name, text)}: ${result.error.issues.map(({ message }) => message).join('; ')}. ${help}`);
    return [key, result.data] as const;
  });
  const names = new Set<string>(Object.values(SETTINGS).map(({ name }) => name));
  for (const name of Object.keys(file)) {
    if (!names.has(name)) problems.push(`${name} in ${SETTINGS_FILE} is not a setting. ${SETTINGS_FILE}.example lists them all.`);
  }
  const values = new Map(entries);
  if ((values.get('modelAddress') === '') !== (values.get('modelName') === '')) {
    problems.push('LLM_BASE_URL and LLM_MODEL belong together: set both to use a language model, or neither.');
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return z.custom<Config>().parse(Object.fromEntries(entries));
}

/** A value in a message about it. An address may hold a password by mistake. */
function shown(name: string, text = ''): string {
  return SECRET_NAME.test(name) ? '…' : text.replace(/\/\/[^/]*@/, '//…@');
}

type Values = Readonly<Record<string, string | undefined>>;

function given(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
