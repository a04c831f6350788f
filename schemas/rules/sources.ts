/** A reader must be able to find what a statement rests on. */
import {fieldsOf, itemsOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'

const isFilled = (value: unknown): boolean => textOf(value) !== ''

/** For the document. */
export const findable = (source: unknown): Verdict => {
  const {kind, doi, pmid, url, containerTitle, year, authors, publisher} = fieldsOf(source)
  if ([doi, pmid, url].some(isFilled)) return true
  if (kind === 'journalArticle') {
    return isFilled(containerTitle) && typeof year === 'number'
      ? true
      : advise(
          'A reader could not find this article. Add its DOI, PubMed id or web address; or at least the journal and the year.',
        )
  }
  const byOrganization = itemsOf(authors).some((author) =>
    isFilled(fieldsOf(author)['organization']),
  )
  return byOrganization || isFilled(publisher)
    ? true
    : advise(
        'A reader could not find this. Add its web address or DOI; or at least its publisher, or the organisation that wrote it.',
      )
}

/** For an author: a person with a family name, or an organisation. */
export const personOrOrganization = (author: unknown): Verdict => {
  if (author === undefined) return true
  const {family, given, organization} = fieldsOf(author)
  if (isFilled(organization)) {
    return isFilled(family) || isFilled(given)
      ? advise('This names a person and an organisation. Make two authors of them.')
      : true
  }
  return isFilled(family)
    ? true
    : advise('Write the family name of the person, or the name of the organisation.')
}
