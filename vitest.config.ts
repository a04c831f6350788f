import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    restoreMocks: true,
    expect: {requireAssertions: true},
    testTimeout: 30_000,
    hookTimeout: 120_000,
    coverage: {reporter: ['text-summary', 'html']},
  },
})
