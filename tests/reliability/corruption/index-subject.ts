import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { FILES, generationName, listGenerations } from '../../../src/search/generation-files.ts';
import { Generation } from '../../../src/search/generation.ts';
import { MANIFEST_FILE } from '../../../src/search/manifest.ts';
import { openNewestGeneration } from '../../../src/search/open-generation.ts';
import { FakeEmbeddings } from '../../support/fake-embeddings.ts';
import { indexFolder, putFiles } from '../../support/index-fixtures.ts';
import { editionFiles } from '../kill/editions.ts';
import { below, mutate } from './mutations.ts';
import { ensure, sameBytes, type Subject } from './subject.ts';

const NUMBERS = [1, 2];
const FILES_OF_ONE = [MANIFEST_FILE, ...Object.values(FILES)];

/** Two generations with a graph each. Damage is done to the newer one, to the older one, or to both. */
export const indexSubject: Subject = {
  make: async (whole) => {
    const articles = join(whole, 'articles');
    mkdirSync(articles);
    for (const edition of [1, 2]) {
      putFiles(articles, editionFiles(edition));
      await indexFolder(articles, join(whole, 'data'), { wantsGraph: () => true });
    }
  },

  spoil: (copy, whole, random) => {
    const chosen = [[2], [2], [2], [1], [1, 2]][below(5, random)] ?? NUMBERS;
    return chosen.map((number) => spoilOne(copy, whole, number, random)).join(', ');
  },

  open: async (copy, whole) => {
    const data = join(copy, 'data');
    const sound = NUMBERS.filter((number) => sameBytes(generationIn(copy, number), generationIn(whole, number)));
    const expected = sound.at(-1);
    const { generation, alerts } = await openNewestGeneration(data);
    const opened = generation?.manifest.generation;
    const content = generation && (await contentOf(generation));
    await generation?.close();
    ensure(opened === expected, `generation ${opened ?? 'none'} opened instead of ${expected ?? 'none'}: ${alerts.join('; ')}`);
    ensure(alerts.length === 2 - (expected ?? 0), `alerts: ${alerts.join('; ')}`);
    ensure(isDeepStrictEqual(content, expected && (await wholeContent(whole, expected))), 'other content than was written');
    if (expected !== 2) await requireRepair(copy, data);
    return expected === 2 ? 'not needed' : expected === 1 ? 'the generation before' : 'none';
  },
};

/** One in ten times a whole generation is that of another number. */
function spoilOne(copy: string, whole: string, number: number, random: () => number): string {
  const directory = generationIn(copy, number);
  const other = generationIn(whole, number === 1 ? 2 : 1);
  if (below(10, random) > 0) return mutate(directory, FILES_OF_ONE, other, random);
  rmSync(directory, { recursive: true });
  cpSync(other, directory, { recursive: true });
  return `the other generation under the name of generation ${number}`;
}

/** The next run brings the index back, with the same content. Every twentieth time, for it takes a while. */
let repairs = 0;
async function requireRepair(copy: string, data: string): Promise<void> {
  repairs += 1;
  if (repairs % 20 !== 1) return;
  await indexFolder(join(copy, 'articles'), data, { wantsGraph: () => true });
  const { generation, alerts } = await openNewestGeneration(data);
  await generation?.close();
  ensure(generation?.manifest.generation === listGenerations(data)[0] && alerts.length === 0, 'the next run does not repair it');
}

function generationIn(folder: string, number: number): string {
  return join(folder, 'data', generationName(number));
}

const known = new Map<number, Promise<unknown>>();

function wholeContent(whole: string, number: number): Promise<unknown> {
  const content = known.get(number) ?? readWhole(whole, number);
  known.set(number, content);
  return content;
}

async function readWhole(whole: string, number: number): Promise<unknown> {
  const generation = await Generation.open(join(whole, 'data'), number);
  const content = await contentOf(generation);
  await generation.close();
  return content;
}

/** What a generation holds and answers, its graph included. */
async function contentOf(generation: Generation): Promise<unknown> {
  const articles = await generation.articles();
  const vector = Float32Array.from(await new FakeEmbeddings().embedQuery('기사 1 판 1의 문장'));
  return {
    records: await Promise.all(articles.map(({ source }) => generation.record(source))),
    candidates: await generation.search({ terms: ['문장', '기사'], vector, candidates: 5 }),
    index: generation.vectorIndex?.kind,
    problem: generation.problem,
  };
}
