import { withoutSpaces } from '../text/normalize.ts';
import { endsPlainly, endsWithPeriod, quotes } from '../text/shape.ts';
import { COUNT_AFTER, COUNT_BEFORE, PREFIXES, SUFFIXES, WORDS, type FurnitureKind } from './furniture.ts';

const MAX_LINE = 200;
const MAX_PREFIXED = 160;
const MAX_SUFFIXED = 60;
/** Longest entry of the table in words of a row. */
const MAX_WORDS = 6;
const EDGE = /[\p{L}\p{N}]/u;

/** The form in which furniture is compared: lower case, no white space, no punctuation at either end. */
export function keyOf(line: string): string {
  const compact = withoutSpaces(line.toLowerCase());
  let start = 0;
  let end = compact.length;
  while (start < end && !EDGE.test(compact.charAt(start))) start++;
  while (end > start && !EDGE.test(compact.charAt(end - 1))) end--;
  return compact.slice(start, end);
}

const kinds = Object.keys(WORDS) as FurnitureKind[];
const words = new Map<string, FurnitureKind>();
for (const kind of kinds.toReversed()) for (const word of WORDS[kind].split(/\s*\/\s*/)) words.set(keyOf(word) || word.trim(), kind);
words.delete('');
const beginnings = new Set([...words.keys()].flatMap((key) => Array.from({ length: key.length }, (_, index) => key.slice(0, index + 1))));

const prefixes = affixes(PREFIXES);
const suffixes = affixes(SUFFIXES);

function affixes(table: Partial<Record<FurnitureKind, string>>): [string, FurnitureKind][] {
  return Object.entries(table).flatMap(([kind, list]) =>
    list.split('/').map((entry): [string, FurnitureKind] => [withoutSpaces(entry.toLowerCase()), kind as FurnitureKind]),
  );
}

/** What a line is when it is known furniture as a whole: one entry, or a row of entries; undefined for anything else. */
export function furnitureKind(line: string): FurnitureKind | undefined {
  if (line.length > MAX_LINE) return undefined;
  const key = keyOf(line);
  return words.get(key) ?? words.get(withoutCount(key)) ?? affixKind(line, key) ?? rowKind(line);
}

function withoutCount(key: string): string {
  return COUNT_BEFORE.test(key) ? 'comments' : key.replace(COUNT_AFTER, '');
}

/** Statements are no furniture, even when they begin like it; only prompts ("… please log in.") are whole sentences. */
const PROMPTS = new Set<FurnitureKind>(['comment', 'tool']);

function affixKind(line: string, key: string): FurnitureKind | undefined {
  if (line.length > MAX_PREFIXED || key === '' || endsPlainly(line) || quotes(line)) return undefined;
  const compact = withoutSpaces(line.toLowerCase());
  const prefix = prefixes.find(([start]) => compact.startsWith(start) || key.startsWith(start))?.[1];
  if (prefix && (PROMPTS.has(prefix) || !endsWithPeriod(line))) return prefix;
  if (line.length > MAX_SUFFIXED || endsWithPeriod(line)) return undefined;
  return suffixes.find(([end]) => key.endsWith(end) && key.length <= end.length + 24)?.[1];
}

/**
 * A row of entries ("About | Contact | Privacy"). All of it is known, or most of it and of one kind;
 * a headline that happens to hold two of the words is neither.
 */
function rowKind(line: string): FurnitureKind | undefined {
  const cells = line.split(/[\s|·ㆍ•,/>&-]+/).map(keyOf).filter(Boolean);
  if (cells.length < 2) return undefined;
  const { sizes, matched } = countEntries(cells);
  const [kind, size] = [...sizes].reduce<[FurnitureKind | undefined, number]>((most, one) => (one[1] > most[1] ? one : most), [undefined, 0]);
  const mostOfOneKind = matched > 2 && matched >= cells.length * 0.6 && size >= matched * 0.7;
  return matched === cells.length || mostOfOneKind ? kind : undefined;
}

/** How many cells of a row belong to entries of each kind, and to any. */
function countEntries(cells: string[]): { sizes: Map<FurnitureKind, number>; matched: number } {
  const sizes = new Map<FurnitureKind, number>();
  let matched = 0;
  for (let at = 0; at < cells.length;) {
    const taken = longestEntry(cells, at);
    if (taken) sizes.set(taken.kind, (sizes.get(taken.kind) ?? 0) + taken.size);
    matched += taken?.size ?? 0;
    at += taken?.size ?? 1;
  }
  return { sizes, matched };
}

/** The longest entry that begins at a cell; the beginnings of all entries tell early that there is none. */
function longestEntry(cells: string[], at: number): { kind: FurnitureKind; size: number } | undefined {
  let entry: { kind: FurnitureKind; size: number } | undefined;
  let key = '';
  for (let size = 1; size <= MAX_WORDS; size++) {
    key += cells[at + size - 1] ?? '';
    if (at + size > cells.length || !beginnings.has(key)) break;
    const kind = words.get(key);
    if (kind) entry = { kind, size };
  }
  return entry;
}
