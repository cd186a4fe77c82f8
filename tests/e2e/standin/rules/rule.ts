import type { Problem } from '../api-errors.ts';

/** A broken limit that only the documentation's prose states. */
export const rule = (path: Problem['path'], code: string, message: string): Problem => ({ path, keyword: 'rule', code, message });

/** A text or list that is longer than `limit`. */
export const tooLong = (path: Problem['path'], limit: number): Problem =>
  rule(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`);

/** A field that has to be there. */
export const required = (path: Problem['path']): Problem => rule(path, 'BASE_TYPE_REQUIRED', 'This field is required');

/** The values that come more than once, each with the index of its repetition. */
export function repeated<Item>(items: readonly Item[], key: (item: Item) => string | undefined): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const value = key(item);
    if (value === undefined) return [];
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}
