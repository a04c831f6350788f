/** Where a reader finds the source: a DOI, else an address with its date, else PubMed. */
import type {Source} from '../model.ts'
import {formatDate} from './date.ts'
import {plain, type Sentence} from './run.ts'

/** DOIs may hold characters that an address may not (DOI Handbook, section 2.5.2.4). */
const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/').replaceAll('%3A', ':')}`

export const availability = ({doi, url, pmid, accessedAt}: Source): readonly Sentence[] => {
  if (doi !== undefined) return [[{text: `doi:${doi}`, href: doiUrl(doi)}]]
  if (url !== undefined) {
    const accessed = accessedAt === undefined ? undefined : `Accessed ${formatDate(accessedAt)}`
    return [plain(accessed), [{text: url, href: url}]]
  }
  if (pmid === undefined) return []
  return [[{text: `PMID: ${pmid}`, href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`}]]
}

/** Printed with the reference, so that nobody takes the source for sound. */
export const retractionNotice = ({retraction}: Source): Sentence => {
  if (retraction === undefined) return []
  const {date, note} = retraction
  if (/^retract/i.test(note)) return plain(`[${note}]`)
  const on = date === undefined ? '' : ` ${formatDate(date)}`
  return plain(`[Retracted${on}: ${note}]`)
}
