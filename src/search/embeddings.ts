import { setImmediate } from 'node:timers/promises';
import { Embeddings } from '@langchain/core/embeddings';
import { UserError } from '../errors.ts';
import { groupIntoBatches, splitIntoWindows, type Frame, type Window } from './batches.ts';
import { loadRuntime, type Runtime } from './embeddings-runtime.ts';
import { readModelCard, type ModelCard } from './model-card.ts';
import { downloadModel } from './model-download.ts';
import { isModelPresent, modelDirectory, verifyModelFiles, type ModelPlace } from './model-files.ts';
import { addTokens, toUnitLength } from './pooling.ts';

/** Which model to load and whether it may come from the network. */
export interface EmbeddingsOptions extends ModelPlace {
  /** Whether a model that is not in `modelsDirectory` may be downloaded into it. */
  allowRemote: boolean;
  /** Where models are downloaded from; the Hugging Face hub by default. */
  remoteHost?: string;
}

/** What others need to know of a model that makes vectors. */
export interface EmbeddingsInfo {
  name: string;
  /** Vectors with different fingerprints must not be compared. */
  fingerprint: string;
  dimensions: number;
  /** Limit of one window of text, prefix and special tokens counted. */
  maxTokens: number;
}

/**
 * Loads a model, verifies its files and its known answers. The weights are held once for each call: load once and share.
 * @throws UsageError for an unusable name, UserError for a missing, damaged or wrong model.
 */
export async function loadEmbeddings(options: EmbeddingsOptions): Promise<LocalEmbeddings> {
  const directory = modelDirectory(options);
  if (options.allowRemote && !(await isModelPresent(directory))) await downloadModel(options);
  const card = await readModelCard(options);
  if (card.pinned) verifyModelFiles(card.directory, card.sha256);
  const runtime = await loadRuntime(card.name, card.directory);
  const embeddings = new LocalEmbeddings(card, runtime);
  await embeddings.checkKnownAnswers();
  return embeddings;
}

/**
 * Sentence embeddings by a local ONNX model: mean pooling over all tokens of a text, length 1.
 * A text longer than the model's limit is read in windows; no word is dropped. The network runs on the calling thread and blocks it
 * batch by batch: use it in a process that serves nothing else.
 */
export class LocalEmbeddings extends Embeddings {
  readonly info: Readonly<EmbeddingsInfo>;
  readonly #card: ModelCard;
  readonly #runtime: Runtime;
  readonly #ends: { head: number[]; tail: number[] };
  #last: { text: string; vector: number[] } | undefined;

  constructor(card: ModelCard, runtime: Runtime) {
    super({});
    this.#card = card;
    this.#runtime = runtime;
    this.#ends = specialTokens(runtime);
    const { name, fingerprint, dimensions, maxTokens } = card;
    this.info = { name, fingerprint, dimensions, maxTokens };
  }

  /** The vector of a question. The last one is kept: a question is compared with small talk and with passages. */
  override async embedQuery(text: string): Promise<number[]> {
    if (this.#last?.text === text) return this.#last.vector;
    const [vector] = await this.#embed([text], this.#card.queryPrefix);
    if (vector === undefined) throw new Error('One text gave no vector.');
    this.#last = { text, vector };
    return vector;
  }

  /** One vector for each text, in the order of the texts. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#embed(texts, this.#card.passagePrefix);
  }

  /**
   * Compares token ids and vectors of the model's known answers with what it gives here.
   * @throws UserError when they differ: damaged weights, another tokenizer or an unsuitable runtime.
   */
  async checkKnownAnswers(): Promise<void> {
    for (const known of this.#card.knownAnswers) {
      const ids = this.#runtime.encode(known.text, true);
      if (ids.join() !== known.tokens.join()) throw this.#unexpected(`cuts ${JSON.stringify(known.text)} into other tokens`);
      const [vector = []] = await this.#embed([known.text], '');
      const far = known.first8.some((value, i) => !(Math.abs(value - (vector[i] ?? NaN)) <= this.#card.knownAnswerTolerance));
      if (far) throw this.#unexpected(`gives another vector for ${JSON.stringify(known.text)}`);
    }
  }

  #unexpected(what: string): UserError {
    return new UserError(
      `The embedding model ${this.#card.name} ${what} than its model.json records. Restore its folder (git checkout) and ` +
        `the installed packages (npm ci).`,
    );
  }

  async #embed(texts: readonly string[], prefix: string): Promise<number[][]> {
    const frame: Frame = { ...this.#ends, prefix: this.#runtime.encode(prefix, false) };
    const windows = texts.flatMap((text, index) =>
      splitIntoWindows(index, this.#runtime.encode(prefix + text, false), frame, this.#card.maxTokens),
    );
    const sums = texts.map(() => new Float64Array(this.#card.dimensions));
    for (const batch of groupIntoBatches(windows)) {
      await this.#addBatch(batch, sums);
      // Lets messages and signals reach the process between two batches.
      await setImmediate();
    }
    return sums.map(toUnitLength);
  }

  async #addBatch(batch: readonly Window[], sums: readonly Float64Array[]): Promise<void> {
    const rows = batch.map((window) => window.ids);
    const hidden = await this.#runtime.run(rows, this.#card.dimensions);
    const width = Math.max(...rows.map((row) => row.length));
    batch.forEach((window, row) => {
      const sum = sums[window.text];
      if (sum !== undefined) addTokens(sum, hidden, row, width, window.ids.length);
    });
  }
}

/** The special tokens that a tokenizer puts before and after a text, read off a text of one letter. */
function specialTokens(runtime: Runtime): { head: number[]; tail: number[] } {
  const inner = runtime.encode('a', false);
  const outer = runtime.encode('a', true);
  const start = outer.findIndex((_, i) => inner.every((id, j) => outer[i + j] === id));
  return { head: outer.slice(0, start), tail: outer.slice(start + inner.length) };
}
