/** Complaints: feedback reports (RFC 5965) that mail services send when a reader presses "spam". */
import {fieldGroups} from './fields.ts'
import type {OpenedMail} from './open-mail.ts'

export interface ComplaintReading {
  /** Feedback-Type: abuse, fraud, virus, opt-out, other. */
  readonly feedback: string
  /** The report's own fields and what it holds of our mail: where the tokens are looked for. */
  readonly about: string
}

const ORIGINAL: readonly string[] = ['message/rfc822', 'message/global', 'text/rfc822-headers']

/** `undefined` when it is no report; `passing` for one that takes a complaint back. */
export const complaintReading = ({parts}: OpenedMail): ComplaintReading | 'passing' | undefined => {
  const report = parts.find(({type}) => type === 'message/feedback-report')
  if (report === undefined) return undefined
  const [fields] = fieldGroups(report.content)
  const feedback = (fields?.get('feedback-type') ?? 'other').toLowerCase()
  if (feedback === 'not-spam') return 'passing'
  const originals = parts.filter(({type}) => ORIGINAL.includes(type)).map(({content}) => content)
  return Object.freeze({feedback, about: [report.content, ...originals].join('\n')})
}
