import { LOADER_VERSION } from './articles/load.ts';
import { SPLITTER_VERSION } from './articles/split.ts';
import { walkArticles } from './articles/walk.ts';
import type { Answer } from './answer/answer.ts';
import { CHUNKS_READ, examine, type Examination } from './answer/extractive.ts';
import type { Config } from './config.ts';
import { CONTEXT_VERSION } from './indexing/context.ts';
import { reindex, type IndexReport, type Progress } from './indexing/reindex.ts';
import { EmbeddingsProvider, NO_MODEL } from './search/embeddings-provider.ts';
import { generationName, listGenerations } from './search/generation-files.ts';
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
  /** Serves the newest generation from now on, if there is another one. Questions under way end on the one they began with. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

const LIMITS = { maxDepth: 64, maxPathBytes: 4096 };
/** From so many chunks on a graph search is faster than comparing with every chunk. */
export const GRAPH_FROM_CHUNKS = 5_000;

/** What was opened last: the newest whole generation, if there is one. It is closed when it was replaced and its last user is done. */
interface Opened {
  generation: Generation | undefined;
  alerts: string[];
  /** Number of the newest generation in the data directory, whole or not. */
  newest: number | undefined;
  users: number;
  replaced: boolean;
}

/** Wires the parts together. Nothing heavy happens before the first call that needs it. */
export function createApp(config: Config): App {
  return new LocalApp(config);
}

class LocalApp implements App {
  readonly #config: Config;
  readonly #embeddings: EmbeddingsProvider;
  #opened: Promise<Opened> | undefined;
  #reopening: Promise<void> = Promise.resolve();

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
    return this.#use(async ({ generation: live }) => {
      const examined = /[\p{L}\p{N}]/u.test(question)
        ? await this.#examine(live, question, CHUNKS_READ, filter)
        : 'empty-question';
      const generation = live ? generationName(live.manifest.generation) : null;
      if (typeof examined === 'string') {
        const milliseconds = { embed: 0, search: 0, answer: 0, total: performance.now() - started };
        return { kind: 'unanswered', reason: examined, language, citations: [], nearest: [], generation, milliseconds };
      }
      const milliseconds = { ...examined.milliseconds, total: performance.now() - started };
      return { ...examined.extraction, language, generation, milliseconds };
    });
  }

  examine(question: string, top: number, filter?: Filter): Promise<QuestionExamination | 'no-articles'> {
    return this.#use(({ generation }) => this.#examine(generation, question, top, filter));
  }

  async #examine(
    live: Generation | undefined,
    question: string,
    top: number,
    filter?: Filter,
  ): Promise<QuestionExamination | 'no-articles'> {
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
    return this.#use(async ({ generation: live }) => {
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
    return this.#use(async ({ generation }) => ({
      articles: (await generation?.articles()) ?? [],
      files: (await generation?.files()) ?? [],
    }));
  }

  text(source: string): Promise<string | undefined> {
    return this.#use(async ({ generation }) => generation?.text(source));
  }

  status(): Promise<Status> {
    return this.#use(({ generation, alerts }) =>
      Promise.resolve({
        manifest: generation?.manifest,
        vectorIndex: generation?.vectorIndex?.kind ?? 'none',
        alerts: [...alerts, ...(this.#embeddings.problem === null ? [] : [this.#embeddings.problem])],
      }),
    );
  }

  reopen(): Promise<void> {
    const reopened = this.#reopening.then(() => this.#replaceOpened());
    this.#reopening = reopened.catch(() => undefined);
    return reopened;
  }

  async close(): Promise<void> {
    await this.#reopening;
    const former = this.#opened;
    this.#opened = undefined;
    await leave(await former);
  }

  async #replaceOpened(): Promise<void> {
    const former = await this.#opened;
    if (!former || listGenerations(this.#config.dataDirectory)[0] === former.newest) return;
    const opened = await openNewest(this.#config);
    this.#opened = Promise.resolve(opened);
    await leave(former);
  }

  /** Runs a piece of work on what is open, which stays open until the work is done. */
  async #use<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result> {
    let opened = await this.#open();
    while (opened.replaced) opened = await this.#open();
    opened.users += 1;
    try {
      return await work(opened);
    } finally {
      opened.users -= 1;
      await closeUnused(opened);
    }
  }

  #open(): Promise<Opened> {
    this.#opened ??= openNewest(this.#config).catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #fingerprint(): Promise<Fingerprint> {
    const model = await this.#embeddings.fingerprint();
    return { model, loader: LOADER_VERSION, splitter: SPLITTER_VERSION, context: CONTEXT_VERSION, terms: TERMS_VERSION };
  }
}

async function openNewest({ dataDirectory, vectorIndex, embeddingModel }: Config): Promise<Opened> {
  // Listed before it is opened: what is published in between is noticed the next time.
  const newest = listGenerations(dataDirectory)[0];
  return {
    ...(await openNewestGeneration(dataDirectory, { graph: vectorIndex !== 'exact' && embeddingModel !== NO_MODEL })),
    newest,
    users: 0,
    replaced: false,
  };
}

async function leave(opened: Opened | undefined): Promise<void> {
  if (!opened) return;
  opened.replaced = true;
  await closeUnused(opened);
}

async function closeUnused({ generation, users, replaced }: Opened): Promise<void> {
  if (replaced && users === 0) await generation?.close();
}
