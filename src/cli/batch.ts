import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.ts';

const Line = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String).nullish(), question: z.string() });

export interface BatchQuestion {
  id: string | null;
  question: string;
}

/**
 * The one question of the command line, or the questions of a JSON Lines file with `id` and `question` (other fields are ignored).
 * @throws UsageError when neither or both are given, or a line cannot be used.
 */
export function readBatch(question: string | undefined, file: string | undefined): BatchQuestion[] {
  if ((question === undefined) === (file === undefined)) throw new UsageError('Give either a question or --batch FILE.');
  if (file === undefined) return [{ id: null, question: question ?? '' }];
  return readFile(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${file}, line ${index + 1}`)]));
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
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
