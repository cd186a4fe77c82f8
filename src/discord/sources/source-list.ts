import { createHash } from 'node:crypto';
import type { App, Status } from '../../app.ts';
import type { Log } from '../../log.ts';
import type { IndexedArticle, IndexedFile } from '../../search/index-port.ts';
import { collapseSpaces } from '../../text/normalize.ts';
import type { Language } from '../../types.ts';
import type { Choice } from '../handlers.ts';
import { SURE, TitleSearch, type TitleMatch } from './title-search.ts';
import { choicesOf } from './choices.ts';

const KEY_CHARACTERS = 12;
const NEAREST_SHARE = 0.01;
/** A title that shares so much, and so much more than the next one, is the one that was meant. */
const CLEAR_SCORE = 0.36;
const CLEAR_LEAD = 0.1;

/** What is held of one state of the index. */
interface Held {
  articles: readonly IndexedArticle[];
  files: readonly IndexedFile[];
  status: Status;
  byKey: ReadonlyMap<string, IndexedArticle>;
  titles: TitleSearch;
}

/** The articles of the index, held in the bot's memory: Discord wants suggestions within three seconds, however busy the engine is. */
export class SourceList {
  readonly #app: Pick<App, 'sources' | 'status'>;
  readonly #log: Log;
  #held: Held | undefined;
  #refreshing: Promise<void> | undefined;

  constructor(app: Pick<App, 'sources' | 'status'>, log: Log) {
    this.#app = app;
    this.#log = log;
  }

  /** Reads the list again; calls at the same time share one reading. Rejects when the engine does not answer: the list stays as it is. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#read().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  /** To be told what an answer came from: when the list is older or newer than that, it is read again in the background. */
  noticeGeneration(generation: string | null): void {
    const seen = generation === null ? undefined : Number(/\d+$/.exec(generation)?.[0]);
    const update = async (): Promise<void> => {
      // A reading under way may have begun before that generation was there.
      await this.#refreshing;
      if (this.#held?.status.manifest?.generation !== seen || !this.#held) await this.refresh();
    };
    update().catch((error: unknown) => {
      this.#log.warn({ err: error }, 'the list of articles cannot be read');
    });
  }

  /** Whether it was read at all. */
  get isLoaded(): boolean {
    return this.#held !== undefined;
  }

  /** Newest first, those without a date last. */
  all(): readonly IndexedArticle[] {
    return this.#held?.articles ?? [];
  }

  files(): readonly IndexedFile[] {
    return this.#held?.files ?? [];
  }

  /** As it was when the list was read; undefined before. */
  status(): Status | undefined {
    return this.#held?.status;
  }

  withKey(key: string): IndexedArticle | undefined {
    return this.#held?.byKey.get(key);
  }

  /** The one article that is meant: by its key, its title, or as the clearly best match. */
  find(text: string): IndexedArticle | undefined {
    const chosen = this.withKey(text.trim());
    if (chosen) return chosen;
    const [best, next] = this.#matches(text);
    return best && isClear(best, next) ? best.article : undefined;
  }

  /** What matches, best first; the whole list for an empty text. */
  search(text: string): readonly IndexedArticle[] {
    return collapseSpaces(text) === '' ? this.all() : this.#matches(text).map(({ article }) => article);
  }

  /** The titles that have most in common with a text that matches none. */
  nearest(text: string, most: number): IndexedArticle[] {
    const matches = this.#held?.titles.matches(text, NEAREST_SHARE) ?? [];
    return matches.slice(0, most).map(({ article }) => article);
  }

  /** The best matches as choices for Discord; their values are keys. */
  complete(text: string, language: Language): Choice[] {
    return choicesOf(this.search(text), language, (article) => this.key(article));
  }

  /** Stands for the article in buttons and choices: 12 hexadecimal digits of the sha256 of its source. */
  key({ source }: Pick<IndexedArticle, 'source'>): string {
    return createHash('sha256').update(source).digest('hex').slice(0, KEY_CHARACTERS);
  }

  #matches(text: string): TitleMatch[] {
    return this.#held?.titles.matches(text) ?? [];
  }

  async #read(): Promise<void> {
    // First the status: when an update comes between, the list counts as older than it is, and is read again.
    const status = await this.#app.status();
    const { articles, files } = await this.#app.sources();
    const sorted = [...articles].sort(newestFirst);
    const titles = await TitleSearch.over(sorted);
    const byKey = new Map(sorted.map((article) => [this.key(article), article]));
    this.#held = { articles: sorted, files, status, byKey, titles };
  }
}

function newestFirst(a: IndexedArticle, b: IndexedArticle): number {
  const [first, second] = [a.date ?? '', b.date ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return a.source < b.source ? -1 : 1;
}

function isClear(best: TitleMatch, next: TitleMatch | undefined): boolean {
  if (best.score === 1 || !next) return best.score >= CLEAR_SCORE;
  if (best.score >= SURE) return next.score < SURE;
  return best.score >= CLEAR_SCORE && best.score - next.score >= CLEAR_LEAD;
}
