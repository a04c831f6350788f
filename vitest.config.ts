import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import {defineConfig} from 'vitest/config'

/** Left to itself, two cores get one worker: many tests wait for processes, which is time for others. */
const WORKERS = Math.max(2, availableParallelism() - 1)

/** Rooms whose tests start nothing and change nothing of their process: they need not load it anew for each file. */
const PURE = ['content', 'crisis-notice', 'publishers', 'verification']

/** A worker for each file would compile the same dependencies each time: a quarter of its CPU. */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE.map((room) => `tests/${room}/**/*.test.ts`),
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: PURE.map((room) => `tests/${room}/**`),
        },
      },
    ],
    globalSetup: 'tests/support/temporary.ts',
    maxWorkers: WORKERS,
    // V8 may abort as it frees WebAssembly code of embedded databases that come and go (nodejs/node#64500)
    execArgv: ['--no-wasm-code-gc'],
    restoreMocks: true,
    // a machine may be six times as slow as another; what hangs is found all the same
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: {requireAssertions: true, poll: {timeout: 120_000}},
    coverage: {reporter: ['text-summary', 'html']},
  },
})
