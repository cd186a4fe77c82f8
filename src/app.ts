import { LOADER_VERSION } from './articles/load.ts';
import { SPLITTER_VERSION } from './articles/split.ts';
import { walkArticles } from './articles/walk.ts';
import type { Answer } from './answer/answer.ts';
import { archiveOf } from './answer/archive.ts';
import { CHUNKS_WANTED, examine, type Examination } from './answer/extractive.ts';
import { passageOf, type Passage, type PassageRequest } from './answer/passage.ts';
import { smallTalk, withResolvedDates } from './app/replies.ts';
import { searchFor } from './app/understanding.ts';
import { Writing } from './app/writing.ts';
import type { Config } from './config.ts';
import { CONTEXT_VERSION } from './indexing/context.ts';
import { reindex, type IndexReport, type Progress } from './indexing/reindex.ts';
import { EmbeddingsProvider, NO_MODEL } from './search/embeddings-provider.ts';
import { generationName } from './search/generation-files.ts';
import type { Generation } from './search/generation.ts';
import type { Filter, IndexedArticle, IndexedFile } from './search/index-port.ts';
import { sameFingerprint, type Fingerprint, type Manifest } from './search/manifest.ts';
import { retrieve } from './search/retriever.ts';
import { ServedGeneration } from './search/served-generation.ts';
import { smallTalkByMeaning } from './search/small-talk.ts';
import { ALIASES_VERSION } from './text/aliases.ts';
import { TERMS_VERSION } from './text/terms.ts';
import type { ChatTopic, Language, Understanding } from './types.ts';
import { todayInKorea } from './text/calendar.ts';
import { smallTalkTopic } from './text/small-talk.ts';
import { resolveFollowUp } from './text/follow-up.ts';
import { cleanCharacters, collapseSpaces, hasHangul } from './text/normalize.ts';

export interface AskRequest {
  /** Where to look for the answer. */
  filter?: Filter;
  /** The question that this one may continue, as `Answer.question` gave it. */
  previous?: string;
  /** What was shown as the answer to it: a language model is told, nothing else looks at it. */
  previousAnswer?: string;
  /** Who asks, for the budget of the language model; it is sent nowhere. */
  person?: string;
  /** Told the verified sentences so far, with their [n], while a language model writes. */
  onText?: (text: string) => void;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

export interface ReindexRequest {
  full?: boolean;
  owner: string;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export interface Status {
  manifest: Manifest | undefined;
  vectorIndex: 'exact' | 'hnsw' | 'none';
  /** What keeps the program from working fully, in words. */
  alerts: string[];
}

export interface QuestionExamination extends Examination, Pick<Understanding, 'corrected' | 'period'> {
  /** The small talk that the line is taken for; null for a question. */
  topic: ChatTopic | null;
  generation: string;
  milliseconds: { embed: number; search: number; answer: number };
}

/** Everything gisabot does, without a face: the command line and Discord sit on it. */
export interface App {
  ask(question: string, request?: AskRequest): Promise<Answer>;
  /** How a question is answered and why: the `top` best chunks, the sentences ranked, the confidence, the answer. */
  examine(question: string, top: number, filter?: Filter): Promise<QuestionExamination | 'no-articles'>;
  reindex(request: ReindexRequest): Promise<IndexReport>;
  /** Whether the articles folder or the settings differ from what the index was made of. */
  isStale(): Promise<boolean>;
  sources(): Promise<{ articles: IndexedArticle[]; files: IndexedFile[] }>;
  /** The stored text of an article, in which citations count their offsets. */
  text(source: string): Promise<string | undefined>;
  /** A passage of an article, by a citation of it or from its beginning; undefined when the article is gone. */
  passage(request: PassageRequest): Promise<Passage | undefined>;
  status(): Promise<Status>;
  /** Serves the newest generation from now on, if there is another one. Questions under way end on the one they began with. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

const LIMITS = { maxDepth: 64, maxPathBytes: 4096 };
/** From so many chunks on a graph search is faster than comparing with every chunk. */
export const GRAPH_FROM_CHUNKS = 5_000;

/** Wires the parts together. Nothing heavy happens before the first call that needs it. */
export function createApp(config: Config): App {
  return new LocalApp(config);
}

class LocalApp implements App {
  readonly #config: Config;
  readonly #embeddings: EmbeddingsProvider;
  readonly #served: ServedGeneration;
  readonly #writing: Writing;

  constructor(config: Config) {
    this.#config = config;
    this.#embeddings = new EmbeddingsProvider({
      model: config.embeddingModel,
      modelsDirectory: config.modelsDirectory,
      allowRemote: config.allowDownload,
    });
    this.#writing = new Writing(config, this.#embeddings);
    this.#served = new ServedGeneration(config.dataDirectory, {
      graph: config.vectorIndex !== 'exact' && config.embeddingModel !== NO_MODEL,
    });
  }

  async ask(text: string, request: AskRequest = {}): Promise<Answer> {
    const { filter, previous } = request;
    const started = performance.now();
    const asked = collapseSpaces(cleanCharacters(text));
    const language: Language = hasHangul(asked) ? 'ko' : 'en';
    const { question, inherited } = resolveFollowUp(asked, previous);
    const line = smallTalkTopic(asked);
    return this.#served.use(async (live) => {
      if (line !== null) return smallTalk(line, { question: asked, language, generation: live, started });
      const examined = /[\p{L}\p{N}]/u.test(question)
        ? await this.#examine(live, question, CHUNKS_WANTED, filter)
        : 'empty-question';
      const generation = live ? generationName(live.manifest.generation) : null;
      const shared = { question, inherited, language, generation, generated: null, model: 'off' as const };
      if (typeof examined === 'string') {
        const milliseconds = { embed: 0, search: 0, answer: 0, total: performance.now() - started };
        const nothing = { details: null, citations: [], difference: null, nearest: [] };
        const understanding = { corrected: null, period: null, topic: null };
        return { ...shared, ...nothing, ...understanding, kind: 'unanswered', reason: examined, milliseconds };
      }
      const { topic } = examined;
      if (topic !== null && inherited.length === 0)
        return smallTalk(topic, { question: asked, language, generation: live, started });
      const written = await this.#writing.write(examined, { ...request, question, language, generation: live });
      const milliseconds = { ...examined.milliseconds, total: performance.now() - started };
      const { corrected, period, extraction } = examined;
      return { ...shared, corrected, period, topic: null, ...extraction, ...written, milliseconds };
    });
  }

  examine(question: string, top: number, filter?: Filter): Promise<QuestionExamination | 'no-articles'> {
    return this.#served.use((generation) => this.#examine(generation, question, top, filter));
  }

  async #examine(
    live: Generation | undefined,
    question: string,
    top: number,
    filter?: Filter,
  ): Promise<QuestionExamination | 'no-articles'> {
    if (!live || live.manifest.chunks === 0) return 'no-articles';
    const embeddings = await this.#embeddings.forQueries(live.manifest.fingerprint.model);
    const search = searchFor(question, filter, todayInKorea(Date.now()));
    const filtered = search.filter ? { filter: search.filter } : {};
    const wanted = { top: Math.max(top, CHUNKS_WANTED), ...filtered, prefer: search.prefer };
    const retrieval = await retrieve(live, embeddings, search.text, wanted);
    const found = performance.now();
    const period = search.filter ? { period: search.filter } : {};
    const examination = examine(retrieval, { archive: await archiveOf(live), ...period });
    const isAnswered = examination.extraction.kind === 'answered';
    const topic = smallTalkTopic(question) ?? (embeddings && (await smallTalkByMeaning(embeddings, question, isAnswered)));
    return {
      ...(retrieval.question.asked.date ? withResolvedDates(examination) : examination),
      ...{ hits: examination.hits.slice(0, top), corrected: retrieval.corrected, period: search.period, topic },
      generation: generationName(live.manifest.generation),
      milliseconds: { ...retrieval.milliseconds, answer: performance.now() - found },
    };
  }

  async reindex({ full = false, owner, onProgress, signal }: ReindexRequest): Promise<IndexReport> {
    const { articlesDirectory, dataDirectory, maxArticleMegabytes, vectorIndex } = this.#config;
    const report = await reindex({
      ...{ articlesDirectory, dataDirectory, full, owner },
      limits: { ...LIMITS, maxBytes: maxArticleMegabytes * 1024 * 1024 },
      fingerprint: await this.#fingerprint(),
      dimensions: await this.#embeddings.dimensions(),
      embeddings: this.#embeddings,
      wantsGraph: (chunks) => vectorIndex === 'hnsw' || (vectorIndex === 'auto' && chunks >= GRAPH_FROM_CHUNKS),
      onProgress: onProgress ?? (() => undefined),
      ...(signal ? { signal } : {}),
    });
    await this.reopen();
    return report;
  }

  isStale(): Promise<boolean> {
    return this.#served.use(async (live) => {
      if (!live || !sameFingerprint(live.manifest.fingerprint, await this.#fingerprint())) return true;
      const { files } = await walkArticles(this.#config.articlesDirectory, LIMITS);
      const known = new Map((await live.files()).map((file) => [file.source, file]));
      return (
        files.length !== known.size ||
        files.some(({ source, bytes, modified }) => {
          const file = known.get(source);
          return file?.bytes !== bytes || file.modified !== modified;
        })
      );
    });
  }

  sources(): Promise<{ articles: IndexedArticle[]; files: IndexedFile[] }> {
    return this.#served.use(async (generation) => ({
      articles: (await generation?.articles()) ?? [],
      files: (await generation?.files()) ?? [],
    }));
  }

  text(source: string): Promise<string | undefined> {
    return this.#served.use(async (generation) => generation?.text(source));
  }

  passage(request: PassageRequest): Promise<Passage | undefined> {
    return this.#served.use(async (generation) => passageOf((await generation?.chunksOf(request.source)) ?? [], request));
  }

  status(): Promise<Status> {
    return this.#served.use((generation, alerts) =>
      Promise.resolve({
        manifest: generation?.manifest,
        vectorIndex: generation?.vectorIndex?.kind ?? 'none',
        alerts: [...alerts, ...[this.#embeddings.problem, this.#writing.alert].filter((alert) => alert !== null)],
      }),
    );
  }

  reopen(): Promise<void> {
    return this.#served.reopen();
  }

  close(): Promise<void> {
    return this.#served.close();
  }

  async #fingerprint(): Promise<Fingerprint> {
    const model = await this.#embeddings.fingerprint();
    return {
      model,
      loader: LOADER_VERSION,
      splitter: SPLITTER_VERSION,
      context: CONTEXT_VERSION,
      terms: `${TERMS_VERSION} ${ALIASES_VERSION}`,
    };
  }
}
