/** Failures of one document as problems; any other failure is a fault of ours and is thrown on. */
import type {Problem} from '../../errors.ts'
import {NoticeLostError, NoticeMissingError} from '../../errors.ts'
import {problemsOf} from '../../problems.ts'

/** Unlike a report on the command line, a missing notice leads to the notice itself. */
export const refusals = (error: unknown, documentId: string): readonly Problem[] => {
  if (error instanceof NoticeMissingError) return [error.problem]
  if (error instanceof NoticeLostError) {
    const {code, channel, reason} = error
    return [
      {
        documentId,
        path: '',
        code,
        message: `The finished ${channel} output does not show the crisis notice as a reader would need it: ${reason}.`,
      },
    ]
  }
  return problemsOf(error, documentId)
}
