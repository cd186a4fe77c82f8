/** BM25 parameters fitted on Korean character bigrams (KorQuAD): short, even passages want little saturation and little length correction. */
export const K1 = 0.9;
export const B = 0.4;

/** Inverse document frequency, Lucene's form, never negative: ln(1 + (n − df + 0.5) / (df + 0.5)). */
export function idf(documentFrequency: number, chunkCount: number): number {
  return Math.log(1 + (chunkCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** The length correction of a chunk: what a frequency must equal to count half. */
export function lengthNorm(length: number, averageLength: number): number {
  return K1 * (1 - B + (averageLength > 0 ? (B * length) / averageLength : B));
}

/**
 * How much of a term's weight a chunk gets that holds it so often, 0..1. BM25 (Robertson and Zaragoza, 2009) without its constant factor
 * k1 + 1; with the weights adding up to 1, a chunk's sum is its BM25 over the highest any chunk could reach. That makes it an absolute
 * number: it can be added to a cosine and compared between questions (docs/decisions/003-absolute-fusion.md).
 */
export function saturation(frequency: number, norm: number): number {
  return frequency / (frequency + norm);
}
