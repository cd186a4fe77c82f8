import { lstatSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import type { Failure } from '../types.ts';
import { errorCode } from './error-code.ts';
import { formatOf, unsupportedReason } from './formats.ts';

/** A file that can be read: `source` is shown and stored (NFC), `path` opens it. */
export interface ArticleFile {
  source: string;
  path: string;
  bytes: number;
  /** Time of the last change in milliseconds since 1970. */
  modified: number;
}

export interface WalkLimits {
  /** Folders below the articles folder; deeper ones are reported. */
  maxDepth: number;
  /** Longest path in bytes, from the root of the file system. */
  maxPathBytes: number;
}

export interface Walk {
  files: ArticleFile[];
  failures: Failure[];
}

interface Folder {
  path: string;
  relative: string;
  depth: number;
}

/** Entries looked at between two turns of the event loop. */
const ENTRIES_A_TURN = 1000;

/**
 * Lists the articles below a folder, sorted by source; whatever cannot be an article is listed with its reason.
 * Walks on its own because a recursive `readdir` silently stops in very deep folders. Symbolic links are never followed,
 * dot files and dot folders are not looked at.
 * @throws UserError when the folder is missing, cannot be read or is a file.
 */
export async function walkArticles(root: string, limits: WalkLimits): Promise<Walk> {
  requireFolder(root);
  const walk: Walk = { files: [], failures: [] };
  const folders: Folder[] = [{ path: root, relative: '', depth: 0 }];
  let seen = 0;
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    for (const name of namesIn(folder, walk.failures)) {
      visit(folder, name, limits, walk, folders);
      if (++seen % ENTRIES_A_TURN === 0) await setImmediate();
    }
  }
  return { files: nameApart(walk.files), failures: walk.failures.sort(bySource) };
}

function requireFolder(root: string): void {
  let stats: Stats | undefined;
  try {
    stats = statSync(root, { throwIfNoEntry: false });
    if (stats?.isDirectory()) readdirSync(root);
  } catch (error) {
    throw new UserError(`the articles folder "${root}" cannot be read (${errorCode(error)}): check its permissions`);
  }
  if (!stats) throw new UserError(`the articles folder "${root}" does not exist: create it and put articles into it`);
  if (!stats.isDirectory()) throw new UserError(`"${root}" is a file: name the folder that holds the articles`);
}

function namesIn(folder: Folder, failures: Failure[]): string[] {
  try {
    return readdirSync(folder.path);
  } catch (error) {
    failures.push({ source: sourceOf(folder.relative), reason: `folder cannot be read: ${errorCode(error)}` });
    return [];
  }
}

function visit(folder: Folder, name: string, limits: WalkLimits, walk: Walk, folders: Folder[]): void {
  if (name.startsWith('.')) return;
  const path = join(folder.path, name);
  const relative = folder.relative === '' ? name : `${folder.relative}/${name}`;
  const fail = (reason: string) => void walk.failures.push({ source: sourceOf(relative), reason });
  if (Buffer.byteLength(path) > limits.maxPathBytes) {
    fail(`path longer than ${limits.maxPathBytes} bytes: move it up or shorten its name`);
    return;
  }
  let stats: Stats;
  try {
    stats = lstatSync(path);
  } catch (error) {
    fail(name.includes('\uFFFD') ? 'file name is not valid UTF-8: rename it' : `cannot be read: ${errorCode(error)}`);
    return;
  }
  if (stats.isDirectory()) {
    if (folder.depth < limits.maxDepth) folders.push({ path, relative, depth: folder.depth + 1 });
    else fail(`deeper than ${limits.maxDepth} folders: move it up`);
  } else if (stats.isSymbolicLink()) fail('symbolic link: not followed; put the file itself here');
  else if (!stats.isFile()) fail('not a regular file');
  else if (!formatOf(name)) fail(unsupportedReason(name));
  else walk.files.push({ source: relative, path, bytes: stats.size, modified: stats.mtimeMs });
}

/** Two names that are the same text in NFC both stay: the second, in the order of their bytes, gets a number. */
function nameApart(files: ArticleFile[]): ArticleFile[] {
  const taken = new Set<string>();
  const apart = files.sort(bySource).map((file) => {
    const source = sourceOf(file.source);
    let unique = source;
    for (let number = 2; taken.has(unique); number++) unique = source.replace(/(\.[^./]*)$/u, ` (${number})$1`);
    taken.add(unique);
    return { ...file, source: unique };
  });
  return apart.sort(bySource);
}

function sourceOf(relative: string): string {
  return relative.toWellFormed().normalize('NFC');
}

function bySource(a: { source: string }, b: { source: string }): number {
  return a.source < b.source ? -1 : a.source > b.source ? 1 : 0;
}
