import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { nodeFileSystem, type FileSystem } from '../file-system.ts';
import { JOURNAL_FILE } from '../search/generation-files.ts';
import type { QuantizedVector } from '../search/sentence-vectors.ts';

const KEY_BYTES = 16;
const SCALE_BYTES = 4;
const SUM_BYTES = 4;
const RECORDS_A_READ = 4096;

/**
 * Embeddings that were computed but not yet published. A run that is killed leaves them behind, the next one reads them back and embeds
 * only what is missing; when the index is up to date they are removed. Records are key, scale, values, CRC-32; what follows the last whole record is cut off.
 * There is no fsync: what a power loss takes is only embedded again.
 */
export class EmbeddingJournal {
  readonly #path: string;
  readonly #header: Buffer;
  readonly #dimensions: number;
  readonly #fileSystem: FileSystem;
  readonly #known = new Map<string, QuantizedVector>();
  #file: number | undefined;
  /** Where the next record goes; 0 when the file has no usable header yet. */
  #end = 0;

  /** Reads the journal of a data directory, if there is one. What was written for another model does not count. */
  constructor(dataDirectory: string, model: string, dimensions: number, fileSystem: FileSystem = nodeFileSystem) {
    this.#path = join(dataDirectory, JOURNAL_FILE);
    this.#header = Buffer.from(`${JSON.stringify({ journal: 1, model, dimensions })}\n`);
    this.#dimensions = dimensions;
    this.#fileSystem = fileSystem;
    if (existsSync(this.#path)) this.#read();
  }

  /** How many embeddings it holds. */
  get size(): number {
    return this.#known.size;
  }

  /** The vector of a text, by the text's key (context.ts). */
  get(key: string): QuantizedVector | undefined {
    return this.#known.get(key);
  }

  /** Notes vectors of the journal's dimension. */
  add(entries: readonly (readonly [key: string, vector: QuantizedVector])[]): void {
    this.#file ??= this.#fileSystem.openSync(this.#path, existsSync(this.#path) ? 'r+' : 'w');
    if (this.#end === 0) {
      this.#fileSystem.ftruncateSync(this.#file, 0);
      this.#append(this.#file, this.#header);
    }
    this.#append(this.#file, Buffer.concat(entries.map(([key, vector]) => encode(key, vector))));
    for (const [key, vector] of entries) this.#known.set(key, vector);
  }

  /** Never throws, so that it can follow a commit. */
  close(): void {
    const file = this.#file;
    this.#file = undefined;
    try {
      if (file !== undefined) this.#fileSystem.closeSync(file);
    } catch {
      // It is closed all the same, and what it may have lost is embedded again.
    }
  }

  /** A torn record that is left behind the end is overwritten, and cut off where it is longer. */
  #append(file: number, bytes: Buffer): void {
    for (let done = 0; done < bytes.length;)
      done += this.#fileSystem.writeSync(file, bytes, done, bytes.length - done, this.#end + done);
    this.#end += bytes.length;
    this.#fileSystem.ftruncateSync(file, this.#end);
  }

  /** Reads whole, undamaged records, block by block. */
  #read(): void {
    const file = openSync(this.#path, 'r');
    try {
      if (!readBlock(file, this.#header.length, 0).equals(this.#header)) return;
      this.#end = this.#header.length;
      const length = KEY_BYTES + SCALE_BYTES + this.#dimensions + SUM_BYTES;
      for (;;) {
        const block = readBlock(file, RECORDS_A_READ * length, this.#end);
        for (let at = 0; at < block.length; at += length) {
          if (!this.#readRecord(block.subarray(at, at + length), length)) return;
          this.#end += length;
        }
        if (block.length === 0) return;
      }
    } finally {
      closeSync(file);
    }
  }

  /** Takes one record in; false when it is damaged. Its values are a view of the block. */
  #readRecord(record: Buffer, length: number): boolean {
    if (record.length < length) return false;
    const body = record.subarray(0, length - SUM_BYTES);
    if (crc32(body) !== record.readUInt32LE(body.length)) return false;
    const values = new Int8Array(body.buffer, body.byteOffset + KEY_BYTES + SCALE_BYTES, this.#dimensions);
    this.#known.set(body.toString('hex', 0, KEY_BYTES), { scale: body.readFloatLE(KEY_BYTES), values });
    return true;
  }
}

/** Up to `length` bytes from a position on; fewer at the end of the file. */
function readBlock(file: number, length: number, position: number): Buffer {
  const block = Buffer.alloc(length);
  let done = 0;
  for (let read = -1; read !== 0 && done < length; done += read)
    read = readSync(file, block, done, length - done, position + done);
  return block.subarray(0, done);
}

function encode(key: string, { values, scale }: QuantizedVector): Buffer {
  const body = Buffer.alloc(KEY_BYTES + SCALE_BYTES + values.length);
  body.write(key, 'hex');
  body.writeFloatLE(scale, KEY_BYTES);
  body.set(new Uint8Array(values.buffer, values.byteOffset, values.length), KEY_BYTES + SCALE_BYTES);
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([body, sum]);
}
