import {expect} from 'vitest'
import {PROBLEM_CODES} from '../../../content/problem-codes.ts'
import type {Problem} from '../../../errors.ts'

/** Every problem is of a listed code, and its message ends as a sentence that says what to do. */
export const expectMended = (problems: readonly Problem[]): void => {
  for (const {code, message} of problems) {
    expect(Object.keys(PROBLEM_CODES)).toContain(code)
    expect(message).toMatch(/[.;:] .+\.$/s)
  }
}
