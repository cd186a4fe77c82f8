import { existsSync } from 'node:fs';
import type { App } from '../app.ts';
import { SETTINGS, type Config } from '../config.ts';
import { messageOf } from '../errors.ts';
import { hnswReasonMissing } from '../search/hnsw-index.ts';
import { NO_MODEL } from '../search/embeddings-provider.ts';
import { inspectModel } from '../search/model-card.ts';
import { print } from './output.ts';

interface Finding {
  ok: boolean;
  what: string;
  /** What to do about it; only for problems. */
  advice?: string;
}

/** `doctor`: what is installed, model, index, articles, settings, and what to do about each problem. Returns whether all is well. */
export async function doctor(app: App, config: Config): Promise<boolean> {
  const findings = [nodeVersion(), await native(), await model(config), await articles(app, config), await index(app)];
  for (const { ok, what, advice } of findings) {
    print(`${ok ? 'ok     ' : 'PROBLEM'}  ${what}`);
    if (advice !== undefined) print(`         ${advice}`);
  }
  print('\nSettings');
  for (const [key, { name, default: fallback }] of Object.entries(SETTINGS)) {
    const value = Object.entries(config).find(([each]) => each === key)?.[1];
    const shown = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
    print(`         ${name}=${shown}${shown === fallback ? '' : `  (default ${fallback})`}`);
  }
  return findings.every(({ ok }) => ok);
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { ok, what: `Node.js ${process.versions.node}`, ...(ok ? {} : { advice: 'Install Node.js 20.19 or later.' }) };
}

async function native(): Promise<Finding> {
  const reason = await hnswReasonMissing();
  if (reason === null) return { ok: true, what: 'hnswlib-node is installed' };
  return {
    ok: false,
    what: reason,
    advice: 'Search works without it, slower from some thousand chunks on. Install a C++ compiler and run npm ci.',
  };
}

async function model({ embeddingModel, modelsDirectory }: Config): Promise<Finding> {
  if (embeddingModel === NO_MODEL) return { ok: true, what: 'No embedding model: search by words alone' };
  const report = await inspectModel({ model: embeddingModel, modelsDirectory });
  const what = `Embedding model ${report.name}: ${report.state}, ${(report.bytes / 1e6).toFixed(1)} MB`;
  return report.problem === undefined ? { ok: true, what } : { ok: false, what, advice: report.problem };
}

async function articles(app: App, { articlesDirectory }: Config): Promise<Finding> {
  if (!existsSync(articlesDirectory)) {
    return {
      ok: false,
      what: `Articles folder ${articlesDirectory} does not exist`,
      advice: 'Make it and put articles into it, or set ARTICLES_DIR.',
    };
  }
  try {
    const stale = await app.isStale();
    const what = `Articles folder ${articlesDirectory}${stale ? ' differs from the index' : ' is indexed as it is'}`;
    return stale ? { ok: false, what, advice: 'Run npm run index (ask does it by itself).' } : { ok: true, what };
  } catch (error) {
    return { ok: false, what: `Articles folder ${articlesDirectory}`, advice: messageOf(error) };
  }
}

async function index(app: App): Promise<Finding> {
  const { manifest, vectorIndex, alerts } = await app.status();
  if (!manifest) return { ok: false, what: 'There is no index', advice: alerts.join(' ') || 'Run npm run index.' };
  const what = `Index ${manifest.generation}: ${manifest.articles} articles, ${manifest.chunks} chunks, ${manifest.sentences} sentences, vectors: ${vectorIndex}, made ${manifest.created}`;
  return alerts.length === 0 ? { ok: true, what } : { ok: false, what, advice: alerts.join(' ') };
}
