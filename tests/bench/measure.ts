import type { Goal } from './benchmark.ts';

/** The middle value; the mean of the two middle ones of an even number. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/**
 * Runs the ways in turn, A B A B …, so that whatever else the machine does falls on all of them alike.
 * @returns For each way the milliseconds of each round.
 */
export async function interleave(rounds: number, ways: readonly ((round: number) => Promise<unknown>)[]): Promise<number[][]> {
  const milliseconds = ways.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, way] of ways.entries()) {
      const started = performance.now();
      await way(round);
      milliseconds[index]?.push(performance.now() - started);
    }
  }
  return milliseconds;
}

/** Whether a ratio is what it should be; a ratio that is not a number never is. */
export function isReached(ratio: number, { at, value }: Goal): boolean {
  return at === 'most' ? ratio <= value : ratio >= value;
}
