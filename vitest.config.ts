import { defineConfig } from 'vitest/config';

// The time zone of the server must not matter, so the tests run far from Brussels. Set here, before any
// worker is forked: a zone that is changed later is not seen everywhere.
process.env.TZ = 'America/New_York';
process.env.LOG_LEVEL ??= 'silent';

/** Long enough for a busy machine: how long a thing takes is measured by bin/bench, never by a test. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };
const globalSetup = ['tests/support/global-cluster.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { test: { name: 'house', include: ['tests/house/**/*.test.ts'], globalSetup, ...patience } },
      { test: { name: 'pure', include: ['src/**/*.test.ts'], exclude: ['src/**/server/**'], ...patience } },
      {
        test: {
          name: 'room',
          include: ['src/**/server/**/*.test.ts', 'tests/api/**/*.test.ts', 'tests/rooms/**/*.test.ts'],
          globalSetup,
          ...patience,
        },
      },
    ],
  },
});
