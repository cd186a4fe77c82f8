import { UserError } from '../errors.ts';

/** Chunks and distinct terms of one index: a packed entry leaves 24 bits for the id of either. */
const MAXIMUM_IDS = 2 ** 24;
const MAXIMUM_FREQUENCY = 255;

/**
 * An id and how often, in one number of 32 bits: id × 256 + min(frequency, 255).
 * @throws UserError from 2^24 ids on.
 */
export function packEntry(id: number, frequency: number): number {
  if (id >= MAXIMUM_IDS) {
    throw new UserError(
      `One index holds at most ${MAXIMUM_IDS} chunks and as many different terms. Split the articles into several folders.`,
    );
  }
  return id * 256 + Math.min(frequency, MAXIMUM_FREQUENCY);
}

export function entryId(entry: number): number {
  return entry >>> 8;
}

export function entryFrequency(entry: number): number {
  return entry & 255;
}

/** Collects the terms of chunk after chunk and turns them around: for each term the chunks it stands in. Four bytes an entry in memory. */
export class PostingsBuilder {
  readonly #ids = new Map<string, number>();
  /** Chunks that hold each term. */
  readonly #chunksOf: number[] = [];
  /** Packed entries, term and frequency, of one chunk after the other, and where each chunk's end. */
  #entries = new Uint32Array(1024);
  readonly #ends: number[] = [];

  /** Adds the next chunk; ids follow one another from 0. */
  add(terms: readonly string[]): void {
    const frequencies = new Map<number, number>();
    for (const term of terms) {
      const id = this.#idOf(term);
      frequencies.set(id, (frequencies.get(id) ?? 0) + 1);
    }
    let end = this.#ends.at(-1) ?? 0;
    this.#reserve(end + frequencies.size);
    for (const [id, frequency] of frequencies) {
      this.#entries[end++] = packEntry(id, frequency);
      this.#chunksOf[id] = (this.#chunksOf[id] ?? 0) + 1;
    }
    this.#ends.push(end);
  }

  /** Each term and its packed entries, chunk and frequency, in ascending order of chunks. */
  *postings(): Generator<[term: string, entries: Uint32Array]> {
    const starts = new Uint32Array(this.#chunksOf.length + 1);
    this.#chunksOf.forEach((chunks, id) => {
      starts[id + 1] = (starts[id] ?? 0) + chunks;
    });
    const all = this.#turnedAround(starts.slice());
    for (const [term, id] of this.#ids) yield [term, all.subarray(starts[id], starts[id + 1])];
  }

  /** Counting sort by term. `next` says where each term's next entry goes. */
  #turnedAround(next: Uint32Array): Uint32Array {
    const all = new Uint32Array(this.#ends.at(-1) ?? 0);
    let at = 0;
    this.#ends.forEach((end, chunk) => {
      for (; at < end; at++) {
        const entry = this.#entries[at] ?? 0;
        const place = next[entryId(entry)] ?? 0;
        all[place] = packEntry(chunk, entryFrequency(entry));
        next[entryId(entry)] = place + 1;
      }
    });
    return all;
  }

  #idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(term, id);
    return id;
  }

  #reserve(length: number): void {
    if (length <= this.#entries.length) return;
    const larger = new Uint32Array(Math.max(length, 2 * this.#entries.length));
    larger.set(this.#entries);
    this.#entries = larger;
  }
}
