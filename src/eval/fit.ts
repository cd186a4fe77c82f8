import { ascend, standardize } from './ascent.ts';

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
  const weights = ascend((standardized) => choiceGradient(useful, standardized, factors), columns);
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
  const fitted = ascend((weights) => {
    const gradient = new Float64Array(columns + 1);
    for (const { row, target, share } of examples) {
      const pull = share * (target - 1 / (1 + Math.exp(-dot(row, weights))));
      row.forEach((value, column) => {
        gradient[column] = (gradient[column] ?? 0) + pull * value;
      });
    }
    return gradient;
  }, columns + 1);
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
      row.forEach((value, column) => {
        gradient[column] = (gradient[column] ?? 0) + (pull * value * (scale[column] ?? 0)) / questions.length;
      });
    });
  }
  return gradient;
}

function dot(row: Float64Array, weights: Float64Array): number {
  return row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0);
}
