import { StoreError } from '../errors.ts';
import type { ArticleRecord } from '../search/index-port.ts';
import { quantize, type QuantizedVector } from '../search/sentence-vectors.ts';
import { embeddingKey } from './context.ts';
import type { EmbeddingJournal } from './journal.ts';
import type { PendingRecord } from './records.ts';

/** The part of LangChain's Embeddings that indexing needs. */
export interface DocumentEmbeddings {
  embedDocuments(texts: string[]): Promise<number[][]>;
}

export interface ArticleEmbedderOptions {
  embeddings: DocumentEmbeddings;
  /** 0: there is no model, and every vector is empty. */
  dimensions: number;
  journal: EmbeddingJournal;
  /** Takes the articles, complete, in the order in which they were added. */
  done: (record: ArticleRecord) => void;
  /** Told after each step about how many of the articles held back are embedded, and 0 when all of them were passed on. */
  onStep: (articles: number) => void;
  signal: AbortSignal | undefined;
}

/** Articles are held back until so many sentences wait: enough to sort them by length and waste little padding. */
const SENTENCES_HELD = 256;
/** Never more articles than this, however few of their sentences wait. */
const ARTICLES_HELD = 256;
/** Sentences embedded between two writes to the journal: what a kill can cost. */
const SENTENCES_A_STEP = 64;

/** Fills in the missing vectors of articles, in batches across articles. */
export class ArticleEmbedder {
  readonly #options: ArticleEmbedderOptions;
  #held: PendingRecord[] = [];
  #missing = 0;
  /** Sentences embedded so far, those found in the journal not counted. */
  embedded = 0;

  constructor(options: ArticleEmbedderOptions) {
    this.#options = options;
  }

  async add(record: PendingRecord): Promise<void> {
    this.#held.push(record);
    this.#missing += record.vectors.filter((vector) => vector === undefined).length;
    if (this.#missing >= SENTENCES_HELD || this.#held.length >= ARTICLES_HELD || this.#missing === 0) await this.flush();
  }

  /** Embeds what is missing of the articles held back and passes them on. */
  async flush(): Promise<void> {
    if (this.#options.dimensions > 0) await this.#embed(this.#missingTexts());
    const complete = this.#held.map((record) => this.#complete(record));
    this.#held = [];
    this.#missing = 0;
    complete.forEach(this.#options.done);
    this.#options.onStep(0);
  }

  /** Distinct texts to embed, shortest first. */
  #missingTexts(): [key: string, text: string][] {
    const missing = new Map<string, string>();
    for (const { contexts, vectors } of this.#held) {
      contexts.forEach((context, row) => {
        const key = vectors[row] === undefined ? embeddingKey(context) : null;
        if (key !== null && !this.#options.journal.get(key)) missing.set(key, context);
      });
    }
    return [...missing].sort(([, a], [, b]) => a.length - b.length);
  }

  async #embed(missing: readonly [key: string, text: string][]): Promise<void> {
    const { embeddings, dimensions, journal, onStep, signal } = this.#options;
    for (let from = 0; from < missing.length; from += SENTENCES_A_STEP) {
      signal?.throwIfAborted();
      const step = missing.slice(from, from + SENTENCES_A_STEP);
      const vectors = await embeddings.embedDocuments(step.map(([, text]) => text));
      if (vectors.length !== step.length || vectors.some((vector) => vector.length !== dimensions)) {
        throw new StoreError(`the embedding model must give ${step.length} vectors of ${dimensions} numbers, but gave others`);
      }
      journal.add(step.map(([key], row) => [key, quantize(vectors[row] ?? [])]));
      this.embedded += step.length;
      onStep(Math.floor((this.#held.length * (from + step.length)) / missing.length));
    }
  }

  #complete({ contexts, vectors, ...record }: PendingRecord): ArticleRecord {
    return { ...record, vectors: vectors.map((vector, row) => vector ?? this.#vectorOf(contexts[row] ?? '')) };
  }

  #vectorOf(context: string): QuantizedVector {
    const { dimensions, journal } = this.#options;
    const vector = dimensions === 0 ? quantize([]) : journal.get(embeddingKey(context));
    if (!vector) throw new Error('a sentence has no embedding');
    return vector;
  }
}
