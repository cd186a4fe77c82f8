import { createHash } from 'node:crypto';
import type { Chunk } from '../types.ts';

/** Changes whenever the same sentence would be embedded as another text. */
export const CONTEXT_VERSION = 'title-previous-sentence-1';

/** A title beyond this is cut for embedding: what stands at the end of a very long one would only push the sentence aside. */
const TITLE_CHARACTERS = 120;

/**
 * The text that is embedded for each sentence of a document, in order: title, line break, the sentence before it, the sentence. A sentence
 * in its context ranks far better than a sentence alone or one vector a chunk (KorQuAD R@1 .884 against .781).
 */
export function contextsOf(title: string, text: string, chunks: readonly Chunk[]): string[] {
  const head = title.slice(0, TITLE_CHARACTERS).toWellFormed();
  const sentences = chunks.flatMap((chunk) => chunk.sentences.map(({ start, end }) => text.slice(start, end)));
  return sentences.map((sentence, index) => {
    const previous = sentences[index - 1];
    return `${head}\n${previous === undefined ? '' : `${previous} `}${sentence}`;
  });
}

/** Key under which the embedding of a text is kept. */
export function embeddingKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
