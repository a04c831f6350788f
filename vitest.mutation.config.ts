import {defineConfig} from 'vitest/config'

/** What Stryker runs for each mutant: the rooms' own tests, without those that take seconds. */
export default defineConfig({
  test: {
    include: [
      'tests/crisis-notice/**/*.test.ts',
      'tests/verification/**/*.test.ts',
      'tests/publishers/sms/**/*.test.ts',
    ],
    exclude: [
      'tests/verification/any-dataset.test.ts',
      'tests/verification/any-page.test.ts',
      'tests/verification/drill-example.test.ts',
    ],
    restoreMocks: true,
    testTimeout: 30_000,
  },
})
