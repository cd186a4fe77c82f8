import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Random numbers in [0, 1). */
type Random = () => number;

const PAGE = 512;

/** What may have happened to a file. `others` are files that may have come into its place. */
export const MUTATIONS = {
  'bit flip': (path, random) => {
    change(path, (bytes) => {
      const at = below(bytes.length, random);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8, random));
    });
  },
  cut: (path, random) => {
    truncateSync(path, below(readFileSync(path).length, random));
  },
  'zero page': (path, random) => {
    change(path, (bytes) => pageOf(bytes, random).fill(0));
  },
  'garbage page': (path, random) => {
    change(path, (bytes) => {
      const page = pageOf(bytes, random);
      page.forEach((_, at) => (page[at] = below(256, random)));
    });
  },
  append: (path, random) => {
    writeFileSync(path, Buffer.from(Array.from({ length: 1 + below(PAGE, random) }, () => below(256, random))), { flag: 'a' });
  },
  'exchange with another file': (path, random, others) => {
    const other = others[below(others.length, random)] ?? path;
    const [one, two] = [readFileSync(path), readFileSync(other)];
    writeFileSync(path, two);
    writeFileSync(other, one);
  },
  'file of the other generation': (path, _, __, elsewhere) => {
    cpSync(elsewhere, path);
  },
  missing: (path) => {
    rmSync(path);
  },
} satisfies Record<string, (path: string, random: Random, others: readonly string[], elsewhere: string) => void>;

export type Mutation = keyof typeof MUTATIONS;

function change(path: string, work: (bytes: Buffer) => unknown): void {
  const bytes = readFileSync(path);
  if (bytes.length > 0) work(bytes);
  writeFileSync(path, bytes);
}

function pageOf(bytes: Buffer, random: Random): Buffer {
  const page = below(Math.ceil(bytes.length / PAGE), random);
  return bytes.subarray(page * PAGE, (page + 1) * PAGE);
}

/** A whole number from 0 to below the limit. */
export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** Does one mutation to one of the files of a folder, and names both. `elsewhere` holds files of the same names. */
export function mutate(
  folder: string,
  names: readonly string[],
  elsewhere: string,
  random: Random,
  kinds: readonly Mutation[] = Object.keys(MUTATIONS) as Mutation[],
): string {
  const name = names[below(names.length, random)] ?? '';
  const kind = kinds[below(kinds.length, random)] ?? 'missing';
  const others = names.filter((other) => other !== name).map((other) => join(folder, other));
  MUTATIONS[kind](join(folder, name), random, others, join(elsewhere, name));
  return `${kind} in ${basename(folder)}/${name}`;
}
