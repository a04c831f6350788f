import {fieldsOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'
import {publishedId} from './dataset.ts'

/** For the document: a second site would leave open which one readers see. */
export const theOnlySite = (document: unknown): Verdict => {
  const id = textOf(fieldsOf(document)['_id'])
  return id === '' || publishedId(id) === 'site'
    ? true
    : advise(
        'There can be only one site. Delete this one, and edit "Site" in the list on the left.',
      )
}
