import {availableParallelism} from 'node:os'
import {defineConfig} from 'vitest/config'

/** Left to itself, two cores get one worker: many tests wait for processes, which is time for others. */
const WORKERS = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    maxWorkers: WORKERS,
    // V8 may abort as it frees WebAssembly code of embedded databases that come and go (nodejs/node#64500)
    execArgv: ['--no-wasm-code-gc'],
    restoreMocks: true,
    expect: {requireAssertions: true},
    testTimeout: 30_000,
    hookTimeout: 120_000,
    coverage: {reporter: ['text-summary', 'html']},
  },
})
