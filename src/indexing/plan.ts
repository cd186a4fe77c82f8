import { isDeepStrictEqual } from 'node:util';
import type { ArticleFile } from '../articles/walk.ts';
import type { IndexedArticle, IndexedFile } from '../search/index-port.ts';
import type { Failure } from '../types.ts';
import { StoredArticles } from './stored-articles.ts';

/** A file as it was found: the hash of its bytes, or why they could not be read. */
export type SeenFile = ArticleFile & ({ hash: string } | { hash: null; reason: string });

/** What the walk through the folder brought. */
export interface Seen {
  files: readonly SeenFile[];
  /** Files and folders that could not be looked into. */
  failures: readonly Failure[];
}

/** What the index before holds. */
export interface Before {
  articles: readonly IndexedArticle[];
  files: readonly IndexedFile[];
}

/** What became of a file that is indexed; skipped files did not change. */
export type FileStatus = 'added' | 'updated' | 'skipped';

/** One article of the next generation. Files with equal bytes are one article. */
export interface PlannedArticle {
  /** The first of its files, under which it is stored, and the others. */
  source: string;
  copies: string[];
  /** sha256 of its files' bytes. */
  hash: string;
  /** File to load it from; null when the text that is stored under `stored` stays. */
  path: string | null;
  /** Source of the article in the index before that has the same bytes, or else was under this source; null when there is none. */
  stored: string | null;
}

export interface Plan {
  articles: PlannedArticle[];
  /** How each file of the folder is to be noted; those that are left out carry the reason. */
  files: IndexedFile[];
  /** What becomes of each file that is indexed. */
  statuses: ReadonlyMap<string, FileStatus>;
  deleted: number;
  /** Whether the next generation would differ from the one before. */
  changed: boolean;
}

/**
 * Compares the files of the folder with the index before. With `reuse`, files whose bytes are known keep their stored text, or the reason why
 * they cannot be used; without it every file is read again. What cannot be read keeps what the index had of it. Pure.
 */
export function planReindex(seen: Seen, before: Before, reuse: boolean): Plan {
  const known = new Map(before.files.map((file) => [file.source, file]));
  const files = seen.files.map((file) => fileRow(file, reasonToLeaveOut(file, known.get(file.source), reuse)));
  const stored = new StoredArticles(before.articles);
  const present = new Set(seen.files.map(({ source }) => source));
  const missing = stored.sources.filter((source) => !present.has(source));
  const failed = new Set(seen.failures.map(({ source }) => source));
  const unreachable = missing.filter((source) => pathsTo(source).some((path) => failed.has(path)));
  const usable = seen.files.filter((_, index) => files[index]?.reason === null);
  const failing = files.filter(({ reason }) => reason !== null).map(({ source }) => source);
  const articles = groupByHash(usable).map((group) => planArticle(group, stored, reuse));
  articles.push(...stored.keep([...failing, ...unreachable], new Set(articles.map(({ hash }) => hash))));
  return {
    articles: articles.sort((a, b) => (a.source < b.source ? -1 : 1)),
    files,
    statuses: new Map(usable.map((file) => [file.source, statusOf(file, stored, reuse)])),
    deleted: missing.length - unreachable.length,
    changed: articles.some(({ path }) => path !== null) || !sameFiles(files, known),
  };
}

function fileRow({ source, bytes, modified, hash }: SeenFile, reason: string | null): IndexedFile {
  return { source, bytes, modified, hash, reason };
}

function reasonToLeaveOut(file: SeenFile, known: IndexedFile | undefined, reuse: boolean): string | null {
  if (file.hash === null) return file.reason;
  return reuse && known?.hash === file.hash ? known.reason : null;
}

/** The folder of all articles, each folder on the way to a file, and the file. */
function pathsTo(source: string): string[] {
  const names = source.split('/');
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
}

type Group = [first: SeenFile, ...copies: SeenFile[]];

function groupByHash(files: readonly SeenFile[]): Group[] {
  const groups = new Map<string | null, Group>();
  for (const file of files) {
    const group = groups.get(file.hash);
    if (group) group.push(file);
    else groups.set(file.hash, [file]);
  }
  return [...groups.values()];
}

/** Under another name the same bytes are read again, since format and title may come from the name; their embeddings are known. */
function planArticle([first, ...copies]: Group, stored: StoredArticles, reuse: boolean): PlannedArticle {
  const hash = first.hash ?? '';
  const former = stored.withHash(hash) ?? stored.at(first.source);
  const stays = reuse && former?.hash === hash && former.source === first.source;
  return {
    ...{ source: first.source, copies: copies.map(({ source }) => source), hash },
    ...{ path: stays ? null : first.path, stored: former?.source ?? null },
  };
}

function statusOf(file: SeenFile, stored: StoredArticles, reuse: boolean): FileStatus {
  const former = stored.at(file.source);
  if (!former) return 'added';
  return reuse && former.hash === file.hash ? 'skipped' : 'updated';
}

function sameFiles(files: readonly IndexedFile[], known: ReadonlyMap<string, IndexedFile>): boolean {
  return files.length === known.size && files.every((file) => isDeepStrictEqual(file, known.get(file.source)));
}
