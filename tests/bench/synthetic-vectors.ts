import { quantize, type QuantizedVector } from '../../src/search/sentence-vectors.ts';
import { seededRandom } from '../support/vectors.ts';

/** Length of the noise beside a vector of length 1; together a sentence has a cosine of about .87 with its topic. */
const SPREAD = { article: 0.35, chunk: 0.25, sentence: 0.35 };
/** Normal numbers are drawn once and read again from a random place: 270 million fresh ones would take longer than everything else. */
const POOL = 1 << 20;

/** Unit vectors around given ones: chunks around their article, sentences around their chunk. */
export class VectorGenerator {
  readonly #random: () => number;
  readonly #dimensions: number;
  readonly #pool: Float32Array;

  constructor(seed: number, dimensions: number) {
    this.#random = seededRandom(seed);
    this.#dimensions = dimensions;
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
    this.#pool = Float32Array.from({ length: POOL }, normal);
  }

  /** The vector plus noise, of length 1. */
  near(vector: ArrayLike<number>, level: keyof typeof SPREAD): Float32Array {
    const scale = SPREAD[level] / Math.sqrt(this.#dimensions);
    const offset = Math.floor(this.#random() * (POOL - this.#dimensions));
    const near = new Float32Array(this.#dimensions);
    let squares = 0;
    for (let i = 0; i < near.length; i++) {
      const value = (vector[i] ?? 0) + scale * this.#pool[offset + i]!;
      near[i] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let i = 0; i < near.length; i++) near[i]! /= length;
    return near;
  }

  /** One chunk of an article: makes the stored vectors of its sentences. */
  chunk(article: Float32Array): (sentences: number) => QuantizedVector[] {
    const centre = this.near(article, 'chunk');
    return (sentences) => Array.from({ length: sentences }, () => quantize(this.near(centre, 'sentence')));
  }
}
