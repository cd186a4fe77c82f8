import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { App } from '../app.ts';
import { SECRET_NAME, SETTINGS, type Config } from '../config.ts';
import { applicationIdOf } from '../discord/token.ts';
import { messageOf } from '../errors.ts';
import { acquireLock } from '../indexing/lock.ts';
import { loadEmbeddings } from '../search/embeddings.ts';
import { NO_MODEL } from '../search/embeddings-provider.ts';
import { hnswReasonMissing } from '../search/hnsw-index.ts';
import { inspectModel } from '../search/model-card.ts';
import { requireArticlesFolder } from './prepare.ts';
import { print } from './output.ts';

/** `note` is worth knowing but nothing is broken; `PROBLEM` has to be mended. */
interface Finding {
  level: 'ok' | 'note' | 'PROBLEM';
  what: string;
  /** What to do about it. */
  advice?: string;
}

const LABEL_WIDTH = 9;

/** `doctor`: what is installed, model, index, articles, settings, and what to do about each problem. Returns whether nothing is broken. */
export async function doctor(app: App, config: Config): Promise<boolean> {
  const checks = [
    nodeVersion,
    graphLibrary,
    () => model(config),
    () => dataDirectory(config),
    () => index(app),
    () => articles(app, config),
    () => botToken(config),
    () => store(config),
  ];
  let sound = true;
  for (const check of checks) {
    const { level, what, advice } = await finding(check);
    print(level.padEnd(LABEL_WIDTH) + what);
    if (advice !== undefined) print(' '.repeat(LABEL_WIDTH) + advice);
    if (level === 'PROBLEM') sound = false;
  }
  print('\nSettings (environment or .env)');
  for (const line of settingLines(config)) print(' '.repeat(LABEL_WIDTH) + line);
  return sound;
}

async function finding(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    return { level: 'PROBLEM', what: messageOf(error) };
  }
}

function nodeVersion(): Finding {
  const what = `Node.js ${process.versions.node}`;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return { level: 'ok', what };
  return { level: 'PROBLEM', what, advice: 'Install Node.js 20.19 or later.' };
}

async function graphLibrary(): Promise<Finding> {
  const reason = await hnswReasonMissing();
  if (reason === null) return { level: 'ok', what: 'hnswlib-node is installed' };
  const advice = 'Search works without it, slower from some thousand chunks on. Install a C++ compiler and run npm ci.';
  return { level: 'note', what: reason, advice };
}

/** Loads the model, which compares its vectors with recorded ones: that it is on the disk does not mean that it runs. */
async function model({ embeddingModel, modelsDirectory, allowDownload }: Config): Promise<Finding> {
  if (embeddingModel === NO_MODEL) return { level: 'ok', what: 'No embedding model: search by words alone' };
  const report = await inspectModel({ model: embeddingModel, modelsDirectory });
  const what = `Embedding model ${report.name}: ${report.state}, ${(report.bytes / 1e6).toFixed(1)} MB`;
  if (report.problem !== undefined) return { level: allowDownload ? 'note' : 'PROBLEM', what, advice: report.problem };
  await loadEmbeddings({ model: embeddingModel, modelsDirectory, allowRemote: false });
  return { level: 'ok', what: `${what}, gives the vectors it should` };
}

function dataDirectory({ dataDirectory }: Config): Finding {
  acquireLock(dataDirectory, 'doctor').release();
  return { level: 'ok', what: `Data directory ${dataDirectory} can be written, nothing is indexing` };
}

async function index(app: App): Promise<Finding> {
  const { manifest, vectorIndex, alerts } = await app.status();
  if (!manifest) {
    const advice = [...alerts, 'The first question builds it, or npm run index.'].join(' ');
    return { level: alerts.length > 0 ? 'PROBLEM' : 'note', what: 'There is no index yet', advice };
  }
  const { generation, articles, chunks, sentences, created } = manifest;
  const what = `Index ${generation}: ${articles} articles, ${chunks} chunks, ${sentences} sentences, vectors: ${vectorIndex}, made ${created}`;
  if (alerts.length === 0) return { level: 'ok', what };
  return { level: 'PROBLEM', what, advice: `${alerts.join(' ')} Run npm run index -- --full.` };
}

async function articles(app: App, { articlesDirectory }: Config): Promise<Finding> {
  requireArticlesFolder(articlesDirectory);
  const leftOut = (await app.sources()).files.filter(({ reason }) => reason !== null).length;
  const what = `Articles folder ${articlesDirectory}${leftOut === 0 ? '' : ` (${leftOut} files left out: npm run sources)`}`;
  if (!(await app.isStale())) return { level: 'ok', what: `${what} is indexed as it is` };
  return { level: 'note', what: `${what} differs from the index`, advice: 'The next question updates it, or npm run index.' };
}

/** Only the bot needs it, so that it is no problem that it is not there. */
function botToken({ discordToken }: Config): Finding {
  const where = 'https://discord.com/developers/applications, your application, Bot, Reset Token';
  if (discordToken === '') {
    const advice = `Only the Discord bot (npm start) needs it. It is at ${where}.`;
    return { level: 'note', what: 'DISCORD_TOKEN is not set', advice };
  }
  const id = applicationIdOf(discordToken);
  if (id !== undefined) return { level: 'ok', what: `DISCORD_TOKEN is set and has the shape of a token, of application ${id}` };
  const advice = `A token has three parts with dots between them; the client secret and the public key are none. It is at ${where}.`;
  return { level: 'PROBLEM', what: "DISCORD_TOKEN does not have the shape of a bot's token", advice };
}

function store({ storeFile }: Config): Finding {
  try {
    requireWritable(storeFile);
    return { level: 'ok', what: `Store ${storeFile} can be written` };
  } catch (error) {
    const advice = 'Check the permissions of the folder, or set STORE_FILE.';
    return { level: 'PROBLEM', what: `The store ${storeFile} cannot be written: ${messageOf(error)}`, advice };
  }
}

/** @throws Error when the file cannot be written, nor made together with its folder. Makes nothing. */
function requireWritable(file: string): void {
  if (existsSync(file)) {
    if (!statSync(file).isFile()) throw new Error('it is not a file');
    accessSync(file, constants.W_OK);
  }
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  accessSync(folder, constants.W_OK | constants.X_OK);
}

function settingLines(config: Config): string[] {
  const values = new Map<string, Config[keyof Config]>(Object.entries(config));
  return Object.entries(SETTINGS).map(([key, { name, default: fallback }]) => {
    const value = values.get(key) ?? '';
    if (SECRET_NAME.test(name)) return `${name}: ${value === '' ? 'not set' : 'set'}`;
    const shown = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
    return `${name}=${shown}${shown === fallback || fallback === '' ? '' : `  (default ${fallback})`}`;
  });
}
