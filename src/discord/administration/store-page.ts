import type { Page, PageRequest } from '../../store/page.ts';

/** A page of a list that the store keeps, by its number from 1. */
export interface NumberedPage<Entry> {
  entries: Entry[];
  number: number;
  hasNext: boolean;
}

/** Entries on one page. */
export const A_PAGE = 5;
/** The store reads from the beginning: further back nobody leafs. */
const MOST_PAGES = 100;

/** Reads the page with a number that anyone may have made up: the last one when it lies beyond, the first when it is none. */
export async function numberedPage<Entry>(
  read: (request: PageRequest) => Promise<Page<Entry>>,
  wanted: number,
): Promise<NumberedPage<Entry>> {
  const within = Number.isSafeInteger(wanted) ? Math.min(Math.max(wanted, 1), MOST_PAGES) : 1;
  const { entries, next } = await read({ limit: within * A_PAGE });
  const number = Math.min(within, Math.max(1, Math.ceil(entries.length / A_PAGE)));
  return {
    entries: entries.slice((number - 1) * A_PAGE, number * A_PAGE),
    number,
    hasNext: next !== null && number < MOST_PAGES,
  };
}
