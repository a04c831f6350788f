/** What stands at the end of a reference: where it can be found, when it was read, that it was retracted. */
import type {ReferenceFields} from './reading.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** `November 5, 2026`, `Nov 5, 2026` → `2026-11-05`; nothing for a day that there is not. */
export const readDate = (text: string): string | undefined => {
  const [, name = '', day = '', year = ''] =
    /^(\p{L}{3,9})\.? (\d{1,2}), (\d{4})$/u.exec(text) ?? []
  const month = MONTHS.findIndex((each) => name.toLowerCase().startsWith(each)) + 1
  if (month === 0) return undefined
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(date)
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(date) ? undefined : date
}

interface Found {
  readonly fields: ReferenceFields
  readonly unread?: string
}

interface Ending {
  readonly name: string
  readonly pattern: RegExp
  readonly read: (groups: Readonly<Record<string, string | undefined>>, whole: string) => Found
}

const DAY = String.raw`\p{L}{3,9}\.? \d{1,2}, \d{4}`

const retraction: Ending['read'] = ({note = '', date = ''}) => {
  const on = readDate(date)
  return {fields: {retraction: on === undefined ? {note: note.trim()} : {date: on, note}}}
}

/** Tried again and again, each at the end of what is left. */
const ENDINGS: readonly Ending[] = [
  {
    name: 'dated retraction',
    pattern: new RegExp(String.raw`\[Retracted (?<date>${DAY}): (?<note>[^\]]+)\]\.?$`, 'u'),
    read: retraction,
  },
  {name: 'retraction', pattern: /\[(?<note>Retract[^\]]+)\]\.?$/iu, read: retraction},
  {
    name: 'DOI',
    pattern:
      /(?<=^|\s)(?:doi:?\s*)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?(?<doi>10\.\d{4,9}\/[^\s"<>]+?)[.,;]?$/iu,
    read: ({doi = ''}) => ({fields: {doi}}),
  },
  {
    name: 'PubMed address',
    pattern:
      /https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/pubmed)\/(?<pmid>[1-9]\d{0,7})\/?\.?$/iu,
    read: ({pmid = ''}) => ({fields: {pmid}}),
  },
  {
    name: 'PubMed id',
    pattern: /\bPMID:?\s*(?<pmid>[1-9]\d{0,7})[.;]?$/iu,
    read: ({pmid = ''}) => ({fields: {pmid}}),
  },
  {
    name: 'PubMed Central id',
    pattern: /\bPMCID:?\s*PMC\d+[.;]?$/iu,
    read: (_groups, whole) => ({fields: {}, unread: whole}),
  },
  {
    name: 'address',
    pattern: /(?<url>https:\/\/[^\s"<>]+?)\.?$/iu,
    read: ({url = ''}) => ({fields: {url}}),
  },
  {
    name: 'address without encryption',
    pattern: /http:\/\/[^\s"<>]+?\.?$/iu,
    read: (_groups, whole) => ({fields: {}, unread: whole}),
  },
  {
    name: 'day it was read',
    pattern: new RegExp(String.raw`(?<=^|\s)Accessed (?<date>${DAY})\.?$`, 'iu'),
    read: ({date = ''}, whole) => {
      const accessedAt = readDate(date)
      return accessedAt === undefined ? {fields: {}, unread: whole} : {fields: {accessedAt}}
    },
  },
  {
    name: 'day it was changed',
    pattern: new RegExp(
      String.raw`(?<=^|\s)(?:Updated|Reviewed|Last updated) (?:${DAY}|\d{4})\.?$`,
      'iu',
    ),
    read: (_groups, whole) => ({fields: {}, unread: whole}),
  },
  {
    name: 'day it was published',
    pattern: /(?<=^|\s)Published (?!online)(?:\p{L}{3,9}\.? )?(?:\d{1,2}, )?(?<year>\d{4})\.?$/iu,
    read: ({year = ''}) => ({fields: {year: Number(year)}}),
  },
  {
    name: 'page views',
    pattern: /(?<=[.\s])(?:Available (?:from|at)|Retrieved from|URL):?$/iu,
    read: () => ({fields: {}}),
  },
]

export interface Tail {
  /** What stands before it. */
  readonly body: string
  readonly fields: ReferenceFields
  readonly unread: readonly string[]
}

export const readTail = (text: string): Tail => {
  let body = text.trim()
  let fields: ReferenceFields = {}
  const unread: string[] = []
  for (;;) {
    const rest = body
    const ending = ENDINGS.find(({pattern}) => pattern.test(rest))
    const match = ending?.pattern.exec(rest)
    if (ending === undefined || match === null || match === undefined) return {body, fields, unread}
    const found = ending.read(match.groups ?? {}, match[0].replace(/\.$/, ''))
    // the last of two is the reader's way; what is said first wins
    fields = {...fields, ...found.fields}
    if (found.unread !== undefined) unread.unshift(found.unread)
    body = rest.slice(0, match.index).trimEnd()
  }
}
