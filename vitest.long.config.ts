import { defineConfig } from 'vitest/config';

/** The long suites: minutes to hours, with the numbers of a nightly run. */
export default defineConfig({
  test: {
    include: ['tests/long/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60 * 60_000,
    hookTimeout: 60 * 60_000,
  },
});
