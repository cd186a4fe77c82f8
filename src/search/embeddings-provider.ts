import type { Embeddings } from '@langchain/core/embeddings';
import { messageOf, UsageError } from '../errors.ts';
import { loadEmbeddings, type EmbeddingsOptions, type LocalEmbeddings } from './embeddings.ts';
import { readModelCard, type ModelCard } from './model-card.ts';
import { isModelPresent, modelDirectory } from './model-files.ts';

/** The model name, and the fingerprint, that stand for search by words alone. */
export const NO_MODEL = 'none';

/** The configured embedding model, read and loaded at the first call that needs it and then kept. */
export class EmbeddingsProvider {
  readonly #options: EmbeddingsOptions;
  #loading: Promise<LocalEmbeddings> | undefined;
  #reading: Promise<ModelCard> | undefined;
  /** Why questions are searched by words alone although the index has vectors; null when they are not. */
  problem: string | null = null;

  constructor(options: EmbeddingsOptions) {
    this.#options = options;
  }

  /** What identifies the vectors the model makes, without loading its weights. Throws UserError when the model is missing or damaged. */
  async fingerprint(): Promise<string> {
    return this.#none ? NO_MODEL : (await this.#card()).fingerprint;
  }

  /** Length of a vector; 0 without a model. */
  async dimensions(): Promise<number> {
    return this.#none ? 0 : (await this.#card()).dimensions;
  }

  /** Vectors of sentences, in order; empty ones without a model. */
  async embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#none ? texts.map(() => []) : (await this.#load()).embedDocuments(texts);
  }

  /** The model to embed questions with; null where that makes no sense: the index has no vectors, or others, or the model is broken. */
  async forQueries(indexModel: string): Promise<Embeddings | null> {
    this.problem = null;
    if (indexModel === NO_MODEL) return null;
    try {
      if ((await this.fingerprint()) === indexModel) return await this.#load();
      this.problem = 'the index was made with another embedding model';
    } catch (error) {
      if (error instanceof UsageError) throw error;
      this.problem = messageOf(error);
    }
    return null;
  }

  get #none(): boolean {
    return this.#options.model === NO_MODEL;
  }

  #load(): Promise<LocalEmbeddings> {
    this.#loading ??= loadEmbeddings(this.#options).catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #card(): Promise<ModelCard> {
    if (this.#options.allowRemote && !(await isModelPresent(modelDirectory(this.#options)))) await this.#load();
    this.#reading ??= readModelCard(this.#options).catch((error: unknown) => {
      this.#reading = undefined;
      throw error;
    });
    return this.#reading;
  }
}
