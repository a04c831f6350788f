/** What the form itself finds wrong, as findings. */
import {pathToString, type ValidationMarker} from 'sanity'
import type {Finding} from '../newsroom/findings.ts'

/** What Sanity adds to a slug that the schema has said something better about. */
const isBare = ({message}: ValidationMarker): boolean => message === 'Required'

const hasWords = (bare: ValidationMarker, errors: readonly ValidationMarker[]): boolean =>
  errors.some((error) => !isBare(error) && pathToString(error.path) === pathToString(bare.path))

export const formErrors = (
  markers: readonly ValidationMarker[],
  documentId: string,
): readonly Finding[] =>
  markers
    .filter(({level}) => level === 'error')
    .filter((marker, _index, errors) => !(isBare(marker) && hasWords(marker, errors)))
    .map(({path, message}) => ({
      level: 'error',
      problem: {documentId, path: pathToString(path), code: 'FORM', message},
      audiences: [],
    }))

/** The form says it in its own words, so what the parser says of the same field is left out. */
export const withFormErrors = (
  form: readonly Finding[],
  found: readonly Finding[],
): readonly Finding[] => {
  const said = new Set(form.map(({problem}) => `${problem.documentId} ${problem.path}`))
  const further = found.filter(({problem}) => !said.has(`${problem.documentId} ${problem.path}`))
  return [...form, ...further]
}
