import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '../../../src/articles/load.ts';
import { splitDocument } from '../../../src/articles/split.ts';
import type { Passage } from '../../../src/answer/generative/source.ts';

export const SHIPPED = join(import.meta.dirname, '../../../articles');

/** The passages of all articles of a folder. */
export async function passagesOf(folder = SHIPPED): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const name of readdirSync(folder).sort()) {
    const document = await parseArticle(name, readFileSync(join(folder, name)));
    for (const { start, end, sentences } of splitDocument(document)) {
      passages.push({
        ...{ text: document.text.slice(start, end), title: document.title, date: document.date },
        sentences: sentences.map((span) => ({ start: span.start - start, end: span.end - start })),
      });
    }
  }
  return passages;
}

/** A sentence written over passages as the model gets them: its own one is the first, others follow. */
export interface Written {
  kind: string;
  text: string;
  passages: readonly Passage[];
}

/** Its sentences that say something: no headings, no questions. */
export function statementsOf({ text, sentences }: Passage): string[] {
  return sentences
    .map(({ start, end }) => text.slice(start, end).replace(/^[▲-]\s*/u, ''))
    .filter(
      (sentence) =>
        /[.다]["'”’]?$/u.test(sentence) && !sentence.includes('?') && sentence.length >= 20 && !sentence.includes('\n'),
    );
}

/** The passage itself and four others, as a search might bring them up. */
export function around(passages: readonly Passage[], index: number): Passage[] {
  return [0, 1, 2, 7, 11].map((step) => passages[(index + step) % passages.length]!);
}
