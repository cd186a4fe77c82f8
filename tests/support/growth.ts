import { createContext, runInContext } from 'node:vm';

/** Work that takes longer than this is taken to never end: an expression that backtracks without end. */
const ENDLESS_MILLISECONDS = 10_000;

/**
 * How many times longer the work takes for eight times as much of a text: about 8 when it is linear, 64 when it is quadratic. The best of
 * several tries counts, since other programs disturb them. Throws when the work does not end.
 * @param textOf a text of so many characters
 */
export function growth(work: (text: string) => unknown, textOf: (length: number) => string, length = 4_000): number {
  const short = bestTime(work, textOf(length));
  const long = bestTime(work, textOf(8 * length));
  return long / Math.max(short, 0.05);
}

function bestTime(work: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    untilEnd(() => work(text));
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Runs the work and ends it by force when it does not end by itself. */
export function untilEnd<Result>(work: () => Result): Result {
  const context = createContext({ work });
  return runInContext('work()', context, { timeout: ENDLESS_MILLISECONDS }) as Result;
}
