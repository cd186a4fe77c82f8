import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { Hit } from '../../search/retriever.ts';
import type { Language } from '../../types.ts';
import type { Citation, GeneratedSentence } from '../answer.ts';
import { Breaker } from './breaker.ts';
import { Budget, estimateTokens, type BudgetLimits } from './budget.ts';
import { MOST_TOKENS } from './chat-model.ts';
import { CitedSentences } from './citations.ts';
import { modelErrorOf } from './model-error.ts';
import { NO_ANSWER, promptOf, type Prompt } from './prompt.ts';
import type { Passage } from './source.ts';
import { streamText, type Usage } from './stream-text.ts';
import { Verifier, type Similarity } from './verify.ts';
import { WrittenSentences } from './written-sentences.ts';

export interface WriterOptions extends BudgetLimits {
  openModel: () => Promise<BaseChatModel>;
  /** Seconds for an answer, connecting included. */
  seconds: number;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface WriteRequest {
  question: string;
  previous: string | undefined;
  previousAnswer?: string | undefined;
  language: Language;
  hits: readonly Hit[];
  similarity: Similarity;
  /** Texts of the articles, for the names that they give in two scripts. */
  texts: readonly string[];
  /** Whose budget it is; undefined on the command line. */
  person: string | undefined;
  signal: AbortSignal | undefined;
  /** Told the sentences that hold so far, whenever there is one more. */
  onSentence: ((generated: readonly GeneratedSentence[]) => void) | undefined;
}

/** What the model wrote, as far as it holds, or why quotes are to be shown instead. */
export type Written =
  { model: 'used'; generated: GeneratedSentence[]; citations: Citation[] } | { model: 'failed' | 'budget' | 'unsupported' };

/** Writes answers with a language model. No sentence leaves it that its passages do not support; it never rejects for what the model does. */
export class Writer {
  readonly #options: WriterOptions;
  readonly #breaker: Breaker;
  readonly #budget: Budget;
  #model: Promise<BaseChatModel> | undefined;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#breaker = new Breaker(options.now);
    this.#budget = new Budget(options, options.now);
  }

  /** What administrators should know; null when all is well. */
  get alert(): string | null {
    return this.#breaker.alert;
  }

  async write(request: WriteRequest): Promise<Written> {
    if (this.#breaker.isOpen) return { model: 'failed' };
    const passages = request.hits.map(passageOf);
    const prompt = promptOf({ ...request, passages });
    const taken = estimateTokens(prompt.system + prompt.user) + MOST_TOKENS;
    if (!this.#budget.take(request.person, taken)) return { model: 'budget' };
    const usage: Usage = { tokens: null };
    try {
      const written = await this.#answer(request, passages, prompt, usage);
      this.#breaker.succeeded();
      return written;
    } catch (error) {
      this.#breaker.failed(modelErrorOf(error));
      return { model: 'failed' };
    } finally {
      if (usage.tokens !== null) this.#budget.settle(taken, usage.tokens);
    }
  }

  async #answer(request: WriteRequest, passages: readonly Passage[], prompt: Prompt, usage: Usage): Promise<Written> {
    const verifier = new Verifier(passages, request.similarity, request.texts);
    const cited = new CitedSentences(request.hits);
    const sentences = new WrittenSentences();
    let [held, failed] = [0, 0];
    const take = async (written: string): Promise<void> => {
      const verified = written.trim() === NO_ANSWER ? undefined : await verifier.check(written);
      if (!verified) failed += 1;
      else {
        held += 1;
        if (cited.add(verified)) request.onSentence?.(cited.generated);
      }
    };
    const limits = { seconds: this.#options.seconds, signal: request.signal };
    for await (const piece of streamText(() => this.#open(), prompt, limits, usage)) {
      for (const written of sentences.add(piece)) await take(written);
      if (cited.isFull) break;
    }
    for (const written of sentences.end()) await take(written);
    if (held === 0 || failed > held) return { model: 'unsupported' };
    return { model: 'used', generated: cited.generated, citations: cited.citations };
  }

  #open(): Promise<BaseChatModel> {
    this.#model ??= this.#options.openModel().catch((error: unknown) => {
      this.#model = undefined;
      throw error;
    });
    return this.#model;
  }
}

function passageOf({ chunk }: Hit): Passage {
  const { start, text, sentences, article } = chunk;
  return {
    ...{ text, title: article.title, date: article.date },
    sentences: sentences.map((span) => ({ start: span.start - start, end: span.end - start })),
  };
}
