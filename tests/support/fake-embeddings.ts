import { Embeddings } from '@langchain/core/embeddings';
import type { EmbeddingsInfo } from '../../src/search/embeddings.ts';

/**
 * Deterministic embeddings without a model: counts of character bigrams, hashed into a vector of length 1. Texts that share words get
 * similar vectors. Counts what it was asked.
 */
export class FakeEmbeddings extends Embeddings {
  readonly info: Readonly<EmbeddingsInfo>;
  calls = 0;
  textsEmbedded = 0;

  constructor({ dimensions = 64, fingerprint = 'fake' }: { dimensions?: number; fingerprint?: string } = {}) {
    super({});
    this.info = { name: 'fake/bigrams', fingerprint, dimensions, maxTokens: 512 };
  }

  override embedQuery(text: string): Promise<number[]> {
    this.calls += 1;
    this.textsEmbedded += 1;
    return Promise.resolve(this.#vector(text));
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    this.calls += 1;
    this.textsEmbedded += texts.length;
    return Promise.resolve(texts.map((text) => this.#vector(text)));
  }

  #vector(text: string): number[] {
    const { dimensions } = this.info;
    const sum = new Array<number>(dimensions).fill(0);
    const folded = ` ${text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()} `;
    for (let i = 0; i + 1 < folded.length; i++) {
      const hash = Math.imul(folded.charCodeAt(i) * 31 + folded.charCodeAt(i + 1), 2_654_435_761) >>> 0;
      // A sign from another bit of the hash makes unrelated texts orthogonal on average.
      sum[(hash >>> 8) % dimensions]! += (hash & 128) === 0 ? 1 : -1;
    }
    const length = Math.hypot(...sum);
    if (length === 0) sum[0] = 1;
    return sum.map((value) => value / (length || 1));
  }
}
