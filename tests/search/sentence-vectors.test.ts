import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { DurableFile, readBytes } from '../../src/search/durable-files.ts';
import {
  SentenceVectors,
  SentenceVectorsFile,
  meanVector,
  quantize,
  type QuantizedVector,
} from '../../src/search/sentence-vectors.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { clusteredVectors } from '../support/vectors.ts';

const product = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
const lengthOf = (vector: ArrayLike<number>) => Math.sqrt(product(vector, vector));
const component = fc.double({ min: -1e3, max: 1e3, noNaN: true });

describe('quantisation', () => {
  it('keeps the length, the signs and the order of the components', () => {
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 50 }), (vector) => {
        fc.pre(lengthOf(vector) > 1e-6);
        const { values, scale } = quantize(vector);
        expect(lengthOf(values) * scale).toBeCloseTo(lengthOf(vector), 3);
        vector.forEach((value, i) => {
          expect(Math.abs(values[i]!)).toBeLessThanOrEqual(127);
          if (values[i] !== 0) expect(Math.sign(values[i]!)).toBe(Math.sign(value));
          vector.forEach((other, j) => {
            if (value < other) expect(values[i]).toBeLessThanOrEqual(values[j]!);
          });
        });
      }),
    );
  });

  it('changes no cosine of sentences by 0.005 or more, and none beyond 1', async () => {
    const dimensions = 384;
    const vectors = clusteredVectors(200, dimensions, 10, 1);
    const rows = Array.from({ length: 200 }, (_, id) => vectors.subarray(id * dimensions, (id + 1) * dimensions));
    const stored = await storedOf(rows.map(quantize), dimensions);
    for (const query of rows.slice(0, 50)) {
      stored.cosines(query, 0, 200).forEach((cosine, id) => {
        expect(Math.abs(cosine - product(query, rows[id]!))).toBeLessThan(0.005);
        expect(cosine).toBeLessThan(1 + 1e-6);
      });
    }
  });

  it('takes a zero vector and an empty one', () => {
    expect(quantize([0, 0])).toEqual({ values: Int8Array.of(0, 0), scale: 0 });
    expect(quantize([])).toEqual({ values: new Int8Array(0), scale: 0 });
  });

  it.each([NaN, Infinity, -Infinity])('refuses a vector that holds %d', (value) => {
    expect(() => quantize([0.5, value, 0])).toThrow(StoreError);
  });
});

async function fileOf(vectors: readonly QuantizedVector[], dimensions: number): Promise<string> {
  const path = join(await temporaryDirectory(), 'vectors');
  const file = new SentenceVectorsFile(new DurableFile(path), dimensions);
  for (let from = 0; from < vectors.length; from += 3) file.add(vectors.slice(from, from + 3));
  expect(file.count).toBe(vectors.length);
  expect(file.finish().bytes).toBe(readFileSync(path).length);
  return path;
}

const storedOf = async (vectors: readonly QuantizedVector[], dimensions: number) =>
  new SentenceVectors(readBytes(await fileOf(vectors, dimensions)), vectors.length, dimensions);

describe('the file of sentence vectors', () => {
  it.each([
    [0, 5],
    [1, 1],
    [3, 5],
    [4, 7],
    [5, 0],
    [7, 8],
  ])('gives back %d vectors of %d dimensions', async (count, dimensions) => {
    const vectors = Array.from({ length: count }, (_, row) =>
      quantize(Array.from({ length: dimensions }, (_, i) => Math.sin(row * 7 + i))),
    );
    const stored = await storedOf(vectors, dimensions);
    vectors.forEach((vector, row) => {
      expect(stored.at(row)).toEqual(vector);
    });
  });

  it('gives the cosines of a range of rows', async () => {
    const stored = await storedOf(
      [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 0, 0, 1],
      ].map(quantize),
      5,
    );
    const query = Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.5);
    expect([...stored.cosines(query, 1, 3)]).toEqual([Math.fround(0.2), 0.5]);
    expect([...stored.cosines(query, 1, 1)]).toEqual([]);
  });

  it('is refused when it does not hold what it should', async () => {
    const bytes = readBytes(await fileOf([quantize([1, 0, 0])], 3));
    for (const [count, dimensions] of [
      [2, 3],
      [1, 8],
      [0, 3],
    ] as const) {
      expect(() => new SentenceVectors(bytes, count, dimensions)).toThrow(StoreError);
    }
  });
});

describe('the vector of a chunk', () => {
  it('is the mean of its sentences, of length 1', () => {
    const [x, y] = meanVector([quantize([1, 0]), quantize([0, 1])], 2);
    expect(x).toBeCloseTo(Math.SQRT1_2, 6);
    expect(y).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('is zero where there is nothing or everything cancels out', () => {
    expect([...meanVector([], 2)]).toEqual([0, 0]);
    expect([...meanVector([quantize([1, 0]), quantize([-1, 0])], 2)]).toEqual([0, 0]);
  });
});
