import { ArticleError } from '../errors.ts';
import type { Metadata } from '../types.ts';

/** One line of a page as its reader saw it: a paragraph, a heading, an item of a list, a row of a table. */
export interface Block {
  /** White space collapsed, never empty. */
  text: string;
  /** 1..6 for a heading, 0 for anything else. */
  level: number;
  /** Whether an empty line or the border of a paragraph stands before it. */
  gap: boolean;
  /** Whether it is an item of a list. */
  item: boolean;
  /** Share of its characters that are links, 0..1. */
  links: number;
}

/** What a format says of an article outside of its text; unknown fields are absent. */
export type FoundMetadata = { [Field in keyof Metadata]?: string };

/** What a reader makes of a file. */
export interface Reading {
  blocks: Block[];
  /** Lines of the file that are certainly not the article's, but may name its publisher and its day. */
  around?: Block[];
  metadata: FoundMetadata;
  warnings: string[];
  /** Whether the file is a page of a site (its metadata says so), so that furniture of pages is to be expected. */
  page: boolean;
}

/**
 * Reads one format. Every block's text occurs in the visible text of the file (NFC, white space collapsed, invisible
 * characters removed): nothing is reworded. Throws ArticleError with the reason when the bytes cannot be read.
 */
export type Reader = (bytes: Buffer) => Promise<Reading>;

/** A block of a line of text. */
export function blockOf(text: string, more: Partial<Omit<Block, 'text'>> = {}): Block {
  return { text, level: 0, gap: false, item: false, links: 0, ...more };
}

/** No article has so many lines; the work on each of them would take minutes. */
const MAX_LINES = 200_000;

/** @throws ArticleError when a file has more lines than any article. */
export function requireFewLines(lines: number): void {
  if (lines > MAX_LINES) throw new ArticleError(`more than ${MAX_LINES} lines: split it`);
}
