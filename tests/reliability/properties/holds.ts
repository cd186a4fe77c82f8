import fc from 'fast-check';

/** How often each property is tried, and the seed, so that every run tries the same values. */
export const RUNS = 5_000;
const SEED = 20_260;

let held = 0;

/** Fails with the smallest counterexample, its seed and its path when a property does not hold for all values. */
export function holds<Values>(property: fc.IProperty<Values>): void {
  fc.assert(property, { numRuns: RUNS, seed: SEED });
  held += 1;
}

/** How many properties held so far in this file; written for the report. */
export function propertiesHeld(): number {
  console.info(`G7: ${held} properties × ${RUNS.toLocaleString('en')} runs`);
  return held;
}
