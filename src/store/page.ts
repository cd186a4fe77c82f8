/** Which part of a list is wanted, newest first. */
export interface PageRequest {
  /** At most so many entries, 1 or more. */
  limit: number;
  /** `next` of the page before; absent for the first page. */
  before?: number;
}

export interface Page<Entry> {
  entries: Entry[];
  /** Where the next page begins; null when this is the last. */
  next: number | null;
}

/**
 * Reads one page of rows that carry their running number.
 * @param read Gives at most `limit` rows with a number below `before`, highest first.
 * @throws RangeError when the limit is no whole number above 0.
 */
export function readPage<Row extends { number: number }>(
  { limit, before }: PageRequest,
  read: (before: number, limit: number) => Row[],
): { rows: Row[]; next: number | null } {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError(`A page has 1 or more entries, not ${limit}`);
  const rows = read(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  return { rows: page, next: more ? (page.at(-1)?.number ?? null) : null };
}
