import { ascend, standardize } from './ascent.ts';

/**
 * Pulls towards zero. The choice's is weighed by five-fold cross-validation on the fitting half: best sentence first without the model .871
 * at 1e-3, .873 at 3e-3, .873 at 1e-2; with it .879, .880, .882, where the best two lose (.950, .949, .946).
 */
const CHOICE_PENALTY = 3e-3;
const LOGISTIC_PENALTY = 1e-3;

/** One question for fitting: a row of features for each candidate sentence, and which of them hold the answer. */
export interface FitQuestion {
  rows: readonly Float64Array[];
  positive: readonly boolean[];
}

/** Weights and a constant: the logarithm of the odds that a row is a positive one. */
export interface Logistic {
  bias: number;
  weights: Float64Array;
}

/**
 * Weights of a conditional logit: they maximise the mean log-probability that the softmax over a question's candidates gives to the ones
 * that hold the answer (McFadden, 1974). Features that never vary get weight 0. Questions without a positive or a negative candidate teach
 * nothing and are left out.
 */
export function fitConditionalLogit(questions: readonly FitQuestion[], columns: number): Float64Array {
  const useful = questions.filter(({ positive }) => positive.includes(true) && positive.includes(false));
  const { factors } = standardize(
    useful.flatMap(({ rows }) => rows),
    columns,
  );
  const weights = ascend(columns, CHOICE_PENALTY, (standardized) => choiceGradient(useful, standardized, factors));
  return weights.map((weight, column) => weight * (factors[column] ?? 0));
}

/** Logistic regression in which the positive and the negative rows weigh the same in sum. */
export function fitLogistic(positive: readonly Float64Array[], negative: readonly Float64Array[], columns: number): Logistic {
  const { means, factors } = standardize([...positive, ...negative], columns);
  // The last column is the constant.
  const scaled = (row: Float64Array): Float64Array =>
    Float64Array.of(...row.map((value, column) => (value - (means[column] ?? 0)) * (factors[column] ?? 0)), 1);
  const examples = [
    ...positive.map((row) => ({ row: scaled(row), target: 1, share: 0.5 / positive.length })),
    ...negative.map((row) => ({ row: scaled(row), target: 0, share: 0.5 / negative.length })),
  ];
  const fitted = ascend(columns + 1, LOGISTIC_PENALTY, (weights) => {
    const gradient = new Float64Array(columns + 1);
    for (const { row, target, share } of examples) {
      const pull = share * (target - 1 / (1 + Math.exp(-dot(row, weights))));
      add(gradient, row, pull);
    }
    return gradient;
  });
  const weights = fitted.subarray(0, columns).map((weight, column) => weight * (factors[column] ?? 0));
  return { weights, bias: (fitted[columns] ?? 0) - dot(weights, means) };
}

/** Mean gradient of the log-likelihood in the standardised weights: observed minus expected features. */
function choiceGradient(questions: readonly FitQuestion[], weights: Float64Array, scale: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length);
  const factors = weights.map((weight, column) => weight * (scale[column] ?? 0));
  for (const { rows, positive } of questions) {
    const scores = rows.map((row) => dot(row, factors));
    const highest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - highest));
    const all = powers.reduce((sum, power) => sum + power, 0);
    const good = powers.reduce((sum, power, index) => sum + (positive[index] === true ? power : 0), 0);
    rows.forEach((row, index) => {
      const power = powers[index] ?? 0;
      const pull = (positive[index] === true ? power / good : 0) - power / all;
      add(gradient, row, pull / questions.length);
    });
  }
  return gradient.map((slope, column) => slope * (scale[column] ?? 0));
}

/** Adds so many times a row to a sum. These two take nearly all of the time: loops, since callbacks take three times as long. */
function add(sum: Float64Array, row: Float64Array, factor: number): void {
  for (let column = 0; column < row.length; column++) sum[column] = (sum[column] ?? 0) + factor * (row[column] ?? 0);
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < row.length; column++) sum += (row[column] ?? 0) * (weights[column] ?? 0);
  return sum;
}
