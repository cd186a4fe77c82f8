import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { messageOf, UsageError } from './errors.ts';

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

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
      problems.push(`${name}=${text ?? ''}: ${result.error.issues.map(({ message }) => message).join('; ')}. ${help}`);
    return [key, result.data] as const;
  });
  const names = new Set<string>(Object.values(SETTINGS).map(({ name }) => name));
  for (const name of Object.keys(file)) {
    if (!names.has(name)) problems.push(`${name} in ${SETTINGS_FILE} is not a setting. ${SETTINGS_FILE}.example lists them all.`);
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return z.custom<Config>().parse(Object.fromEntries(entries));
}

type Values = Readonly<Record<string, string | undefined>>;

function given(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
