import { Verifier } from '../../../src/answer/generative/verify.ts';
import type { Answer } from '../../../src/answer/answer.ts';

type Proven = Pick<Answer, 'citations' | 'generated'>;

/** G11: what of an answer is not proven: quotes that are not the stored bytes, sentences that their own quotes do not support. */
export async function unproven(answer: Proven, textOf: (source: string) => Promise<string | undefined>): Promise<string[]> {
  const problems: string[] = [];
  for (const { source, start, end, quote } of answer.citations) {
    const stored = (await textOf(source))?.slice(start, end) ?? '';
    if (quote === '' || !Buffer.from(quote).equals(Buffer.from(stored))) problems.push(`not the stored text: ${quote}`);
  }
  for (const sentence of answer.generated ?? []) {
    if (!(await isSupported(sentence, answer))) problems.push(`without support: ${sentence.text}`);
  }
  return problems;
}

/** Whether the quotes with the sentence's numbers, and nothing else, say what it says. */
async function isSupported({ text, numbers }: { text: string; numbers: number[] }, { citations }: Proven): Promise<boolean> {
  const quotes = numbers.map((number) => citations.find((citation) => citation.number === number));
  if (quotes.length === 0 || !quotes.every((quote) => quote !== undefined)) return false;
  const passages = quotes.map(({ quote, title, date }) => {
    return { text: quote, title, date, sentences: [{ start: 0, end: quote.length }] };
  });
  const markers = passages.map((_, index) => `[${index + 1}]`).join('');
  const verified = await new Verifier(passages, null).check(`${text} ${markers}`);
  return verified?.sources.length === quotes.length;
}

/** How many quotes and sentences of a model were looked at. */
export function countOf({ citations, generated }: Proven): { quotes: number; sentences: number } {
  return { quotes: citations.length, sentences: generated?.length ?? 0 };
}
