/** BM25 parameters fitted on Korean character bigrams (KorQuAD): short, even passages want little saturation and little length correction. */
export const K1 = 0.9;
export const B = 0.4;

/** A term of a question as the index knows it. Unknown terms have id -1 and the highest idf: they count against every chunk. */
export interface WeightedTerm {
  id: number;
  idf: number;
}

/** Inverse document frequency, Lucene's form, never negative: ln(1 + (n − df + 0.5) / (df + 0.5)). */
export function idf(documentFrequency: number, chunkCount: number): number {
  return Math.log(1 + (chunkCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** Term frequencies of one chunk packed in ascending order: id × 256 + min(frequency, 255). Ids stay below 2^24. */
export function packFrequencies(frequencies: ReadonlyMap<number, number>): Uint32Array {
  const packed = new Uint32Array(frequencies.size);
  let at = 0;
  for (const [id, frequency] of frequencies) packed[at++] = id * 256 + Math.min(frequency, 255);
  return packed.sort();
}

/**
 * BM25 of one chunk divided by the highest score any chunk could reach with these terms, so that it is an absolute number in 0..1:
 * it can be added to a cosine and compared between questions (docs/decisions/003-absolute-fusion.md).
 */
export function absoluteBm25(terms: readonly WeightedTerm[], packed: Uint32Array, length: number, averageLength: number): number {
  const ceiling = terms.reduce((sum, term) => sum + term.idf, 0) * (K1 + 1);
  if (ceiling === 0) return 0;
  const norm = K1 * (1 - B + (B * length) / averageLength);
  let score = 0;
  for (const term of terms) {
    const frequency = term.id < 0 ? 0 : frequencyOf(packed, term.id);
    if (frequency > 0) score += (term.idf * frequency * (K1 + 1)) / (frequency + norm);
  }
  return score / ceiling;
}

function frequencyOf(packed: Uint32Array, id: number): number {
  const wanted = id * 256;
  let low = 0;
  let high = packed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((packed[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const entry = packed[low] ?? 0;
  return entry >= wanted && entry < wanted + 256 ? entry - wanted : 0;
}
