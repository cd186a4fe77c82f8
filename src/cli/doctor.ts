import type { App } from '../app.ts';
import { SETTINGS, type Config } from '../config.ts';
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

function settingLines(config: Config): string[] {
  const values = new Map<string, string | number | boolean>(Object.entries(config));
  return Object.entries(SETTINGS).map(([key, { name, default: fallback }]) => {
    const value = values.get(key);
    const shown = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
    return `${name}=${shown}${shown === fallback ? '' : `  (default ${fallback})`}`;
  });
}
