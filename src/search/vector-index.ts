import { TopK, type VectorHit } from './top-k.ts';

export type { VectorHit } from './top-k.ts';

/** Nearest neighbours by inner product over an immutable set of vectors; ids are row numbers from 0. */
export interface VectorIndex {
  readonly kind: 'exact' | 'hnsw';
  /** Number of vectors. */
  readonly size: number;
  readonly dimensions: number;
  /**
   * The `k` rows with the highest inner product with `vector`, best first, equal scores by id. At most `size` rows, none for k < 1.
   * With `allowed` only those ids count; ids that are not in the index are ignored and an empty set matches nothing.
   * @throws RangeError when the vector has another length than `dimensions` or a component that is not finite.
   */
  search(vector: ArrayLike<number>, k: number, allowed?: ReadonlySet<number>): VectorHit[];
}

/** The reference: compares the query with every row. Faster than a graph up to a few thousand rows, and for narrow filters at any size. */
export class ExactIndex implements VectorIndex {
  readonly kind = 'exact';
  readonly size: number;
  readonly dimensions: number;
  readonly #vectors: Float32Array;

  /**
   * @param vectors count × dimensions, row by row; kept, not copied.
   * @throws RangeError when the length is not a multiple of `dimensions` or a component is not finite.
   */
  constructor(vectors: Float32Array, dimensions: number) {
    this.size = countRows(vectors, dimensions);
    this.dimensions = dimensions;
    this.#vectors = vectors;
  }

  search(vector: ArrayLike<number>, k: number, allowed?: ReadonlySet<number>): VectorHit[] {
    const query = checkedQuery(vector, this.dimensions);
    const count = clampedCount(k, allowed === undefined ? this.size : Math.min(this.size, allowed.size));
    if (count === 0) return [];
    const best = new TopK(count);
    if (allowed === undefined) {
      for (let id = 0; id < this.size; id++) best.offer(id, this.#score(query, id));
    } else {
      for (const id of allowed) if (isRow(id, this.size)) best.offer(id, this.#score(query, id));
    }
    return best.sorted();
  }

  /** The given rows, best first; for candidates that another index found. */
  rank(vector: ArrayLike<number>, ids: Iterable<number>, k: number): VectorHit[] {
    const query = checkedQuery(vector, this.dimensions);
    const best = new TopK(clampedCount(k, this.size));
    for (const id of ids) best.offer(id, this.#score(query, id));
    return best.sorted();
  }

  #score(query: Float32Array, id: number): number {
    return innerProduct(this.#vectors, id * this.dimensions, query);
  }
}

/** Rows of `dimensions` components in one array. Throws RangeError when they do not come out even or a component is not finite. */
export function countRows(vectors: Float32Array, dimensions: number): number {
  const rows = vectors.length / dimensions;
  if (!(dimensions >= 1) || !Number.isInteger(rows)) {
    throw new RangeError(`${vectors.length} numbers are not rows of ${dimensions} components.`);
  }
  requireFinite(vectors);
  return rows;
}

/** The query as 32-bit floats. Throws RangeError for a wrong length or a component that is not finite. */
export function checkedQuery(vector: ArrayLike<number>, dimensions: number): Float32Array {
  if (vector.length !== dimensions) throw new RangeError(`The query has ${vector.length} components, the index ${dimensions}.`);
  const query = Float32Array.from(vector);
  requireFinite(query);
  return query;
}

/** `k` as a whole number from 0 to `available`; 0 for what is not a number. */
export function clampedCount(k: number, available: number): number {
  return k >= 1 ? Math.min(Math.floor(k), available) : 0;
}

/** Whether an id is the number of a row. */
export function isRow(id: number, size: number): boolean {
  return Number.isInteger(id) && id >= 0 && id < size;
}

function requireFinite(values: Float32Array): void {
  let sum = 0;
  // 0 times NaN or infinity is NaN, which every further addition keeps: one test after the loop. An iterator would be ten times slower.
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? 0) * 0;
  if (sum !== 0) throw new RangeError('A vector has a component that is not a finite number.');
}

/** Four sums at a time let the processor overlap the additions; `?? 0` costs nothing, one destructured declaration of the sums a factor of 2.5. */
function innerProduct(vectors: Float32Array, start: number, query: Float32Array): number {
  const length = query.length;
  const even = length - (length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i < even; i += 4) {
    const at = start + i;
    a += (vectors[at] ?? 0) * (query[i] ?? 0);
    b += (vectors[at + 1] ?? 0) * (query[i + 1] ?? 0);
    c += (vectors[at + 2] ?? 0) * (query[i + 2] ?? 0);
    d += (vectors[at + 3] ?? 0) * (query[i + 3] ?? 0);
  }
  for (; i < length; i++) a += (vectors[start + i] ?? 0) * (query[i] ?? 0);
  return a + b + c + d;
}
