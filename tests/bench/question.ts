import { CHUNKS_WANTED, examine } from '../../src/answer/extractive.ts';
import { loadEmbeddings, type LocalEmbeddings } from '../../src/search/embeddings.ts';
import { readModelCard } from '../../src/search/model-card.ts';
import { retrieve } from '../../src/search/retriever.ts';
import type { Generation } from '../../src/search/generation.ts';
import { MODEL, type Benchmark, type Goal, type Measurement, type Note } from './benchmark.ts';
import { buildCollection, openCollection, questionsOfTopics } from './collection.ts';
import { interleave, median } from './measure.ts';

/** Each of the 20 questions is asked so many times. */
const TURNS = 4;

/** Questions answered from start to end against the same questions embedded and nothing else, over so many chunks. */
function question(name: string, chunks: number, goal: Goal): Benchmark {
  const count = chunks.toLocaleString('en');
  return {
    name,
    about: `one question from start to end ÷ embedding that question, over ${count} chunks`,
    prepare: async (note) => {
      await prepare(chunks, note);
    },
    run: async () => {
      const embeddings = await loadEmbeddings({ ...MODEL, allowRemote: false });
      const generation = await openCollection(chunks, embeddings.info.fingerprint);
      if (!generation) throw new Error(`The collection of ${count} chunks cannot be opened.`);
      const measurement = await measure(`question ÷ embedding it, ${count} chunks`, generation, embeddings, goal);
      await generation.close();
      return [measurement];
    },
  };
}

async function prepare(chunks: number, note: Note): Promise<void> {
  const found = await openCollection(chunks, (await readModelCard(MODEL)).fingerprint);
  if (found) return found.close();
  note(`building a collection of ${chunks} chunks, once`);
  await buildCollection(chunks, await loadEmbeddings({ ...MODEL, allowRemote: false }), note);
}

async function measure(what: string, generation: Generation, embeddings: LocalEmbeddings, goal: Goal): Promise<Measurement> {
  const questions = questionsOfTopics();
  const search: number[] = [];
  const answer: number[] = [];
  const ask = async (round: number): Promise<void> => {
    const retrieval = await retrieve(generation, embeddings, questions[round % questions.length] ?? '', { top: CHUNKS_WANTED });
    const found = performance.now();
    examine(retrieval);
    search.push(retrieval.milliseconds.search);
    answer.push(performance.now() - found);
  };
  const embed = (round: number): Promise<unknown> => embeddings.embedQuery(questions[round % questions.length] ?? '');
  await interleave(questions.length, [ask, embed]);
  search.length = 0;
  answer.length = 0;
  const [whole = [], alone = []] = await interleave(TURNS * questions.length, [ask, embed]);
  const medians = {
    'question ms': median(whole),
    'embedding ms': median(alone),
    'search ms': median(search),
    'answer ms': median(answer),
  };
  return { what, ratio: median(whole) / median(alone), goal, medians };
}

export const questions: readonly Benchmark[] = [
  question('question-1k', 1_000, { at: 'most', value: 2 }),
  question('question-10k', 10_000, { at: 'most', value: 2 }),
  question('question-100k', 100_000, { at: 'most', value: 4 }),
];
