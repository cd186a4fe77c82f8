import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.ts';

const Line = z.looseObject({ id: z.union([z.string(), z.number()]).nullish(), question: z.string() });

/** Where the questions come from: words of the command line or a JSON Lines file ("-" is standard input). */
export interface QuestionSource {
  question: string | undefined;
  batch: string | undefined;
}

export interface BatchQuestion {
  /** As it was given, so that whoever reads the output finds it again. */
  id: string | number | null;
  question: string;
}

/**
 * The one question of the command line, or the questions of a JSON Lines file with `id` and `question` (other fields are ignored).
 * @throws UsageError when neither or both are given, or a line cannot be used.
 */
export async function readQuestions({ question, batch }: QuestionSource): Promise<BatchQuestion[]> {
  if (question !== undefined && batch !== undefined) throw new UsageError('give either a question or --batch FILE, not both.');
  if (question !== undefined) return [{ id: null, question }];
  if (batch === undefined) throw new UsageError('the question is missing. Give it in quotes, or a file with --batch FILE.');
  const name = batch === '-' ? 'standard input' : batch;
  const lines = (await readBatch(batch)).replace(/^\uFEFF/, '').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${name}, line ${index + 1}`)]));
}

async function readBatch(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--batch ${file} cannot be read: ${messageOf(error)}`);
  }
}

function parseLine(line: string, place: string): BatchQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${place}: not JSON. Each line is one object, for example {"id": "1", "question": "…"}.`);
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success) throw new UsageError(`${place}: an object with "question" (text) and, if wanted, "id" is expected.`);
  return { id: parsed.data.id ?? null, question: parsed.data.question };
}
