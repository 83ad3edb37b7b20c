import { defineConfig } from 'vitest/config'

// One server for all files of these projects; each file gets its own copy of the migrated database.
const globalSetup = ['tests/global-setup.ts']

// `npm test` runs the projects in turn, see scripts/test.ts.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/**/*.test.{ts,tsx}', 'seeds/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['src/**/*.acts.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.acts.test.ts', 'tests/database/*.test.ts'],
          globalSetup,
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'attacks',
          include: ['attacks/**/*.test.ts'],
          globalSetup,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['stories/**/*.story.ts'],
          globalSetup,
          fileParallelism: false,
          expect: { poll: { timeout: 15_000, interval: 100 } },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
