import {defineConfig} from 'vitest/config'
import {BaseSequencer, type TestSpecification} from 'vitest/node'

const isDrill = ({moduleId}: TestSpecification): boolean => moduleId.includes('/drill-')

/** The drills read the whole example: a mutant that a small test kills need not wait for them. */
class DrillsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter((file) => !isDrill(file)), ...sorted.filter(isDrill)]
  }
}

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
      'tests/verification/outline-spoiled.test.ts',
    ],
    sequence: {sequencer: DrillsLast},
    restoreMocks: true,
    testTimeout: 30_000,
  },
})
