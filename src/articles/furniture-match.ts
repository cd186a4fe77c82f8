import { PREFIXES, SUFFIXES, WORDS, type FurnitureKind } from './furniture.ts';

const MAX_LINE = 200;
const MAX_PREFIXED = 160;
const MAX_SUFFIXED = 60;
/** Longest entry of the table in words of a row. */
const MAX_WORDS = 6;
const EDGE = /[\p{L}\p{N}]/u;

/** The form in which furniture is compared: lower case, no white space, no punctuation at either end. */
export function keyOf(line: string): string {
  const compact = line.toLowerCase().replace(/\s+/g, '');
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

const prefixes = affixes(PREFIXES);
const suffixes = affixes(SUFFIXES);

function affixes(table: Partial<Record<FurnitureKind, string>>): [string, FurnitureKind][] {
  return Object.entries(table).flatMap(([kind, list]) =>
    list.split('/').map((entry): [string, FurnitureKind] => [entry.toLowerCase().replace(/\s+/g, ''), kind as FurnitureKind]),
  );
}

/** What a line is when it is known furniture as a whole: one entry, or a row of entries; undefined for anything else. */
export function furnitureKind(line: string): FurnitureKind | undefined {
  if (line.length > MAX_LINE) return undefined;
  const key = keyOf(line);
  return words.get(key) ?? words.get(withoutCount(key)) ?? affixKind(line, key) ?? rowKind(line);
}

/** "댓글12개", "추천3", "comments(4)" without the count. */
function withoutCount(key: string): string {
  return key.replace(/[(:\s]*\d[\d,]{0,9}[)]?(?:개|건|명|회|개의댓글)?$/u, '') || (/^\d+개의댓글$/u.test(key) ? 'comments' : '');
}

function affixKind(line: string, key: string): FurnitureKind | undefined {
  if (line.length > MAX_PREFIXED || key === '') return undefined;
  const compact = line.toLowerCase().replace(/\s+/g, '');
  const prefix = prefixes.find(([start]) => compact.startsWith(start) || key.startsWith(start));
  if (prefix) return prefix[1];
  return line.length <= MAX_SUFFIXED ? suffixes.find(([end]) => key.endsWith(end) && key.length <= end.length + 24)?.[1] : undefined;
}

/**
 * A row of entries: "페이스북 트위터 카카오톡", "About | Contact | Privacy". All of it is known, or most of it and of one kind;
 * a headline that happens to hold two of the words is neither.
 */
function rowKind(line: string): FurnitureKind | undefined {
  const cells = line.split(/[\s|·ㆍ•,/>&-]+/).filter((cell) => keyOf(cell) !== '');
  if (cells.length < 2) return undefined;
  const found = new Map<FurnitureKind, number>();
  let matched = 0;
  for (let at = 0; at < cells.length;) {
    const taken = longestEntry(cells, at);
    if (taken) found.set(taken.kind, (found.get(taken.kind) ?? 0) + taken.size);
    matched += taken?.size ?? 0;
    at += taken?.size ?? 1;
  }
  if (matched === 0) return undefined;
  const [kind, size] = [...found].reduce((most, one) => (one[1] > most[1] ? one : most));
  const oneKind = size >= 2 && matched >= cells.length * 0.6 && size >= matched * 0.7 && found.size < cells.length;
  return matched === cells.length || (oneKind && matched > 2) ? kind : undefined;
}

function longestEntry(cells: string[], at: number): { kind: FurnitureKind; size: number } | undefined {
  for (let size = Math.min(MAX_WORDS, cells.length - at); size >= 1; size--) {
    const kind = words.get(keyOf(cells.slice(at, at + size).join('')));
    if (kind) return { kind, size };
  }
  return undefined;
}
