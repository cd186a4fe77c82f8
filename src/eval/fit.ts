/** One question for fitting: a row of features for each candidate sentence, and which of them hold the answer. */
export interface FitQuestion {
  rows: readonly Float64Array[];
  positive: readonly boolean[];
}

const ROUNDS = 400;
const RATE = 0.05;
/** Strength of the pull towards zero, on standardised features. */
const PENALTY = 1e-3;

/**
 * Weights of a conditional logit: they maximise the mean log-probability that the softmax over a question's candidates gives to the ones
 * that hold the answer (McFadden, 1974). Full-batch Adam (Kingma and Ba, 2015) on standardised features; deterministic. Features that
 * never vary get weight 0. Questions without a positive or a negative candidate teach nothing and are left out.
 */
export function fitConditionalLogit(questions: readonly FitQuestion[], columns: number): Float64Array {
  const useful = questions.filter(({ positive }) => positive.includes(true) && positive.includes(false));
  const scale = deviations(useful, columns);
  const weights = new Float64Array(columns);
  const first = new Float64Array(columns);
  const second = new Float64Array(columns);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = gradientOf(useful, weights, scale);
    for (let column = 0; column < columns; column++) {
      const slope = (gradient[column] ?? 0) - 2 * PENALTY * (weights[column] ?? 0);
      first[column] = 0.9 * (first[column] ?? 0) + 0.1 * slope;
      second[column] = 0.999 * (second[column] ?? 0) + 0.001 * slope * slope;
      const step = (first[column] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[column] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      weights[column] = (weights[column] ?? 0) + RATE * step;
    }
  }
  return weights.map((weight, column) => weight * (scale[column] ?? 0));
}

/** 1 ÷ standard deviation of each feature; 0 for one that never varies. */
function deviations(questions: readonly FitQuestion[], columns: number): Float64Array {
  const sum = new Float64Array(columns);
  const squares = new Float64Array(columns);
  let count = 0;
  for (const { rows } of questions) {
    for (const row of rows) {
      row.forEach((value, column) => {
        sum[column] = (sum[column] ?? 0) + value;
        squares[column] = (squares[column] ?? 0) + value * value;
      });
      count += 1;
    }
  }
  return sum.map((total, column) => {
    const variance = (squares[column] ?? 0) / count - (total / count) ** 2;
    return variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  });
}

/** Mean gradient of the log-likelihood in the standardised weights: observed minus expected features. */
function gradientOf(questions: readonly FitQuestion[], weights: Float64Array, scale: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length);
  const factors = weights.map((weight, column) => weight * (scale[column] ?? 0));
  for (const { rows, positive } of questions) {
    const scores = rows.map((row) => row.reduce((sum, value, column) => sum + value * (factors[column] ?? 0), 0));
    const highest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - highest));
    const all = powers.reduce((sum, power) => sum + power, 0);
    const good = powers.reduce((sum, power, index) => sum + (positive[index] === true ? power : 0), 0);
    rows.forEach((row, index) => {
      const power = powers[index] ?? 0;
      const pull = (positive[index] === true ? power / good : 0) - power / all;
      row.forEach((value, column) => {
        gradient[column] = (gradient[column] ?? 0) + (pull * value * (scale[column] ?? 0)) / questions.length;
      });
    });
  }
  return gradient;
}
