import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EvalQuestion } from './questions.ts';

/** A KorQuAD question: its paragraph is one source, all paragraphs of its Wikipedia article share a folder. */
export interface KorquadQuestion extends EvalQuestion {
  source: string;
  folder: string;
  /** Which half its title belongs to: weights are fitted on one, figures reported on the other. */
  half: 'fit' | 'report';
}

const Korquad = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(z.object({ id: z.string(), question: z.string(), answers: z.array(z.object({ text: z.string() })) })),
        }),
      ),
    }),
  ),
});

/**
 * Lays KorQuAD v1 out as a folder of articles, one Markdown file a paragraph with its title in the front matter, and returns its
 * questions. A folder that is already there is taken as it is.
 */
export function layOutKorquad(file: string, folder: string): KorquadQuestion[] {
  const { data } = Korquad.parse(JSON.parse(readFileSync(file, 'utf8')));
  const isNew = !existsSync(folder);
  return data.flatMap(({ title, paragraphs }, index) => {
    const directory = String(index).padStart(3, '0');
    if (isNew) mkdirSync(join(folder, directory), { recursive: true });
    return paragraphs.flatMap(({ context, qas }, ordinal) => {
      const source = `${directory}/${String(ordinal).padStart(3, '0')}.md`;
      if (isNew)
        writeFileSync(join(folder, source), `---\ntitle: ${JSON.stringify(title.replaceAll('_', ' '))}\n---\n${context}\n`);
      return qas.map(({ id, question, answers }) => ({
        ...{ id, question, answers: answers.map(({ text }) => text), articles: [source], kind: 'korquad' },
        smallTalk: false,
        ...{ source, folder: `${directory}/`, half: halfOf(title) },
      }));
    });
  });
}

/** The sources to leave out so that a question's whole article, or only its passage, is missing; passages of the same text included. */
export function sourcesWithout(
  question: KorquadQuestion,
  articles: readonly { source: string; copies: readonly string[] }[],
): { article: string[]; passage: string[] } {
  const matching = (test: (source: string) => boolean): string[] =>
    articles.filter(({ source, copies }) => [source, ...copies].some(test)).map(({ source }) => source);
  return {
    article: matching((source) => source.startsWith(question.folder)),
    passage: matching((source) => source === question.source),
  };
}

/** A title's half depends on its name alone, so that the split stays the same on every machine. */
function halfOf(title: string): 'fit' | 'report' {
  return (createHash('sha256').update(title).digest()[0] ?? 0) % 2 === 0 ? 'fit' : 'report';
}
