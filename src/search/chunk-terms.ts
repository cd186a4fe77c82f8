import { termsOf } from '../text/terms.ts';

/** The terms of a chunk: article title and section headings count as part of its text. */
export function chunkTerms(title: string, headings: readonly string[], text: string): string[] {
  return termsOf([title, ...headings, text].join('\n'));
}
