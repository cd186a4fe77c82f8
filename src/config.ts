import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { UsageError } from './errors.ts';

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
    z.string().min(1),
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
    'auto: an HNSW graph from 2,000 chunks on; exact: always compare with every chunk; hnsw: always a graph.',
  ),
  maxArticleMegabytes: setting(
    'MAX_ARTICLE_MB',
    '10',
    z.coerce.number().positive().max(1000),
    'Larger files are left out, with the reason in the report.',
  ),
} as const;

type Settings = typeof SETTINGS;

/** The values of all settings. */
export type Config = { readonly [Key in keyof Settings]: z.output<Settings[Key]['parse']> };

/**
 * Reads the settings from the environment; a file `.env` in the working directory fills in what the environment leaves open.
 * @throws UsageError that names every wrong setting at once.
 */
export function readConfig(): Config {
  if (existsSync('.env')) loadEnvFile('.env');
  return parseConfig(process.env);
}

/** The same from given values. An empty value counts as not set. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const entries = Object.entries(SETTINGS).map(([key, { name, default: fallback, parse, help }]) => {
    const text = environment[name]?.trim();
    const result = parse.safeParse(text === undefined || text === '' ? fallback : text);
    if (!result.success)
      problems.push(`${name}=${text ?? ''}: ${result.error.issues.map(({ message }) => message).join('; ')}. ${help}`);
    return [key, result.data] as const;
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return z.custom<Config>().parse(Object.fromEntries(entries));
}
