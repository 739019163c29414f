import { defineConfig } from 'vitest/config';

const AFTERWARDS = 'test/afterwards/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Two processes run every file: loading the cabinet and its engines anew for each took a third of the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'suite', include: ['test/**/*.test.ts'], exclude: [AFTERWARDS] },
      },
      // What the whole suite left behind can be searched only when all of it has run.
      { extends: true, test: { name: 'afterwards', include: [AFTERWARDS], sequence: { groupOrder: 1 } } },
    ],
  },
});
