import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/long/**', 'node_modules/**'],
    // No test speaks with another machine or shows a secret.
    setupFiles: ['tests/support/guards/setup.ts', 'tests/support/guards/seed.ts'],
    // Native modules (onnxruntime, hnswlib, SQLite) are loaded in child processes: worker threads do not contain them.
    pool: 'forks',
    // One a processor of a small machine: end-to-end tests wait more than they work.
    maxWorkers: 2,
    // Against hanging only: a busy machine may take long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    provide: { scale: 'ci' },
  },
});
