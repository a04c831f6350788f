/** Whatever an editor pastes: a DOI, a PubMed id, an address, or a whole reference. No network. */
import {missingFrom} from './missing.ts'
import {parseAma} from './parse-ama.ts'
import type {ReferenceReading} from './reading.ts'

/** Nobody copies a PubMed id of three digits. */
const BARE_PMID = /^(?:PMID:?\s*)?([1-9]\d{3,7})$/iu

const LONGEST = 4000

/** Nothing when the text is none of them. */
export const readReference = (text: string): ReferenceReading | undefined => {
  const trimmed = text.slice(0, LONGEST).trim()
  const pmid = BARE_PMID.exec(trimmed)?.[1]
  if (pmid === undefined) return trimmed === '' ? undefined : parseAma(trimmed)
  const fields = Object.freeze({pmid})
  return Object.freeze({fields, missing: missingFrom(fields), unread: [], check: []})
}
