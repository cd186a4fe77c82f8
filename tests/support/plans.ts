import { planReindex, type Before, type Plan, type SeenFile } from '../../src/indexing/plan.ts';
import type { IndexedArticle, IndexedFile } from '../../src/search/index-port.ts';
import type { Failure } from '../../src/types.ts';

/** Files of a folder: the hash of each, or null for one that cannot be read. */
export type Folder = Readonly<Record<string, string | null>>;

export const seen = (folder: Folder): SeenFile[] =>
  Object.entries(folder)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, hash]) => {
      const file = { source, path: `/${source}`, bytes: 1, modified: 2 };
      return hash === null ? { ...file, hash, reason: 'permission denied' } : { ...file, hash };
    });

export const article = (source: string, hash: string, copies: string[] = []): IndexedArticle => ({
  ...{
    id: 0,
    source,
    hash,
    copies,
    title: source,
    publisher: null,
    reporter: null,
    date: null,
    url: null,
    korean: true,
    chunks: 1,
  },
});

export const file = (source: string, hash: string | null, reason: string | null = null): IndexedFile => ({
  source,
  hash,
  bytes: 1,
  modified: 2,
  reason,
});

/** The index that a plan leads to when every file that is loaded can be used, except those with a hash that is `broken`. */
export function indexAfter(plan: Plan): Before {
  return { articles: plan.articles.map(({ source, hash, copies }) => article(source, hash, copies)), files: plan.files };
}

const EMPTY: Before = { articles: [], files: [] };
export const planOf = (folder: Folder, before = EMPTY, { reuse = true, failures = [] as Failure[] } = {}): Plan =>
  planReindex({ files: seen(folder), failures }, before, reuse);
export const indexed = (folder: Folder): Before => indexAfter(planOf(folder));
export const counts = ({ statuses, deleted }: Plan): Record<string, number> => {
  const all = [...statuses.values()];
  const count = (status: string) => all.filter((each) => each === status).length;
  return { added: count('added'), updated: count('updated'), skipped: count('skipped'), deleted };
};
export const loads = (plan: Plan): string[] => plan.articles.filter(({ path }) => path !== null).map(({ source }) => source);
