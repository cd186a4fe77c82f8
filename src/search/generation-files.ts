import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem, type FileSystem } from '../file-system.ts';

/** Names of the files of a generation's directory. */
export const FILES = { database: 'index.sqlite', sentences: 'sentences.i8', chunks: 'chunks.f32', graph: 'chunks.hnsw' } as const;

/** Files of the data directory that belong to no generation. */
export const LOCK_FILE = 'index.lock';
export const LOCK_OWNER_FILE = 'index.lock.owner';
export const JOURNAL_FILE = 'embeddings.journal';

/** Start of the names of directories that are being written. */
export const TEMPORARY_PREFIX = 'unpublished-';
const NAME = /^generation-(\d{6,15})$/;

export function generationName(generation: number): string {
  return `generation-${String(generation).padStart(6, '0')}`;
}

/** Numbers of the published generations in a data directory, newest first. The number orders them, never the clock. */
export function listGenerations(dataDirectory: string): number[] {
  if (!existsSync(dataDirectory)) return [];
  return readdirSync(dataDirectory)
    .map((name) => NAME.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => b - a);
}

/** Whether an entry of a data directory is the index's own. */
export function isOwnEntry(name: string): boolean {
  const single: readonly string[] = [LOCK_FILE, LOCK_OWNER_FILE, JOURNAL_FILE];
  return single.includes(name) || name.startsWith(TEMPORARY_PREFIX) || NAME.test(name);
}

/** Removes what runs that were killed left behind. Call under the lock. */
export function removeLeftovers(dataDirectory: string, fileSystem: FileSystem = nodeFileSystem): void {
  for (const name of readdirSync(dataDirectory)) {
    if (name.startsWith(TEMPORARY_PREFIX)) fileSystem.rmSync(join(dataDirectory, name), { recursive: true, force: true });
  }
}
