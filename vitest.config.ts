import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // One module graph per worker: files share no mutable module state, and it is ten times faster.
    isolate: false,
    pool: 'forks',
    // Half of a test's time is waiting for the database or the browser.
    maxWorkers: 2,
    // Lends databases to the tests that ask; costs nothing to the others.
    globalSetup: ['test/global-setup.ts'],
    // Never the keys of whoever runs the tests.
    env: { SUPERBILL_KEY_FILE: join(tmpdir(), `superbill-test-${process.pid}.keys`) },
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
