import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The long suites: minutes to hours, with the numbers of a nightly run. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tests/long/**/*.test.ts', 'tests/reliability/**/*.test.ts'],
    setupFiles: ['tests/support/guards/setup.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60 * 60_000,
    hookTimeout: 60 * 60_000,
    provide: { scale: 'nightly' },
  },
});
