import type { ArticleFile } from '../articles/walk.ts';
import type { IndexedArticle, IndexedFile } from '../search/index-port.ts';

/** A file as it was found: its bytes' hash, or why they could not be read. */
export type SeenFile = ArticleFile & ({ hash: string } | { reason: string });

/** What the index before holds. */
export interface Before {
  articles: readonly IndexedArticle[];
  files: readonly IndexedFile[];
}

/** What becomes of a file that is indexed; skipped files are unchanged. */
export type FileStatus = 'added' | 'updated' | 'skipped';

/** One article of the next generation. */
export interface PlannedArticle {
  file: SeenFile;
  /** Other files with the same bytes. */
  copies: string[];
  /** Source under which the generation before holds this very text: nothing has to be read. */
  keep: string | null;
  /** Source under which the generation before holds a former version: to fall back on when the new one cannot be used. */
  former: string | null;
}

export interface Plan {
  articles: PlannedArticle[];
  /** Files that are left out: they cannot be read, or are known to be unusable and have not changed. */
  leftOut: { file: SeenFile; reason: string }[];
  statuses: Map<string, FileStatus>;
  deleted: number;
}

/**
 * Compares the files of the folder with the index before. Files with equal bytes are one article, under the first source. With `reuse`,
 * files whose hash is known keep their stored text or their reason, and a file that cannot be used keeps what it had; without it everything
 * is loaded again. Pure.
 */
export function planReindex(seen: readonly SeenFile[], before: Before, reuse: boolean): Plan {
  const plan: Plan = { articles: [], leftOut: [], statuses: new Map(), deleted: 0 };
  const known = new Map(before.files.map((file) => [file.source, file]));
  const stored = new Map(before.articles.flatMap(({ source, copies }) => [source, ...copies].map((each) => [each, source])));
  const byHash = new Map(before.articles.map(({ hash, source }) => [hash, source]));
  const planned = new Map<string, PlannedArticle>();
  for (const file of seen) {
    const former = reuse ? (stored.get(file.source) ?? null) : null;
    const reason = reasonToLeaveOut(file, known.get(file.source), reuse);
    if (reason !== null || !('hash' in file)) {
      plan.leftOut.push({ file, reason: reason ?? '' });
      if (former !== null) plan.articles.push({ file, copies: [], keep: former, former });
      continue;
    }
    plan.statuses.set(file.source, statusOf(file.hash, known.get(file.source)));
    const first = planned.get(file.hash);
    if (first) first.copies.push(file.source);
    else planned.set(file.hash, { file, copies: [], keep: reuse ? (byHash.get(file.hash) ?? null) : null, former });
  }
  const sources = new Set(seen.map(({ source }) => source));
  plan.deleted = [...stored.keys()].filter((source) => !sources.has(source)).length;
  plan.articles.push(...planned.values());
  return plan;
}

function reasonToLeaveOut(file: SeenFile, known: IndexedFile | undefined, reuse: boolean): string | null {
  if ('reason' in file) return file.reason;
  return reuse && known?.hash === file.hash ? known.reason : null;
}

function statusOf(hash: string, known: IndexedFile | undefined): FileStatus {
  if (known?.reason !== null) return 'added';
  return known.hash === hash ? 'skipped' : 'updated';
}
