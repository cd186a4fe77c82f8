import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

const BLOCK = 4 * 1024 * 1024;

/** Writes a file and forces it to the disk; a failed write or fsync throws. */
export function writeDurably(path: string, bytes: Uint8Array | string): void {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const file = openSync(path, 'wx');
  try {
    for (let done = 0; done < buffer.length; ) done += writeSync(file, buffer, done, Math.min(BLOCK, buffer.length - done));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Forces to the disk what a file or directory holds. Needed for files that native code wrote, and for the directory after a rename. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What a file holds: its size and the sha256 of every byte, as read back from the disk. */
export interface FileDigest {
  bytes: number;
  sha256: string;
}

export function digestFile(path: string): FileDigest {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(BLOCK);
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (;;) {
      const read = readSync(file, block, 0, BLOCK, null);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(block.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
}
