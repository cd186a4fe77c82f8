/**
 * Adds the hidden states of one row's real tokens to a sum of `dimensions` components.
 * @param hidden Last hidden state of a batch, rows × width × dimensions.
 * @param length Tokens of the row that are not padding.
 */
export function addTokens(sum: Float64Array, hidden: Float32Array, row: number, width: number, length: number): void {
  const dimensions = sum.length;
  const start = row * width * dimensions;
  for (let token = 0; token < length; token++) {
    const offset = start + token * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (hidden[offset + i] ?? 0);
  }
}

/**
 * Scales a vector to length 1. The sum and the mean of the tokens have the same direction, so that mean pooling needs no division.
 * @throws RangeError when the vector has no direction: a component is not finite, or all are 0.
 */
export function toUnitLength(sum: Float64Array): number[] {
  let squares = 0;
  for (const value of sum) squares += value * value;
  if (!Number.isFinite(squares) || squares === 0)
    throw new RangeError('The embedding model gave a vector that is not finite or is all zero.');
  const scale = 1 / Math.sqrt(squares);
  const unit = new Array<number>(sum.length);
  for (let i = 0; i < sum.length; i++) unit[i] = (sum[i] ?? 0) * scale;
  return unit;
}
