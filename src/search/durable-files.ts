import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StoreError } from '../errors.ts';
import { nodeFileSystem, type FileSystem } from '../file-system.ts';

const BLOCK = 4 * 1024 * 1024;

/** What a file holds: its size and the sha256 of every byte. */
export interface FileDigest {
  bytes: number;
  sha256: string;
}

/** A new file, written from front to back. The digest is of what was handed over, so that reading the file back can prove the disk wrong. */
export class DurableFile {
  readonly #fileSystem: FileSystem;
  readonly #file: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #open = true;

  /** @param path A file that does not exist yet. */
  constructor(path: string, fileSystem: FileSystem = nodeFileSystem) {
    this.#fileSystem = fileSystem;
    this.#file = fileSystem.openSync(path, 'wx');
  }

  write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    for (let done = 0; done < bytes.length;)
      done += this.#fileSystem.writeSync(this.#file, bytes, done, Math.min(BLOCK, bytes.length - done));
    this.#bytes += bytes.length;
  }

  /** Forces the file to the disk and closes it; a failed fsync throws. */
  finish(): FileDigest {
    try {
      this.#fileSystem.fsyncSync(this.#file);
    } finally {
      this.abandon();
    }
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Closes the file as it is. May be called at any time. */
  abandon(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#fileSystem.closeSync(this.#file);
  }
}

/** Writes a whole file and forces it to the disk. */
export function writeDurably(path: string, bytes: Uint8Array, fileSystem: FileSystem = nodeFileSystem): FileDigest {
  const file = new DurableFile(path, fileSystem);
  try {
    file.write(bytes);
    return file.finish();
  } finally {
    file.abandon();
  }
}

/** Size and sha256 of a file as it is read from the disk. */
export function digestFile(path: string): FileDigest {
  return withFile(path, (file) => {
    const hash = createHash('sha256');
    const block = Buffer.allocUnsafe(BLOCK);
    for (let bytes = 0; ;) {
      const read = readSync(file, block, 0, BLOCK, null);
      if (read === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(block.subarray(0, read));
      bytes += read;
    }
  });
}

/** A whole file in memory of its own, for typed arrays to look at. */
export function readBytes(path: string): ArrayBuffer {
  return withFile(path, (file) => {
    const bytes = new Uint8Array(fstatSync(file).size);
    for (let done = 0; done < bytes.length;) {
      const read = readSync(file, bytes, done, Math.min(BLOCK, bytes.length - done), null);
      if (read === 0) throw new StoreError(`${path} was cut while it was read`);
      done += read;
    }
    return bytes.buffer;
  });
}

function withFile<Result>(path: string, work: (file: number) => Result): Result {
  const file = openSync(path, 'r');
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}
