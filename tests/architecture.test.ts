import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { factsOf, findCycles, readSources } from './support/imports.ts';
import type { Import, SourceFacts, Sources } from './support/imports.ts';

const LEAVES = ['types', 'errors', 'log', 'metrics'];
const EVERYTHING = ['*'];

/** What each module of src may import; a module that is not listed may not exist. */
const MAY_IMPORT: Record<string, string[]> = {
  types: [],
  errors: [],
  log: [],
  metrics: [],
  'file-system': [],
  config: ['errors'],
  'health-server': LEAVES,
  text: [],
  wording: ['text'],
  articles: [...LEAVES, 'text'],
  search: [...LEAVES, 'file-system', 'text'],
  answer: [...LEAVES, 'text', 'wording'],
  store: [...LEAVES, 'file-system', 'text'],
  indexing: [...LEAVES, 'file-system', 'text', 'articles', 'search', 'answer', 'store'],
  app: [...LEAVES, 'config', 'text', 'wording', 'articles', 'search', 'answer', 'store', 'indexing'],
  engine: ['types', 'errors', 'log'],
  discord: [...LEAVES, 'text', 'wording'],
  eval: [...LEAVES, 'text'],
  cli: EVERYTHING,
  main: EVERYTHING,
};

/** What each module may import in addition as `import type`. Everything may import the types of `types`. */
const PARTS = ['articles', 'search', 'answer', 'store', 'text'];
const MAY_IMPORT_TYPES: Record<string, string[]> = {
  articles: PARTS,
  search: PARTS,
  answer: PARTS,
  store: PARTS,
  engine: ['app', 'store'],
  discord: ['app', 'answer', 'store', 'search', 'indexing', 'engine'],
  eval: ['app'],
};

/** Single files that may import more than their module: the store is native code, which only the engine's own process loads. */
const FILE_MAY_IMPORT: [RegExp, string[]][] = [
  [/^engine\/[\w-]+-child\.ts$/, ['app']],
  [/^engine\/engine-child\.ts$/, ['store']],
];

/** The only files that may import a package; none where the list is empty. */
const OWNERS: Record<string, RegExp[]> = {
  'hnswlib-node': [/^search\/hnsw-index\.ts$/],
  '@xenova/transformers': [/^search\/embeddings[\w-]*\.ts$/],
  'better-sqlite3': [/^search\//, /^store\//, /^indexing\/lock\.ts$/],
  'discord.js': [/^discord\//],
  '@langchain/openai': [/^answer\/generative\//],
  'onnxruntime-node': [],
  'onnxruntime-web': [],
  'onnxruntime-common': [],
};
/** Packages that take long to load: imported where they are used, by `await import(...)`, unless a child process is there for them. */
const LAZY = ['hnswlib-node', '@xenova/transformers', 'unpdf', '@langchain/openai', '@langchain/core/messages'];

/** The only files that may use a member of `process`. */
const ENTRIES = [/^(?:cli|main)\.ts$/, /-child\.ts$/];
const PROCESS_OWNERS: Record<string, RegExp[]> = { env: [/^config\.ts$/], exit: ENTRIES, exitCode: ENTRIES };

/** The only places of Hangul outside comments. */
const HANGUL_HOMES = [/^text\//, /^wording\//, /^discord\/wording\//, /^articles\/furniture\.ts$/, /^answer\/prompt[\w-]*\.ts$/];

const MAXIMUM_LINES = 250;
const FORBIDDEN_FOLDERS = /(?:^|\/)(?:utils?|helpers?)\//;

/** Every breach of the rules above, in words. */
function violationsOf(sources: Sources): string[] {
  const facts = factsOf(sources);
  const cycles = findCycles(facts).map((cycle) => `cyclic imports: ${[...cycle, cycle[0]].join(' → ')}`);
  return [...facts.flatMap(violationsOfFile), ...cycles];
}

function violationsOfFile(facts: SourceFacts): string[] {
  const { path, module, lines, imports, processMembers, hangulLines } = facts;
  const messages: string[] = [];
  if (!(module in MAY_IMPORT)) messages.push(`${path}: the module "${module}" is not in the table of modules`);
  if (lines > MAXIMUM_LINES) messages.push(`${path}: ${lines} lines, the maximum is ${MAXIMUM_LINES}`);
  if (FORBIDDEN_FOLDERS.test(path)) messages.push(`${path}: name the folder after its subject`);
  for (const each of imports) {
    if (!(each.isProject ? mayImport(facts, each) : mayUsePackage(path, each)))
      messages.push(`${path}: may not import ${each.target}${how(each)}`);
  }
  for (const member of processMembers) {
    const owners = PROCESS_OWNERS[member];
    if (owners && !matchesAny(owners, path)) messages.push(`${path}: may not use process.${member}`);
  }
  if (!matchesAny(HANGUL_HOMES, path)) messages.push(...hangulLines.map((line) => `${path}: Hangul in line ${line}`));
  return messages;
}

function mayImport({ path, module }: SourceFacts, { target, isTypeOnly }: Import): boolean {
  const other = target.split('/')[0]!.replace(/\.(?:ts|json)$/, '');
  const allowed = [module, ...(MAY_IMPORT[module] ?? [])];
  if (isTypeOnly) allowed.push('types', ...(MAY_IMPORT_TYPES[module] ?? []));
  for (const [files, more] of FILE_MAY_IMPORT) if (files.test(path)) allowed.push(...more);
  return !target.startsWith('..') && (allowed.includes('*') || allowed.includes(other));
}

function mayUsePackage(path: string, { target, isTypeOnly, isDynamic }: Import): boolean {
  const owners = OWNERS[target];
  if (owners && !matchesAny(owners, path)) return false;
  return !LAZY.includes(target) || isTypeOnly || isDynamic || path.endsWith('-child.ts');
}

function how({ isTypeOnly, isDynamic }: Import): string {
  if (isTypeOnly) return ' (type)';
  return isDynamic ? ' (dynamically)' : '';
}

function matchesAny(patterns: readonly RegExp[], path: string): boolean {
  return patterns.some((pattern) => pattern.test(path));
}

describe('the architecture', () => {
  it('is kept by every source file', () => {
    expect(violationsOf(readSources(fileURLToPath(new URL('../src', import.meta.url))))).toEqual([]);
  });
});

describe('the checker of the architecture', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'a part that imports another part',
      { 'search/a.ts': "import { x } from '../answer/b.ts';" },
      'search/a.ts: may not import answer/b.ts',
    ],
    [
      'a part loaded dynamically',
      { 'text/a.ts': "await import('../errors.ts');" },
      'text/a.ts: may not import errors.ts (dynamically)',
    ],
    ['a re-exported part', { 'search/a.ts': "export * from '../store/b.ts';" }, 'search/a.ts: may not import store/b.ts'],
    [
      'a type of the app in a part',
      { 'search/a.ts': "import type { App } from '../app.ts';" },
      'search/a.ts: may not import app.ts (type)',
    ],
    [
      'a value beside a type',
      { 'eval/a.ts': "import { createApp, type App } from '../app.ts';" },
      'eval/a.ts: may not import app.ts',
    ],
    [
      'the store in the process that talks to the engine',
      { 'engine/engine-client.ts': "import { openStore } from '../store/store.ts';" },
      'engine/engine-client.ts: may not import store/store.ts',
    ],
    [
      'the store in the process that indexes',
      { 'engine/indexer-child.ts': "import { openStore } from '../store/store.ts';" },
      'engine/indexer-child.ts: may not import store/store.ts',
    ],
    [
      'anything that answers, in Discord',
      { 'discord/a.ts': "import { examine } from '../answer/b.ts';" },
      'discord/a.ts: may not import answer/b.ts',
    ],
    [
      'the settings in Discord',
      { 'discord/a.ts': "import type { Config } from '../config.ts';" },
      'discord/a.ts: may not import config.ts (type)',
    ],
    ['a file outside src', { 'text/a.ts': "import x from '../../tests/a.ts';" }, 'text/a.ts: may not import ../tests/a.ts'],
    [
      'a package with another owner',
      { 'app.ts': "import Database from 'better-sqlite3';" },
      'app.ts: may not import better-sqlite3',
    ],
    [
      'a package nobody may import',
      { 'search/a.ts': "import('onnxruntime-node');" },
      'search/a.ts: may not import onnxruntime-node (dynamically)',
    ],
    [
      'a heavy package at start',
      { 'search/hnsw-index.ts': "import h from 'hnswlib-node';" },
      'search/hnsw-index.ts: may not import hnswlib-node',
    ],
    ['an unknown module', { 'misc/a.ts': '' }, 'misc/a.ts: the module "misc" is not in the table of modules'],
    ['a folder without a subject', { 'text/utils/a.ts': '' }, 'text/utils/a.ts: name the folder after its subject'],
    ['the environment', { 'log.ts': 'export const level = process.env.LEVEL;' }, 'log.ts: may not use process.env'],
    ['the environment, taken apart', { 'log.ts': 'const { env } = process;' }, 'log.ts: may not use process.env'],
    ['the environment, imported', { 'log.ts': "import { env } from 'node:process';" }, 'log.ts: may not use process.env'],
    ['an alias of process', { 'log.ts': "import process from 'node:process';" }, 'log.ts: may not use process.exit'],
    ['an exit code', { 'app.ts': 'process.exitCode = 1;' }, 'app.ts: may not use process.exitCode'],
    ['an exit by index', { 'app.ts': "globalThis.process['exit'](1);" }, 'app.ts: may not use process.exit'],
    ['Hangul in a string', { 'app.ts': "\nconst a = '가';" }, 'app.ts: Hangul in line 2'],
    ['Hangul in a template', { 'app.ts': 'const a = `${1}가`;' }, 'app.ts: Hangul in line 1'],
    ['Hangul in a pattern', { 'app.ts': 'const a = /가/;' }, 'app.ts: Hangul in line 1'],
    ['a long file', { 'app.ts': 'export {};\n'.repeat(251) }, 'app.ts: 251 lines, the maximum is 250'],
    [
      'imports in a circle',
      { 'text/a.ts': "import './b.ts';", 'text/b.ts': "import './c.ts';", 'text/c.ts': "import './b.ts';" },
      'cyclic imports: text/b.ts → text/c.ts → text/b.ts',
    ],
  ])('finds %s', (_, files, message) => {
    expect(violationsOf(new Map(Object.entries(files)))).toContain(message);
  });

  it.each<[string, Record<string, string>]>([
    [
      'types between parts',
      { 'search/a.ts': "import type { B } from '../answer/b.ts'; import { type C } from '../store/c.ts';" },
    ],
    ['the type App', { 'eval/a.ts': "import type { App } from '../app.ts';" }],
    [
      'types of what Discord shows',
      {
        'discord/a.ts': [
          ...["import type { App } from '../app.ts';", "import type { Answer } from '../answer/answer.ts';"],
          ...["import type { StoreCalls } from '../store/calls.ts';", "import type { Manifest } from '../search/manifest.ts';"],
          ...[
            "import type { IndexReport } from '../indexing/reindex.ts';",
            "import type { EngineHealth } from '../engine/a.ts';",
          ],
        ].join(''),
      },
    ],
    ['anything in the entry points', { 'cli.ts': "import { x } from './search/a.ts'; process.exitCode = 2;" }],
    [
      'a child process that wires the app',
      { 'engine/engine-child.ts': "import { createApp } from '../app.ts'; import { a } from '../store/a.ts'; process.exit(1);" },
    ],
    ['Hangul in comments and in its homes', { 'app.ts': '// 가\n/* 나 */ export {};', 'text/a.ts': "export const a = '가';" }],
    ['a circle of types', { 'text/a.ts': "import './b.ts';", 'text/b.ts': "import type { A } from './a.ts';" }],
    ['a heavy package in its child process', { 'articles/pdf-child.ts': "import { getDocumentProxy } from 'unpdf';" }],
    ['the interpunct', { 'app.ts': 'export const separators = /[·ㆍ]/;' }],
    ['members of process without an owner', { 'app.ts': 'export const id = process.pid;' }],
  ])('allows %s', (_, files) => {
    expect(violationsOf(new Map(Object.entries(files)))).toEqual([]);
  });
});
