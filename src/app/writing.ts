import { openChatModel } from '../answer/generative/chat-model.ts';
import { generatedText } from '../answer/generative/citations.ts';
import type { Similarity } from '../answer/generative/verify.ts';
import { Writer } from '../answer/generative/writer.ts';
import type { Answer } from '../answer/answer.ts';
import { CHUNKS_READ, type Examination } from '../answer/extractive.ts';
import type { Config } from '../config.ts';
import type { EmbeddingsProvider } from '../search/embeddings-provider.ts';
import type { Generation } from '../search/generation.ts';
import type { Hit } from '../search/retriever.ts';
import type { Language } from '../types.ts';

export interface WritingRequest {
  question: string;
  previous?: string;
  previousAnswer?: string;
  language: Language;
  generation: Generation | undefined;
  person?: string;
  onText?: (text: string) => void;
  signal?: AbortSignal;
}

/** The language model, where one is configured: answers that are quotes become sentences with the quotes that prove them. */
export class Writing {
  readonly #embeddings: EmbeddingsProvider;
  readonly #writer: Writer | null;

  constructor(config: Config, embeddings: EmbeddingsProvider) {
    const { modelAddress: address, modelName: model, modelKey: key } = config;
    this.#embeddings = embeddings;
    this.#writer =
      address === ''
        ? null
        : new Writer({
            ...{ seconds: config.modelSeconds, personQuestions: config.modelPersonQuestions, tokens: config.modelTokens },
            ...{ openModel: () => openChatModel({ address, key, model }), now: Date.now },
          });
  }

  /** What administrators should know; null when all is well or there is no model. */
  get alert(): string | null {
    return this.#writer?.alert ?? null;
  }

  /**
   * What takes the place of an extractive answer's fields. Where nothing was found the model is not asked, nor where articles differ: there
   * the quotes themselves stand side by side.
   */
  async write(
    { extraction, hits }: Pick<Examination, 'extraction'> & { hits: readonly Hit[] },
    request: WritingRequest,
  ): Promise<Partial<Pick<Answer, 'model' | 'generated' | 'citations'>>> {
    if (!this.#writer || extraction.citations.length === 0 || extraction.difference !== null) return {};
    const { question, previous, previousAnswer, language, generation, person, onText, signal } = request;
    const read = hits.slice(0, CHUNKS_READ);
    return this.#writer.write({
      ...{ question, previous, previousAnswer, language, person, signal, hits: read },
      texts: await textsOf(read, generation),
      similarity: await this.#similarity(generation),
      // What may not be an answer waits for the warning above it.
      onSentence: (generated) => {
        if (extraction.kind === 'answered') onText?.(generatedText(generated));
      },
    });
  }

  async #similarity(generation: Generation | undefined): Promise<Similarity> {
    const embeddings = generation && (await this.#embeddings.forQueries(generation.manifest.fingerprint.model));
    if (!embeddings) return null;
    const vectors = new Map<string, Promise<number[]>>();
    const vectorOf = (text: string): Promise<number[]> => {
      const vector = vectors.get(text) ?? embeddings.embedDocuments([text]).then(([first = []]) => first);
      vectors.set(text, vector);
      return vector;
    };
    return async (claim, source) => {
      const [a, b] = [await vectorOf(claim), await vectorOf(source)];
      return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
    };
  }
}

async function textsOf(hits: readonly Hit[], generation: Generation | undefined): Promise<string[]> {
  const sources = [...new Set(hits.map(({ chunk }) => chunk.article.source))];
  const texts = generation ? await Promise.all(sources.map((source) => generation.text(source))) : [];
  return texts.filter((text) => text !== undefined);
}
