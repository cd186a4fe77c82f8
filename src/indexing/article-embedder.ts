import type { ArticleRecord } from '../search/index-port.ts';
import { quantize, type QuantizedVector } from '../search/sentence-vectors.ts';
import { embeddingKey } from './context.ts';
import type { EmbeddingJournal } from './journal.ts';
import type { PendingRecord } from './records.ts';

/** The part of LangChain's Embeddings that indexing needs. */
export interface DocumentEmbeddings {
  embedDocuments(texts: string[]): Promise<number[][]>;
}

/** Articles are held back until so many sentences wait: enough to sort them by length and waste little padding. */
const SENTENCES_HELD = 256;
/** Sentences embedded between two writes to the journal: what a kill can cost. */
const SENTENCES_A_STEP = 64;

/** Fills in the missing embeddings of articles, in batches across articles, and passes the articles on in the order they came. */
export class ArticleEmbedder {
  readonly #embeddings: DocumentEmbeddings;
  readonly #journal: EmbeddingJournal;
  readonly #done: (record: ArticleRecord) => void;
  readonly #signal: AbortSignal | undefined;
  #held: PendingRecord[] = [];
  #missing = 0;
  /** Sentences embedded so far, those found in the journal not counted. */
  embedded = 0;

  constructor(
    embeddings: DocumentEmbeddings,
    journal: EmbeddingJournal,
    done: (record: ArticleRecord) => void,
    signal: AbortSignal | undefined,
  ) {
    this.#embeddings = embeddings;
    this.#journal = journal;
    this.#done = done;
    this.#signal = signal;
  }

  async add(record: PendingRecord): Promise<void> {
    this.#held.push(record);
    this.#missing += record.vectors.filter((vector) => vector === undefined).length;
    if (this.#missing >= SENTENCES_HELD) await this.flush();
  }

  /** Embeds what is missing of the articles held back and passes them on. */
  async flush(): Promise<void> {
    const missing = new Map<string, string>();
    for (const { contexts, vectors } of this.#held) {
      contexts.forEach((context, row) => {
        const key = embeddingKey(context);
        if (vectors[row] === undefined && !this.#journal.get(key)) missing.set(key, context);
      });
    }
    await this.#embed([...missing].sort(([, a], [, b]) => a.length - b.length));
    const complete = this.#held.map((record) => this.#complete(record));
    this.#held = [];
    this.#missing = 0;
    complete.forEach(this.#done);
  }

  async #embed(missing: readonly (readonly [key: string, text: string])[]): Promise<void> {
    for (let from = 0; from < missing.length; from += SENTENCES_A_STEP) {
      this.#signal?.throwIfAborted();
      const step = missing.slice(from, from + SENTENCES_A_STEP);
      const vectors = await this.#embeddings.embedDocuments(step.map(([, text]) => text));
      this.#journal.add(step.map(([key], row) => [key, quantize(vectors[row] ?? [])]));
      this.embedded += step.length;
    }
  }

  #complete({ contexts, vectors, ...record }: PendingRecord): ArticleRecord {
    const complete = vectors.map((vector, row): QuantizedVector => {
      const known = vector ?? this.#journal.get(embeddingKey(contexts[row] ?? ''));
      if (!known) throw new Error(`${record.article.source}: sentence ${row} has no embedding`);
      return known;
    });
    return { ...record, vectors: complete };
  }
}
