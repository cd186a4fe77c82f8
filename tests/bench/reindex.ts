import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { PLACES, type Benchmark, type Measurement, type Note } from './benchmark.ts';
import { interleave, median } from './measure.ts';
import { TextGenerator } from './synthetic-text.ts';

const ARTICLES = 1_000;
const GOAL = { at: 'most', value: 0.02 } as const;

/** The program itself, over a folder of generated articles: everything anew against one article that was written anew. */
function reindexing(name: string, sentences: { from: number; to: number }, rounds: number): Omit<Benchmark, 'onlyByName'> {
  return {
    name,
    about: `re-index after one changed article of ${ARTICLES} ÷ full, ${sentences.from} to ${sentences.to} sentences an article`,
    run: async (note) => {
      const folder = await mkdtemp(join(tmpdir(), 'gisabot-bench-'));
      try {
        return [await measure(folder, sentences, rounds, note)];
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function measure(
  folder: string,
  sentences: { from: number; to: number },
  rounds: number,
  note: Note,
): Promise<Measurement> {
  const articlesDirectory = join(folder, 'articles');
  const text = new TextGenerator(5);
  await mkdir(articlesDirectory);
  for (let number = 0; number < ARTICLES; number++) await writeArticle(articlesDirectory, number, text, sentences);
  const app = createApp(
    parseConfig({ ARTICLES_DIR: articlesDirectory, DATA_DIR: join(folder, 'index'), MODELS_DIR: PLACES.models }),
  );
  const seconds = { full: new Array<number>(), changed: new Array<number>() };
  const full = async (round: number): Promise<void> => {
    note(`full index ${round + 1} of ${rounds}`);
    const report = await app.reindex({ full: true, owner: 'bench' });
    seconds.full.push(report.seconds);
  };
  const changed = async (round: number): Promise<void> => {
    await writeArticle(articlesDirectory, round * 97, text, sentences);
    const report = await app.reindex({ owner: 'bench' });
    if (report.updated !== 1) throw new Error(`${report.updated} articles were updated instead of one.`);
    seconds.changed.push(report.seconds);
  };
  await interleave(rounds, [full, changed]);
  await app.close();
  const medians = { 'full s': median(seconds.full), 'one changed s': median(seconds.changed) };
  return {
    what: `one changed article ÷ all ${ARTICLES}`,
    ratio: medians['one changed s'] / medians['full s'],
    goal: GOAL,
    medians,
  };
}

async function writeArticle(
  directory: string,
  number: number,
  text: TextGenerator,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const topic = text.topic();
  const count = from + Math.floor(text.random() * (to - from + 1));
  const body = Array.from({ length: count }, () => text.sentence(topic)).join(' ');
  const name = `${String(number).padStart(4, '0')}.md`;
  await writeFile(join(directory, name), `---\ntitle: ${JSON.stringify(text.title(topic))}\n---\n${body}\n`);
}

export const reindexes: readonly Benchmark[] = [
  reindexing('reindex', { from: 4, to: 6 }, 5),
  { ...reindexing('reindex-long', { from: 16, to: 24 }, 5), onlyByName: true },
];
