/** A row of an index and the inner product of its vector with the query. */
export interface VectorHit {
  id: number;
  score: number;
}

/** Whether `a` belongs before `b`: higher score first, then lower id. */
function isBefore(a: VectorHit, b: VectorHit): boolean {
  return a.score > b.score || (a.score === b.score && a.id < b.id);
}

/** Keeps the best `capacity` of any number of hits in a binary heap whose root is the worst kept: O(log capacity) for a hit that is kept. */
export class TopK {
  readonly #capacity: number;
  readonly #heap: VectorHit[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Offers one hit; scores must be finite. */
  offer(id: number, score: number): void {
    const heap = this.#heap;
    if (heap.length < this.#capacity) {
      heap.push({ id, score });
      this.#rise(heap.length - 1);
      return;
    }
    const worst = heap[0];
    if (worst === undefined || score < worst.score) return;
    const hit = { id, score };
    if (isBefore(hit, worst)) this.#sink(hit);
  }

  /** The kept hits, best first. */
  sorted(): VectorHit[] {
    return [...this.#heap].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  #rise(from: number): void {
    const heap = this.#heap;
    let child = from;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      const [lower, upper] = [heap[child], heap[parent]];
      if (lower === undefined || upper === undefined || !isBefore(upper, lower)) return;
      heap[child] = upper;
      heap[parent] = lower;
      child = parent;
    }
  }

  /** Puts a hit in the place of the root and restores the order below it. */
  #sink(hit: VectorHit): void {
    const heap = this.#heap;
    let parent = 0;
    for (;;) {
      const [left, right] = [heap[2 * parent + 1], heap[2 * parent + 2]];
      if (left === undefined) break;
      const takesRight = right !== undefined && isBefore(left, right);
      const worse = takesRight ? right : left;
      if (!isBefore(hit, worse)) break;
      heap[parent] = worse;
      parent = 2 * parent + (takesRight ? 2 : 1);
    }
    heap[parent] = hit;
  }
}
