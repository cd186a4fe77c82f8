import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * What writes to the disk, call by call as node:fs has it: synchronous, and failing as the system fails. The index is written through a
 * value of this type, so that a test can hand in a disk that is full, fails, or loses what was not forced to it. Native code (SQLite,
 * the graph library) writes past it, reading too: what was written is proved by reading the real files.
 */
export interface FileSystem {
  openSync(path: string, flags: 'r' | 'r+' | 'w' | 'wx'): number;
  /** Returns how many bytes were written, which may be fewer; without a position it writes where the last write ended. */
  writeSync(file: number, bytes: Uint8Array, offset: number, length: number, position?: number): number;
  ftruncateSync(file: number, length: number): void;
  fsyncSync(file: number): void;
  closeSync(file: number): void;
  renameSync(from: string, to: string): void;
  /** Returns the outermost directory it made, if any. */
  mkdirSync(path: string, options: { recursive: true }): string | undefined;
  rmSync(path: string, options: { recursive?: true; force: true }): void;
}

export const nodeFileSystem: FileSystem = {
  ...{ openSync, writeSync, ftruncateSync, fsyncSync, closeSync },
  ...{ renameSync, mkdirSync, rmSync },
};

/** Forces to the disk what a file or directory holds. Needed for files that native code wrote, and for the directory after a rename. */
export function syncPath(path: string, fileSystem: FileSystem = nodeFileSystem): void {
  const file = fileSystem.openSync(path, 'r');
  try {
    fileSystem.fsyncSync(file);
  } finally {
    fileSystem.closeSync(file);
  }
}

/** Makes a directory and those above it that are missing, and forces the names of the new ones to the disk. */
export function makeDirectory(path: string, fileSystem: FileSystem = nodeFileSystem): void {
  const outermost = fileSystem.mkdirSync(path, { recursive: true });
  if (outermost === undefined) return;
  const above = dirname(resolve(outermost));
  for (let directory = resolve(path); directory !== above; directory = dirname(directory))
    syncPath(dirname(directory), fileSystem);
}

/** The text of a small file. As bytes first: where a file fails to close, Node.js ends the process if it was to read text. */
export function readText(path: string): string {
  return readFileSync(path).toString('utf8');
}
