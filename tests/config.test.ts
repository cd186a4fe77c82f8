import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseConfig, SETTINGS } from '../src/config.ts';
import { UsageError } from '../src/errors.ts';
import { environmentExample, withSettingsTable } from './support/settings.ts';

const root = join(import.meta.dirname, '..');

function problemsOf(environment: Record<string, string>, file: Record<string, string> = {}): string[] {
  try {
    parseConfig(environment, file);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message.split('\n');
  }
}

describe('settings', () => {
  it('have defaults that are valid', () => {
    expect(parseConfig({})).toMatchObject({
      articlesDirectory: 'articles',
      dataDirectory: 'embeddings/index',
      allowDownload: false,
    });
  });

  it('come from the environment, typed', () => {
    expect(parseConfig({ ARTICLES_DIR: 'news', EMBEDDING_ALLOW_DOWNLOAD: 'on', MAX_ARTICLE_MB: '2.5' })).toMatchObject({
      articlesDirectory: 'news',
      allowDownload: true,
      maxArticleMegabytes: 2.5,
    });
  });

  it('come from the file where the environment leaves them open', () => {
    const file = { ARTICLES_DIR: 'from-file', VECTOR_INDEX: 'exact' };
    const config = parseConfig({ ARTICLES_DIR: 'from-environment', VECTOR_INDEX: '' }, file);
    expect(config).toMatchObject({ articlesDirectory: 'from-environment', vectorIndex: 'exact' });
  });

  it('count as not set when they are empty or blank', () => {
    expect(parseConfig({ ARTICLES_DIR: '', DATA_DIR: '  ' }, { MODELS_DIR: '' })).toEqual(parseConfig({}));
  });

  it('are trimmed', () => {
    expect(parseConfig({ VECTOR_INDEX: ' hnsw ' }).vectorIndex).toBe('hnsw');
  });

  it('name everything that is wrong at once, each with what it is for', () => {
    const problems = problemsOf({
      VECTOR_INDEX: 'fast',
      MAX_ARTICLE_MB: 'many',
      EMBEDDING_ALLOW_DOWNLOAD: 'yes',
      EMBEDDING_MODEL: '../x/y',
    });
    expect(problems).toHaveLength(4);
    for (const { name, help } of [
      SETTINGS.vectorIndex,
      SETTINGS.maxArticleMegabytes,
      SETTINGS.allowDownload,
      SETTINGS.embeddingModel,
    ]) {
      expect(problems.find((problem) => problem.startsWith(`${name}=`))).toContain(help);
    }
  });

  it.each(['0', '-1', '1001', 'NaN', 'Infinity', '1e9'])('refuse %s megabytes', (value) => {
    expect(problemsOf({ MAX_ARTICLE_MB: value })).toHaveLength(1);
  });

  it('refuse a name in the file that is no setting, with the others', () => {
    const problems = problemsOf({ VECTOR_INDEX: 'fast' }, { ARTICLE_DIR: 'news' });
    expect(problems).toHaveLength(2);
    expect(problems[1]).toContain('ARTICLE_DIR in .env is not a setting');
  });

  it("leave other programs' variables in the environment alone", () => {
    expect(parseConfig({ PATH: '/bin', ARTICLE_DIR: 'news' })).toEqual(parseConfig({}));
  });

  it('want the address and the name of a language model together', () => {
    const both = { LLM_BASE_URL: 'http://localhost:11434/v1', LLM_MODEL: 'a-model' };
    expect(problemsOf(both)).toEqual([]);
    expect(problemsOf({ LLM_BASE_URL: both.LLM_BASE_URL }).join()).toContain('belong together');
    expect(problemsOf({ LLM_MODEL: 'a-model' }).join()).toContain('belong together');
  });

  it.each([
    ...['https://api.example.com/v1', 'http://127.0.0.1:8080/v1', 'http://[::1]:8080/v1', 'http://ollama:11434/v1'],
    ...['http://10.1.2.3/v1', 'http://172.31.0.9/v1', 'http://192.168.0.5:1234', 'http://box.local/v1', 'http://[fd00::5]/v1'],
  ])('take %s for the address of a language model', (address) => {
    expect(problemsOf({ LLM_BASE_URL: address, LLM_MODEL: 'm' })).toEqual([]);
  });

  it.each([
    ...[
      'http://api.example.com/v1',
      'http://8.8.8.8/v1',
      'http://172.32.0.1/v1',
      'http://127.0.0.1.example.com/v1',
      'http://[2001:db8::1]/',
    ],
    ...['ftp://localhost/v1', 'localhost:11434', 'https://h/v1?key=1', 'https://h/v1#a', 'http://169.254.169.254/v1'],
  ])('refuse %s as the address of a language model', (address) => {
    expect(problemsOf({ LLM_BASE_URL: address, LLM_MODEL: 'm' })).toHaveLength(1);
  });

  it('show no secret in a message about it', () => {
    const problems = problemsOf({
      ...{ LLM_BASE_URL: 'https://me:hunter2-hunter2@example.com/v1', LLM_MODEL: 'm' },
      LLM_API_KEY: 'planted key',
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toMatch(/hunter2|planted/);
  });

  it('have names and keys of their own', () => {
    const names = Object.values(SETTINGS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Z0-9_]+$/);
  });
});

const WRITE = 'run: npx tsx tests/support/write-settings.ts';

describe('.env.example', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8');

  it('lists every setting with its help and default', () => {
    expect(example, WRITE).toBe(environmentExample());
  });

  it('gives the defaults when every line is switched on', () => {
    const switchedOn = parseEnv(example.replace(/^#(?! )/gm, ''));
    expect(Object.keys(switchedOn).sort()).toEqual(
      Object.values(SETTINGS)
        .map(({ name }) => name)
        .sort(),
    );
    expect(parseConfig({}, switchedOn)).toEqual(parseConfig({}));
  });
});

/** A table's columns may be aligned with spaces and dashes. */
function unaligned(markdown: string): string {
  return markdown.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');
}

describe('README.md', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');

  it('has a table with the name, default and help of every setting', () => {
    expect(unaligned(readme), WRITE).toBe(unaligned(withSettingsTable(readme)));
  });
});
