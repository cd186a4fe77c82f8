import { z } from 'zod';
import { UsageError } from '../errors.ts';

/** A question with what is known of its answer. */
export interface EvalQuestion {
  id: string;
  question: string;
  /** Whether it is small talk, to be taken as such. */
  smallTalk: boolean;
  /** Wordings of which one has to stand in what is shown; empty when the articles do not answer the question. */
  answers: string[];
  /** Sources that hold the answer, or beginnings of their names; empty when that is not known. */
  articles: string[];
  /** A name for questions that are reported together. */
  kind: string;
}

const Line = z.object({
  id: z.coerce.string().optional(),
  question: z.string().min(1),
  smallTalk: z.union([z.boolean(), z.stringbool()]).default(false),
  answers: z.array(z.string()).default([]),
  articles: z.array(z.string()).default([]),
  kind: z.string().default('question'),
});

/**
 * Reads questions from JSON Lines (question, answers, articles, smallTalk, id, kind) or from CSV with a header line of the same names, several
 * answers or articles separated by "|".
 * @throws UsageError that names the line that cannot be used.
 */
export function parseQuestions(text: string, name: string): EvalQuestion[] {
  const content = text.replace(/^\uFEFF/, '');
  const rows = name.toLowerCase().endsWith('.csv') ? csvRows(content) : jsonRows(content, name);
  return rows.map(({ line, value }) => {
    const parsed = Line.safeParse(value);
    if (!parsed.success) throw new UsageError(`${name}, line ${line}: ${z.prettifyError(parsed.error)}`);
    return { ...parsed.data, id: parsed.data.id ?? String(line) };
  });
}

interface Row {
  line: number;
  value: unknown;
}

function jsonRows(text: string, name: string): Row[] {
  return text.split('\n').flatMap((line, index): Row[] => {
    if (line.trim() === '') return [];
    try {
      return [{ line: index + 1, value: JSON.parse(line) as unknown }];
    } catch {
      throw new UsageError(`${name}, line ${index + 1}: not JSON. Each line is one object with "question" and "answers".`);
    }
  });
}

function csvRows(text: string): Row[] {
  const [header = [], ...records] = csvRecords(text);
  const lists = new Set(['answers', 'articles']);
  return records.map((record, index) => ({
    line: index + 2,
    value: Object.fromEntries(
      header.flatMap((key, column): [string, unknown][] => {
        const cell = record[column]?.trim() ?? '';
        if (cell === '') return [];
        return [[key.trim(), lists.has(key.trim()) ? cell.split('|').map((part) => part.trim()) : cell]];
      }),
    ),
  }));
}

/** Records of RFC 4180 CSV; empty lines are left out. */
function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  for (const line of text.matchAll(/(?:"(?:[^"]|"")*"|[^"\n])+/g)) {
    const cells = [...line[0].replace(/\r$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
    if (line[0].trim() !== '') records.push(cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
  }
  return records;
}
