import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // One module graph per worker: files share no mutable module state, and it is ten times faster.
    isolate: false,
    pool: 'forks',
    // Lends databases to the tests that ask; costs nothing to the others.
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
