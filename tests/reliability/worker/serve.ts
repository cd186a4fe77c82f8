import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Outcome } from './worker.ts';

/** Says a line to the test at once, whatever happens to the process next. */
export function say(value: unknown): void {
  writeSync(1, `${JSON.stringify(value)}\n`);
}

/** Carries out the requests of a test, one line of JSON each, and tells the outcome of each, until there are no more. */
export function serve(carryOut: (request: unknown) => Promise<unknown>): void {
  let last = Promise.resolve();
  createInterface({ input: process.stdin }).on('line', (line) => {
    last = last.then(async () => {
      say(await outcomeOf(() => carryOut(JSON.parse(line) as unknown)));
    });
  });
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: { name: error.name, message: error.message } };
  }
}
