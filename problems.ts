/** Turns whatever was thrown while publishing one document into the problems a report can name. */
import {
  ContentError,
  NoticeLostError,
  NoticeMissingError,
  type Problem,
  PublisherError,
  UnknownBlockError,
} from './errors.ts'

/** Rethrows what is not the document's fault. */
export const problemsOf = (error: unknown, documentId: string): readonly Problem[] => {
  if (error instanceof ContentError) return error.problems
  if (error instanceof PublisherError) return [error.problem]
  if (error instanceof NoticeMissingError) {
    const {path, code, message} = error.problem
    const where = path === '' ? error.problem.documentId : `${error.problem.documentId}.${path}`
    return [{documentId, path: 'language', code, message: `${where}: ${message}`}]
  }
  if (error instanceof NoticeLostError || error instanceof UnknownBlockError) {
    return [{documentId, path: '', code: error.code, message: error.message}]
  }
  throw error
}
