import { dirname } from 'node:path';
import { loadEmbeddings, type LocalEmbeddings } from '../../src/search/embeddings.ts';
import { modelDirectory } from '../../src/search/model-files.ts';
import { MODEL, PLACES, type Benchmark, type Measurement, type Note } from './benchmark.ts';
import { interleave, median } from './measure.ts';
import { readRealText, type RealText } from './sets.ts';

/** Each slice of the texts is embedded so often by each way. */
const TURNS = 2;
/** As many as indexing embeds between two writes to its journal. */
const SLICE = 64;
const STOCK_BATCH = 16;
const WARM_UP_TEXTS = 32;
/** Of 964 paragraphs; with the repository's articles about 300 sentences. */
const KORQUAD_STEP = 40;
const GOAL = { at: 'least', value: 1.2 } as const;

type Stock = (texts: string[]) => Promise<unknown>;

/** gisabot's own way from texts to vectors against the library's ready-made one, on the same model, texts and machine. */
export const embedding: Benchmark = {
  name: 'embedding',
  about: 'chunks embedded a second: own path ÷ stock pipeline("feature-extraction")',
  run: measure,
  memory: {
    own: async () => {
      const { sentences } = await text(() => undefined);
      const embeddings = await loadOwn();
      await embeddings.embedDocuments(sentences);
    },
    stock: async () => {
      const { sentences } = await text(() => undefined);
      await inBatches(await loadStock(), prefixed(sentences), STOCK_BATCH);
    },
  },
};

async function measure(note: Note): Promise<Measurement[]> {
  const { sentences, chunks } = await text(note);
  const own = await loadOwn();
  const stock = await loadStock();
  const passages = prefixed(sentences);
  await own.embedDocuments(sentences.slice(0, WARM_UP_TEXTS));
  await inBatches(stock, passages.slice(0, WARM_UP_TEXTS), STOCK_BATCH);
  const slices = Math.floor(sentences.length / SLICE);
  note(`${slices * SLICE} sentences in slices of ${SLICE}, ${TURNS} turns`);
  const slice = (texts: string[], round: number): string[] => texts.slice((round % slices) * SLICE).slice(0, SLICE);
  const times = await interleave(TURNS * slices, [
    (round) => own.embedDocuments(slice(sentences, round)),
    (round) => inBatches(stock, slice(passages, round), STOCK_BATCH),
    (round) => inBatches(stock, slice(passages, round), 1),
  ]);
  const chunksASlice = (chunks * SLICE) / sentences.length;
  const [ownRate = NaN, batchRate = NaN, singleRate = NaN] = times.map((each) => (1000 * chunksASlice) / median(each));
  const compare = (what: string, rate: number): Measurement => ({
    what,
    ratio: ownRate / rate,
    goal: GOAL,
    medians: { 'own chunks/s': ownRate, 'stock chunks/s': rate },
  });
  return [compare(`own ÷ stock in batches of ${STOCK_BATCH}`, batchRate), compare('own ÷ stock one text a call', singleRate)];
}

function text(note: Note): Promise<RealText> {
  return readRealText(KORQUAD_STEP, note);
}

function loadOwn(): Promise<LocalEmbeddings> {
  return loadEmbeddings({ ...MODEL, allowRemote: false });
}

/** The call as the library's documentation shows it, on the bundled files. */
async function loadStock(): Promise<Stock> {
  const { env, pipeline } = await import('@xenova/transformers');
  env.allowRemoteModels = false;
  env.localModelPath = dirname(dirname(modelDirectory({ ...MODEL, modelsDirectory: PLACES.models })));
  const extractor = await pipeline('feature-extraction', MODEL.model);
  return async (texts) => {
    const output = await extractor(texts, { pooling: 'mean', normalize: true });
    return output.tolist() as unknown;
  };
}

async function inBatches(stock: Stock, texts: readonly string[], size: number): Promise<void> {
  for (let from = 0; from < texts.length; from += size) await stock(texts.slice(from, from + size));
}

/** The stock call knows nothing of the prefix that this model wants before a passage. */
function prefixed(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => `passage: ${sentence}`);
}
