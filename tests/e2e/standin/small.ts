/** Resolves after `milliseconds`. */
export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Length in code points, which is how Discord counts. */
export const length = (text: string | null | undefined): number => Array.from(text ?? '').length;

/** A time as Discord writes it. */
export const timestamp = (at = Date.now()): string => new Date(at).toISOString().replace('Z', '000+00:00');

/** A value as short JSON for a message. */
export function short(value: unknown, limit = 300): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

/** A JSON object (not an array, not null). */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that may be one or many, as many. */
export const many = <Item>(value: Item | Item[]): Item[] => (Array.isArray(value) ? value : [value]);

/** Names joined for a message, or "none". */
export const listed = (names: string[]): string => names.join(', ') || 'none';
