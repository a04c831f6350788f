/** What an audit says of one page. */
import type {Audience} from '../crisis-notice/notice.ts'

/** From right to wrong; the text of each is what a person reads in a report. */
export const VERDICTS = {
  current: 'the notice is there, whole, visible and as it is today',
  outdated: 'a reader is shown what is no longer right',
  incomplete: 'a part of the notice is not there',
  hidden: 'it is there, but a reader does not see it',
  missing: 'there is no notice for its readers',
  gone: 'the page is no longer there',
  unreachable: 'the page could not be read',
  refused: 'its robots.txt asks us to stay away',
} as const

export type Verdict = keyof typeof VERDICTS

/** `line`: what a report prints below the page, with what was found. */
export interface Finding {
  readonly kind: FindingKind
  /** Of which helpline, where it is about one. */
  readonly helplineId?: string
  /** What the page shows: a number, or words. */
  readonly found?: string
  /** What belongs there today. */
  readonly expected?: string
  readonly message: string
}

export type FindingKind =
  | 'retired' // a line that was retired is shown
  | 'wrongNumber' // another number stands by a helpline's name
  | 'wrongLink' // a link dials another number than its words say
  | 'lacking' // a part of the notice is nowhere to be seen
  | 'hidden' // a part of the notice is there for nobody
  | 'foreign' // the notice for another country stands there
  | 'embed' // what became of an embed of ours
  | 'page' // why there is no page to read, or what was odd about it

export interface AuditResult {
  /** As it was asked for. */
  readonly url: string
  readonly verdict: Verdict
  /** Why; empty when the page is current. */
  readonly findings: readonly Finding[]
  /** Where the redirects led, where it is another address. */
  readonly finalUrl?: string
  /** HTTP status of the last answer, where there was one. */
  readonly status?: number
  /** The article it is a copy of, where that could be told. */
  readonly article?: {readonly id: string; readonly slug: string; readonly language: string}
  /** Whose notice was looked for, where the page could be read. */
  readonly audience?: Audience
  /** Numbers of the notice that a reader sees, as they are dialled, in the notice's order. */
  readonly seen: readonly string[]
  /** It was read in a browser, its scripts run. */
  readonly isRendered: boolean
}
