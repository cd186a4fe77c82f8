import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { ArticleError } from '../errors.ts';
import type { Document } from '../types.ts';
import { documentOf } from './document.ts';
import { errorCode } from './error-code.ts';
import { formatOf, unsupportedReason, type Format } from './formats.ts';
import type { Reader } from './reader.ts';
import type { ArticleFile } from './walk.ts';

/** Part of the index fingerprint: a new value makes every article read anew. Raise it when the same bytes give another text. */
export const LOADER_VERSION = '3';

/** The bytes of an article and the sha256 (hex) of those very bytes. */
export interface ArticleBytes {
  bytes: Buffer;
  hash: string;
}

/**
 * Reads a file that was listed, without following links and without blocking on pipes. A file that changes while it is read
 * is read once more.
 * @throws ArticleError when it is too large, gone, unreadable or keeps changing.
 */
export async function readArticle(file: Pick<ArticleFile, 'path'>, limits: { maxBytes: number }): Promise<ArticleBytes> {
  const bytes = (await readOnce(file.path, limits.maxBytes)) ?? (await readOnce(file.path, limits.maxBytes));
  if (!bytes) throw new ArticleError('it changed while it was read: index again when it is written');
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** The bytes, or undefined when the file changed meanwhile. */
async function readOnce(path: string, maxBytes: number): Promise<Buffer | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const before = await handle.stat();
    if (!before.isFile()) throw new ArticleError('not a regular file');
    if (before.size > maxBytes) throw new ArticleError(`larger than ${sizeOf(maxBytes)} (${sizeOf(before.size)}): split it`);
    const bytes = await readUpTo(handle, before.size);
    return unchanged(before, await handle.stat(), bytes) ? bytes : undefined;
  } catch (error) {
    if (error instanceof ArticleError) throw error;
    throw new ArticleError(`cannot be read: ${readReason(error)}`);
  } finally {
    await handle?.close();
  }
}

/** At most one byte more than expected, so that a growing file cannot fill the memory. */
async function readUpTo(handle: FileHandle, size: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length <= size) {
    const { bytesRead } = await handle.read(buffer, length, size + 1 - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

function unchanged(before: Stats, after: Stats, bytes: Buffer): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs && bytes.length === before.size;
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${Math.round(bytes / 1e5) / 10} MB`;
}

function readReason(error: unknown): string {
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOENT') return 'the file is gone';
  if (code === 'ELOOP') return 'symbolic link';
  return code;
}

/** One reader a format, loaded when the first file of the format comes. */
const READERS: Record<Format, () => Promise<Reader>> = {
  text: async () => (await import('./readers/plain-text.ts')).readPlainText,
  markdown: async () => (await import('./readers/markdown.ts')).readMarkdown,
  html: async () => (await import('./readers/html.ts')).readHtml,
  pdf: async () => (await import('./readers/pdf.ts')).readPdf,
};

/**
 * The document a file holds: decoded, read by its format, cleaned of page furniture, with its metadata.
 * @throws ArticleError with the reason when it holds no text.
 */
export async function parseArticle(source: string, bytes: Buffer): Promise<Document> {
  const format = formatOf(source);
  if (!format) throw new ArticleError(unsupportedReason(source));
  const read = await READERS[format]();
  return documentOf(source, await read(bytes));
}
