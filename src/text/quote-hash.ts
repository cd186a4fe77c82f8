import { createHash } from 'node:crypto';

/** What a quote is recognised by: the first 16 hexadecimal digits of its sha256. */
export function hashQuote(quote: string): string {
  return createHash('sha256').update(quote).digest('hex').slice(0, 16);
}
