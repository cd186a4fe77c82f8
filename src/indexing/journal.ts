import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { QuantizedVector } from '../search/sentence-vectors.ts';

const NAME = 'embeddings.journal';
const KEY_BYTES = 16;

/**
 * Embeddings that were computed but not yet published. A run that is killed leaves them behind, the next one reads them back and embeds
 * only what is missing; publishing removes them. Records are key, scale, values, CRC-32; a torn record at the end is cut off. There is no
 * fsync: what a power loss takes is only embedded again.
 */
export class EmbeddingJournal {
  readonly #path: string;
  readonly #file: number;
  readonly #known = new Map<string, QuantizedVector>();

  /** Opens the journal of a data directory. One that was written for another model is emptied. */
  constructor(dataDirectory: string, model: string, dimensions: number) {
    this.#path = join(dataDirectory, NAME);
    const header = Buffer.from(`${JSON.stringify({ journal: 1, model, dimensions })}\n`);
    const bytes = existsSync(this.#path) ? readFileSync(this.#path) : Buffer.alloc(0);
    const usable = bytes.subarray(0, header.length).equals(header);
    const length = usable ? this.#readRecords(bytes, header.length, dimensions) : 0;
    this.#file = openSync(this.#path, existsSync(this.#path) ? 'r+' : 'w');
    ftruncateSync(this.#file, length);
    this.#end = length;
    if (!usable) this.#append(header);
  }

  #end = 0;

  /** How many embeddings a former run left. */
  get size(): number {
    return this.#known.size;
  }

  get(key: string): QuantizedVector | undefined {
    return this.#known.get(key);
  }

  add(entries: readonly (readonly [key: string, vector: QuantizedVector])[]): void {
    for (const [key, vector] of entries) this.#known.set(key, vector);
    this.#append(Buffer.concat(entries.map(([key, vector]) => encode(key, vector))));
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Closes and removes the journal: its embeddings are published. */
  remove(): void {
    this.close();
    rmSync(this.#path, { force: true });
  }

  #append(bytes: Buffer): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done, bytes.length - done, this.#end + done);
    this.#end += bytes.length;
  }

  /** Reads whole, undamaged records and returns where they end. */
  #readRecords(bytes: Buffer, from: number, dimensions: number): number {
    const recordLength = KEY_BYTES + 4 + dimensions + 4;
    let at = from;
    for (; at + recordLength <= bytes.length; at += recordLength) {
      const record = bytes.subarray(at, at + recordLength);
      const body = record.subarray(0, recordLength - 4);
      if (crc32(body) !== record.readUInt32LE(recordLength - 4)) break;
      const values = Int8Array.from(body.subarray(KEY_BYTES + 4), (byte) => (byte << 24) >> 24);
      this.#known.set(body.subarray(0, KEY_BYTES).toString('hex'), { scale: body.readFloatLE(KEY_BYTES), values });
    }
    return at;
  }
}

function encode(key: string, { values, scale }: QuantizedVector): Buffer {
  const body = Buffer.alloc(KEY_BYTES + 4 + values.length);
  body.write(key, 'hex');
  body.writeFloatLE(scale, KEY_BYTES);
  body.set(new Uint8Array(values.buffer, values.byteOffset, values.length), KEY_BYTES + 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([body, sum]);
}
