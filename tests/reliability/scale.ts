import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which numbers the reliability suites run at: those of every change, or the longer ones of a night. */
    scale: 'ci' | 'nightly';
  }
}

/** How often to do something: the number for every change (`npm test`), or the one for a night (`npm run test:long`). */
export function times(numbers: { ci: number; nightly: number }): number {
  return numbers[inject('scale')];
}
