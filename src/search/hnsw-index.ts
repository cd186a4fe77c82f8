import { setImmediate } from 'node:timers/promises';
import type { HierarchicalNSW } from 'hnswlib-node';
import { StoreError, UserError, messageOf } from '../errors.ts';
import { nodeFileSystem, syncPath, type FileSystem } from '../file-system.ts';
import { ExactIndex, checkedQuery, clampedCount, countRows, isRow, type VectorHit, type VectorIndex } from './vector-index.ts';

/** What a graph file does not say of itself; it belongs into the manifest, together with the file's sha256. */
export type HnswSidecar = {
  format: 1;
  dimensions: number;
  space: 'ip';
  count: number;
  /** Edges of a node in each upper layer, twice as many in the lowest; Malkov and Yashunin, 2016. */
  M: number;
  /** Breadth of the search while the graph is built. */
  efConstruction: number;
};

const M = 16;
const EF_CONSTRUCTION = 200;
const MIN_EF = 100;
/** Breadth of a search for each id wanted. Candidates are scored again by their sentences, so the last of a hundred may well be missed. */
const BREADTH = 2;
const PROGRESS_STEP = 1000;
/** Below either of these the allowed ids are scanned: a graph search wades through too many rows that are not allowed. */
const SCAN_ROWS = 2000;
const SCAN_SHARE = 0.15;
const SPARE_CANDIDATES = 1.5;

/** Why the graph library cannot be used here, in words; null when it can. */
export async function hnswReasonMissing(): Promise<string | null> {
  try {
    await loadLibrary();
    return null;
  } catch (error) {
    return `hnswlib-node is not installed or does not fit this Node.js (${messageOf(error)})`;
  }
}

async function loadLibrary(): Promise<typeof import('hnswlib-node')> {
  const library = await import('hnswlib-node');
  // The native module has no names that a static analysis could find: everything is on its default export.
  return 'default' in library ? library.default : library;
}

/**
 * Builds the graph of unit vectors, writes it, forces it to the disk and proves that the file is good by loading it again.
 * @param vectors count × dimensions, row by row; labels in the graph are row numbers.
 * @param path A file that does not exist yet, in an existing directory.
 * @param onProgress Called with the number of rows done, every 1,000 rows and at the end.
 * @throws RangeError for vectors that cannot be indexed, StoreError when the file does not hold what was written.
 */
export async function buildHnswGraph(
  vectors: Float32Array,
  dimensions: number,
  path: string,
  onProgress?: (done: number, count: number) => void,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<HnswSidecar> {
  const count = countRows(vectors, dimensions);
  if (count === 0) throw new RangeError('A graph needs at least one vector.');
  const { HierarchicalNSW } = await requireLibrary();
  const graph = new HierarchicalNSW('ip', dimensions);
  graph.initIndex({ maxElements: count, m: M, efConstruction: EF_CONSTRUCTION });
  for (let id = 0; id < count; id++) {
    graph.addPoint(rowOf(vectors, id, dimensions), id);
    if ((id + 1) % PROGRESS_STEP === 0 || id + 1 === count) {
      onProgress?.(id + 1, count);
      await setImmediate();
    }
  }
  graph.writeIndexSync(path);
  forceToDisk(path, fileSystem);
  const sidecar: HnswSidecar = { format: 1, dimensions, space: 'ip', count, M, efConstruction: EF_CONSTRUCTION };
  requireSameAnswers(graph, await load(path, sidecar, vectors), vectors, sidecar);
  return sidecar;
}

/**
 * Opens a graph file. The caller has compared its sha256: a damaged file can end the process.
 * @param vectors The vectors that the graph was built from; scores and filtered searches come from them.
 * @throws StoreError when sidecar, file and vectors do not belong together; UserError when hnswlib-node is not installed.
 */
export async function openHnswIndex(
  path: string,
  sidecar: Readonly<Record<string, unknown>>,
  vectors: Float32Array,
): Promise<VectorIndex> {
  if (!isSidecar(sidecar))
    throw new StoreError('The graph of the vector index was written by another version; build the index again.');
  return new HnswIndex(await load(path, sidecar, vectors), new ExactIndex(vectors, sidecar.dimensions));
}

/**
 * A read-only HNSW graph next to the vectors that it was built from. Scores are computed from the vectors, so that they equal the exact
 * index's; where the graph is slower or falls short, the vectors are scanned. Filter callbacks of the library are not used: they are
 * slower than the scan, and one that throws ends the process.
 */
class HnswIndex implements VectorIndex {
  readonly kind = 'hnsw';
  readonly size: number;
  readonly dimensions: number;
  readonly #graph: HierarchicalNSW;
  readonly #exact: ExactIndex;

  constructor(graph: HierarchicalNSW, exact: ExactIndex) {
    this.size = exact.size;
    this.dimensions = exact.dimensions;
    this.#graph = graph;
    this.#exact = exact;
  }

  search(vector: ArrayLike<number>, k: number, allowed?: ReadonlySet<number>): VectorHit[] {
    const query = checkedQuery(vector, this.dimensions);
    const permitted = allowed === undefined ? this.size : Math.min(allowed.size, this.size);
    const count = clampedCount(k, permitted);
    if (count === 0) return [];
    const scans = allowed !== undefined && (permitted <= SCAN_ROWS || permitted < SCAN_SHARE * this.size);
    const fetch = allowed === undefined ? count : Math.ceil((SPARE_CANDIDATES * count * this.size) / permitted);
    const ef = Math.max(MIN_EF, BREADTH * fetch);
    if (scans || ef >= this.size) return this.#exact.search(query, count, allowed);
    const found = this.#neighbors(query, fetch, ef).filter((id) => allowed === undefined || allowed.has(id));
    return found.length < count ? this.#exact.search(query, count, allowed) : this.#exact.rank(query, found, count);
  }

  #neighbors(query: Float32Array, count: number, ef: number): number[] {
    this.#graph.setEf(ef);
    const { neighbors } = this.#graph.searchKnn(rowOf(query, 0, this.dimensions), count);
    return neighbors.filter((id) => isRow(id, this.size));
  }
}

async function requireLibrary(): ReturnType<typeof loadLibrary> {
  const reason = await hnswReasonMissing();
  if (reason !== null)
    throw new UserError(`${reason}: run "npm install" with a C++ compiler and Python 3, or use the exact index.`);
  return loadLibrary();
}

/** Loads into a fresh object, since a failed load leaves an object that crashes when it is used again. */
async function load(path: string, { dimensions, count }: HnswSidecar, vectors: Float32Array): Promise<HierarchicalNSW> {
  if (countRows(vectors, dimensions) !== count)
    throw new StoreError('The graph of the vector index and its vectors differ in number.');
  const { HierarchicalNSW } = await requireLibrary();
  const graph = new HierarchicalNSW('ip', dimensions);
  try {
    graph.readIndexSync(path);
  } catch (error) {
    throw new StoreError(`The graph of the vector index cannot be read: ${messageOf(error)}`);
  }
  if (graph.getCurrentCount() !== count) {
    throw new StoreError(`The graph of the vector index holds ${graph.getCurrentCount()} vectors instead of ${count}.`);
  }
  for (const id of sampleRows(count)) {
    const expected = rowOf(vectors, id, dimensions);
    if (!graph.getPoint(id).every((value, i) => value === expected[i])) {
      throw new StoreError('The graph of the vector index was built from other vectors.');
    }
  }
  return graph;
}

function requireSameAnswers(
  built: HierarchicalNSW,
  loaded: HierarchicalNSW,
  vectors: Float32Array,
  { dimensions, count }: HnswSidecar,
): void {
  for (const graph of [built, loaded]) graph.setEf(MIN_EF);
  for (const id of sampleRows(count)) {
    const query = rowOf(vectors, id, dimensions);
    const [expected, found] = [built, loaded].map((graph) => graph.searchKnn(query, Math.min(10, count)).neighbors.join());
    if (expected !== found)
      throw new StoreError('The graph of the vector index answers differently after it was written and read back.');
  }
}

/** The first, the last and some rows between them. */
function sampleRows(count: number): number[] {
  const samples = Math.min(count, 10);
  return Array.from({ length: samples }, (_, i) => (samples === 1 ? 0 : Math.round((i * (count - 1)) / (samples - 1))));
}

/** One row as the plain array that the library demands. */
function rowOf(vectors: Float32Array, id: number, dimensions: number): number[] {
  const row = new Array<number>(dimensions);
  const start = id * dimensions;
  for (let i = 0; i < dimensions; i++) row[i] = vectors[start + i] ?? 0;
  return row;
}

/** The library neither forces its file to the disk nor notices that it could not write it. */
function forceToDisk(path: string, fileSystem: FileSystem): void {
  try {
    syncPath(path, fileSystem);
  } catch (error) {
    throw new StoreError(`The graph of the vector index could not be written: ${messageOf(error)}`, { cause: error });
  }
}

function isSidecar(value: Readonly<Record<string, unknown>>): value is HnswSidecar {
  const { format, space, dimensions, count } = value;
  return format === 1 && space === 'ip' && isPositive(dimensions) && isPositive(count);
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
