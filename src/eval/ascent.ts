/** Enough for weights of correlated columns to settle to the second decimal. */
const ROUNDS = 1000;
const RATE = 0.1;

/**
 * Weights that maximise a concave mean log-likelihood with a small quadratic penalty: full-batch Adam (Kingma and Ba, 2015); deterministic.
 * Columns are expected to be standardised.
 * @param penalty Strength of the pull towards zero.
 * @param gradient Gradient of the mean log-likelihood at these weights.
 */
export function ascend(columns: number, penalty: number, gradient: (weights: Float64Array) => Float64Array): Float64Array {
  const weights = new Float64Array(columns);
  const first = new Float64Array(columns);
  const second = new Float64Array(columns);
  for (let round = 1; round <= ROUNDS; round++) {
    const slopes = gradient(weights);
    for (let column = 0; column < columns; column++) {
      const slope = (slopes[column] ?? 0) - 2 * penalty * (weights[column] ?? 0);
      first[column] = 0.9 * (first[column] ?? 0) + 0.1 * slope;
      second[column] = 0.999 * (second[column] ?? 0) + 0.001 * slope * slope;
      const step = (first[column] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[column] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      weights[column] = (weights[column] ?? 0) + RATE * step;
    }
  }
  return weights;
}

/** Mean of each column, and 1 ÷ its standard deviation: 0 for one that never varies. */
export function standardize(rows: Iterable<Float64Array>, columns: number): { means: Float64Array; factors: Float64Array } {
  const sum = new Float64Array(columns);
  const squares = new Float64Array(columns);
  let count = 0;
  for (const row of rows) {
    row.forEach((value, column) => {
      sum[column] = (sum[column] ?? 0) + value;
      squares[column] = (squares[column] ?? 0) + value * value;
    });
    count += 1;
  }
  const means = sum.map((total) => (count > 0 ? total / count : 0));
  const factors = means.map((mean, column) => {
    const variance = (squares[column] ?? 0) / count - mean ** 2;
    return variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  });
  return { means, factors };
}
