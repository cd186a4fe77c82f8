import { Lexer, parseDocument, Parser } from 'yaml';
import { FRONT_MATTER_KEYS } from './furniture.ts';
import { visibleLine } from './lines.ts';
import type { FoundMetadata } from './reader.ts';

export interface FrontMatter {
  /** The text after the front matter; the whole text when there is none. */
  body: string;
  metadata: FoundMetadata;
  warnings: string[];
}

const MAX_LENGTH = 64_000;
const MAX_VALUE = 500;
/** Metadata are not nested deeper. The parser calls itself for each level, and V8 ends the process where a stack that is nearly full compiles a pattern. */
const MAX_DEPTH = 50;
type Field = keyof typeof FRONT_MATTER_KEYS;
const FIELDS = new Map(
  Object.entries(FRONT_MATTER_KEYS).flatMap(([field, keys]) => keys.split('/').map((key) => [key, field] as [string, Field])),
);

/**
 * Takes the YAML front matter (between two lines of ---) off a text. Front matter that cannot be read costs a warning, never
 * the text. Only strings, numbers and lists of them are looked at; anchors may be used a few times (no alias bombs), and nesting is bounded.
 */
export function takeFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { body: text, metadata: {}, warnings: [] };
  if (!/^\s{0,100}---[ \t]*\n/.test(text.slice(0, 200))) return none;
  const start = text.indexOf('---') + 3;
  const end = closing(text, start);
  if (end === undefined || end.start - start > MAX_LENGTH) return none;
  const yaml = text.slice(start, end.start);
  const body = text.slice(end.end);
  if (yaml.trim() === '') return { ...none, body };
  try {
    if (isTooDeep(yaml)) throw new Error('nested too deeply');
    const document = parseDocument(yaml, { schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    if (document.errors.length > 0) throw new Error('not YAML');
    const value: unknown = document.toJS({ maxAliasCount: 10 });
    // Two rules (---) around prose make a scalar, not a map: that is text, not front matter.
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return none;
    return { body, metadata: metadataOf(value), warnings: [] };
  } catch {
    if (!/^[\p{L}\p{N}_ -]{1,40}:/mu.test(yaml)) return none;
    return { body, metadata: {}, warnings: ['the front matter is not valid YAML and was ignored'] };
  }
}

/** Follows the nesting token by token, without calling itself. */
function isTooDeep(yaml: string): boolean {
  const parser = new Parser();
  for (const token of new Lexer().lex(yaml)) {
    Array.from(parser.next(token));
    if (parser.stack.length > MAX_DEPTH) return true;
  }
  return false;
}

function closing(text: string, from: number): { start: number; end: number } | undefined {
  const pattern = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function metadataOf(value: object): FoundMetadata {
  const metadata: FoundMetadata = {};
  for (const [key, entry] of Object.entries(value)) {
    const field = FIELDS.get(key.trim().toLowerCase());
    const text = field && scalarOf(entry);
    if (field && text && metadata[field] === undefined) metadata[field] = text;
  }
  return metadata;
}

function scalarOf(entry: unknown): string {
  if (typeof entry === 'string' || typeof entry === 'number') return visibleLine(String(entry).slice(0, MAX_VALUE));
  if (Array.isArray(entry)) return entry.slice(0, 5).map(scalarOf).filter(Boolean).join(', ');
  if (typeof entry === 'object' && entry !== null && 'name' in entry) return typeof entry.name === 'string' ? scalarOf(entry.name) : '';
  return '';
}
