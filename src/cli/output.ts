import type { Failure } from '../types.ts';
import { cleanCharacters } from '../text/normalize.ts';

/** Line breaks of Unicode that JSON leaves as they are: some readers of JSON Lines would break the line there. */
const LINE_BREAKS = /[\u0085\u2028\u2029]/g;

/** One JSON value on one line of standard output; everything else the program says goes to standard error. */
export function printJson(value: unknown): void {
  const json = JSON.stringify(value).replace(
    LINE_BREAKS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  process.stdout.write(`${json}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** One line a file, on standard error; file names may hold anything, so what a terminal would obey is removed. */
export function noteFiles(label: string, files: readonly Failure[]): void {
  for (const { source, reason } of files) note(`${label}: ${cleanCharacters(source)}: ${reason}`);
}
