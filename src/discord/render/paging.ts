import type { Button } from './components.ts';

/** A page of a list: numbers start at 1. */
export interface PageOf<Entry> {
  entries: readonly Entry[];
  number: number;
  of: number;
}

/** The page with a number that anyone may have made up: the last one when it lies beyond, the first when it is none. */
export function pageOf<Entry>(all: readonly Entry[], number: number, size: number): PageOf<Entry> {
  const of = Math.max(1, Math.ceil(all.length / size));
  const within = Number.isSafeInteger(number) ? Math.min(Math.max(number, 1), of) : 1;
  return { entries: all.slice((within - 1) * size, within * size), number: within, of };
}

/** ◀ and ▶ for a list of more than one page, else nothing. @param id Gives the custom id of the button to a page. */
export function pageButtons(
  { number, of }: Pick<PageOf<unknown>, 'number' | 'of'>,
  labels: { previous: string; next: string },
  id: (page: number) => string,
): Button[] {
  if (of <= 1) return [];
  return [
    { id: id(number - 1), emoji: '◀️', label: labels.previous, disabled: number <= 1 },
    { id: id(number + 1), emoji: '▶️', label: labels.next, disabled: number >= of },
  ];
}
