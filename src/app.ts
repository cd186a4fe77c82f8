import { LOADER_VERSION } from './articles/load.ts';
import { SPLITTER_VERSION } from './articles/split.ts';
import { walkArticles } from './articles/walk.ts';
import type { Answer } from './answer/answer.ts';
import { CHUNKS_READ, examine, type Examination } from './answer/extractive.ts';
import type { Config } from './config.ts';
import { CONTEXT_VERSION } from './indexing/context.ts';
import { reindex, type IndexReport, type Progress } from './indexing/reindex.ts';
import { EmbeddingsProvider } from './search/embeddings-provider.ts';
import { generationName } from './search/generation-files.ts';
import type { Generation } from './search/generation.ts';
import type { Filter, IndexedArticle, IndexedFile } from './search/index-port.ts';
import { sameFingerprint, type Fingerprint, type Manifest } from './search/manifest.ts';
import { openNewestGeneration } from './search/open-generation.ts';
import { retrieve, type Hit } from './search/retriever.ts';
import { TERMS_VERSION } from './text/terms.ts';
import { cleanCharacters, collapseSpaces, hasHangul } from './text/normalize.ts';

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

export interface QuestionExamination extends Examination {
  hits: Hit[];
  generation: string;
  milliseconds: { embed: number; search: number; answer: number };
}

/** Everything gisabot does, without a face: the command line and Discord sit on it. */
export interface App {
  ask(question: string, filter?: Filter): Promise<Answer>;
  /** How a question is answered and why: the `top` best chunks, the sentences ranked, the confidence, the answer. */
  examine(question: string, top: number, filter?: Filter): Promise<QuestionExamination | 'no-articles'>;
  reindex(request: ReindexRequest): Promise<IndexReport>;
  /** Whether the articles folder or the settings differ from what the index was made of. */
  isStale(): Promise<boolean>;
  sources(): Promise<{ articles: IndexedArticle[]; files: IndexedFile[] }>;
  /** The stored text of an article, in which citations count their offsets. */
  text(source: string): Promise<string | undefined>;
  status(): Promise<Status>;
  close(): Promise<void>;
}

const LIMITS = { maxDepth: 64, maxPathBytes: 4096 };
/** From so many chunks on a graph search is faster than comparing with every chunk. */
const GRAPH_FROM_CHUNKS = 5_000;

/** Wires the parts together. Nothing heavy happens before the first call that needs it. */
export function createApp(config: Config): App {
  return new LocalApp(config);
}

class LocalApp implements App {
  readonly #config: Config;
  readonly #embeddings: EmbeddingsProvider;
  #live: Generation | undefined;
  #opened = false;
  #alerts: string[] = [];

  constructor(config: Config) {
    this.#config = config;
    this.#embeddings = new EmbeddingsProvider({
      model: config.embeddingModel,
      modelsDirectory: config.modelsDirectory,
      allowRemote: config.allowDownload,
    });
  }

  async ask(text: string, filter?: Filter): Promise<Answer> {
    const started = performance.now();
    const question = collapseSpaces(cleanCharacters(text));
    const language = hasHangul(question) ? 'ko' : 'en';
    const examined = /[\p{L}\p{N}]/u.test(question) ? await this.examine(question, CHUNKS_READ, filter) : 'empty-question';
    const generation = this.#live ? generationName(this.#live.manifest.generation) : null;
    if (typeof examined === 'string') {
      const milliseconds = { embed: 0, search: 0, answer: 0, total: performance.now() - started };
      return { kind: 'unanswered', reason: examined, language, citations: [], nearest: [], generation, milliseconds };
    }
    const milliseconds = { ...examined.milliseconds, total: performance.now() - started };
    return { ...examined.extraction, language, generation, milliseconds };
  }

  async examine(question: string, top: number, filter?: Filter): Promise<QuestionExamination | 'no-articles'> {
    const live = await this.#open();
    if (!live || live.manifest.chunks === 0) return 'no-articles';
    const embeddings = await this.#embeddings.forQueries(live.manifest.fingerprint.model);
    const retrieval = await retrieve(live, embeddings, question, { top, ...(filter ? { filter } : {}) });
    const found = performance.now();
    const examination = examine(retrieval);
    return {
      ...examination,
      hits: retrieval.hits,
      generation: generationName(live.manifest.generation),
      milliseconds: { ...retrieval.milliseconds, answer: performance.now() - found },
    };
  }

  async reindex({ full = false, owner, onProgress, signal }: ReindexRequest): Promise<IndexReport> {
    const { articlesDirectory, dataDirectory, maxArticleMegabytes, vectorIndex } = this.#config;
    const before = this.#live;
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
    this.#opened = false;
    await this.#open();
    await before?.close();
    return report;
  }

  async isStale(): Promise<boolean> {
    const live = await this.#open();
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
  }

  async sources(): Promise<{ articles: IndexedArticle[]; files: IndexedFile[] }> {
    const live = await this.#open();
    return { articles: (await live?.articles()) ?? [], files: (await live?.files()) ?? [] };
  }

  async text(source: string): Promise<string | undefined> {
    return (await this.#open())?.text(source);
  }

  async status(): Promise<Status> {
    const live = await this.#open();
    return {
      manifest: live?.manifest,
      vectorIndex: live?.vectorIndex?.kind ?? 'none',
      alerts: [...this.#alerts, ...(this.#embeddings.problem === null ? [] : [this.#embeddings.problem])],
    };
  }

  async close(): Promise<void> {
    await this.#live?.close();
    this.#live = undefined;
    this.#opened = false;
  }

  /** The live generation; undefined when there is none that can be used. */
  async #open(): Promise<Generation | undefined> {
    if (this.#opened) return this.#live;
    const { generation, alerts } = await openNewestGeneration(this.#config.dataDirectory);
    this.#live = generation;
    this.#alerts = alerts;
    this.#opened = true;
    return generation;
  }

  async #fingerprint(): Promise<Fingerprint> {
    const model = await this.#embeddings.fingerprint();
    return { model, loader: LOADER_VERSION, splitter: SPLITTER_VERSION, context: CONTEXT_VERSION, terms: TERMS_VERSION };
  }
}
