import type { Passage } from '../../../src/answer/generative/source.ts';
import { Verifier, type Similarity } from '../../../src/answer/generative/verify.ts';
import { loadEmbeddings } from '../../../src/search/embeddings.ts';
import { bundledModel } from '../../support/bundled-model.ts';
import { passagesOf, type Written } from './passages.ts';

/** The articles that ship as passages, and the check of sentences over them with the bundled model. */
export interface Checking {
  passages: Passage[];
  similarity: Similarity;
  /** The sentences that hold, in one string each. */
  shownOf: (written: readonly Written[]) => Promise<string[]>;
}

export async function startChecking(): Promise<Checking> {
  const passages = await passagesOf();
  const texts = passages.map(({ text }) => text);
  const embeddings = await loadEmbeddings({ ...bundledModel, allowRemote: false });
  const vectors = new Map<string, number[]>();
  const vectorOf = async (text: string): Promise<number[]> => {
    const vector = vectors.get(text) ?? (await embeddings.embedDocuments([text]))[0]!;
    vectors.set(text, vector);
    return vector;
  };
  const similarity: Similarity = async (claim, source) => {
    const [a, b] = [await vectorOf(claim), await vectorOf(source)];
    return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
  };
  const shownOf = async (written: readonly Written[]): Promise<string[]> => {
    const shown: string[] = [];
    for (const { text, passages: given, kind } of written) {
      const verified = await new Verifier(given, similarity, texts).check(text);
      if (verified) shown.push(`${kind}: ${text} ← ${verified.sources.map((source) => source.text).join(' + ')}`);
    }
    return shown;
  };
  return { passages, similarity, shownOf };
}
