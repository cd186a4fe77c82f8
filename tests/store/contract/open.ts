import type { Page } from '../../../src/store/page.ts';
import type { Store, StoreOptions } from '../../../src/store/store.ts';

/** A store on data of its own, closed and removed when the test ends; `reopen` closes it and opens the same data again. */
export type OpenTestStore = (options?: Partial<StoreOptions>) => Promise<{
  store: Store;
  reopen: (options?: Partial<StoreOptions>) => Store;
}>;

/** Strings that are more than letters to some part of a program. */
export const HOSTILE = [
  "'; DROP TABLE feedback; --",
  '" OR 1=1 --',
  '%_\\',
  '@member :answer $1 ?',
  'a\0b',
  '\ud800 lone',
  '👩‍👩‍👧‍👦🇰🇷',
  '__proto__',
  '가'.repeat(100_000),
];

/** The entries of all pages, page by page. */
export function pagesOf<Entry>(read: (before: { before?: number }) => Page<Entry>): Entry[][] {
  const pages: Entry[][] = [];
  for (let page = read({}); ; page = read({ before: page.next })) {
    pages.push(page.entries);
    if (page.next === null) return pages;
  }
}
