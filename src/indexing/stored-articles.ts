import type { IndexedArticle } from '../search/index-port.ts';
import type { PlannedArticle } from './plan.ts';

/** Hash of an article whose text no longer is what its file would give: the file is read again as soon as it can be. */
export const FORMER = '';

/** The articles of the index before, found by the source of any of their files and by the hash of their bytes. */
export class StoredArticles {
  readonly #bySource: ReadonlyMap<string, IndexedArticle>;
  readonly #byHash: ReadonlyMap<string, IndexedArticle>;

  constructor(articles: readonly IndexedArticle[]) {
    this.#bySource = new Map(
      articles.flatMap((article) => [article.source, ...article.copies].map((source) => [source, article])),
    );
    this.#byHash = new Map(articles.map((article) => [article.hash, article]));
  }

  /** Sources of all files that are indexed, copies included. */
  get sources(): string[] {
    return [...this.#bySource.keys()];
  }

  at(source: string): IndexedArticle | undefined {
    return this.#bySource.get(source);
  }

  withHash(hash: string): IndexedArticle | undefined {
    return this.#byHash.get(hash);
  }

  /**
   * Articles with the former text of files that cannot be used now; none where the index had nothing, or where the text is in the next
   * generation anyhow: those whose hash is `taken`. Hashes of articles that are kept are added to `taken`.
   */
  keep(sources: readonly string[], taken: Set<string>): PlannedArticle[] {
    const kept = new Map<IndexedArticle, PlannedArticle>();
    for (const source of sources) {
      const former = this.#bySource.get(source);
      if (!former || (former.hash !== FORMER && taken.has(former.hash))) continue;
      const planned = kept.get(former);
      if (planned) planned.copies.push(source);
      else kept.set(former, { source, copies: [], hash: former.hash, path: null, stored: former.source });
    }
    for (const { hash } of kept.values()) taken.add(hash);
    return [...kept.values()];
  }
}
