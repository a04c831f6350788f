/** The notice as data, as partners get it (contracts.md): absent optional fields are null. */
import type {Expected} from '../expected.ts'
import {fragmentReason, repeatedFragmentReason} from '../html/read.ts'
import {collapse} from '../text.ts'
import {isRecord} from '../json.ts'

type Helpline = Expected['notice']['helplines'][number]

const helplineData = ({name, country, languages, phone, sms, chatUrl, hours}: Helpline) => ({
  name,
  country,
  languages,
  phone: phone === undefined ? null : {display: phone.display, dial: phone.dial},
  sms: sms === undefined ? null : {number: sms.number, keyword: sms.keyword ?? null},
  chatUrl: chatUrl ?? null,
  hours,
})

/** Equal as JSON, whatever the order of keys; `{always: true}` equals itself with more keys never. */
const sameData = (found: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((value: unknown, index) => sameData(found[index], value))
    )
  }
  if (!isRecord(wanted)) return found === wanted
  if (!isRecord(found)) return false
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)])
  return [...keys].every((key) => sameData(found[key], wanted[key]))
}

/** Field by field, once for all the articles that carry it. */
const wantedOf = ({notice}: Expected): Readonly<Record<string, unknown>> => ({
  heading: notice.heading,
  lead: notice.lead,
  emergency: {display: notice.emergency.display, dial: notice.emergency.dial},
  helplines: notice.helplines.map(helplineData),
})

interface Judged {
  readonly wanted: readonly (readonly [field: string, data: unknown])[]
  /** The HTML that was last found to be right: all articles have the same, to the character. */
  right: string | undefined
}

/** What an answer depends on is the notice expected, which is one object as long as its book is, and the HTML. */
const judged = new WeakMap<Expected, Judged>()

const judgedOf = (expected: Expected): Judged => {
  const known = judged.get(expected)
  if (known !== undefined) return known
  const first: Judged = {wanted: Object.entries(wantedOf(expected)), right: undefined}
  judged.set(expected, first)
  return first
}

const htmlReason = (html: unknown, expected: Expected): string | undefined => {
  if (typeof html !== 'string') return fragmentReason(html, expected)
  const known = judgedOf(expected)
  // Stryker disable next-line ConditionalExpression: reading again says the same, more slowly
  if (html === known.right) return undefined
  const reason = repeatedFragmentReason(html, expected)
  if (reason === undefined) known.right = html
  return reason
}

/** A `crisisNotice` object. */
export const noticeDataReason = (value: unknown, expected: Expected): string | undefined => {
  if (!isRecord(value)) return 'there is no crisisNotice object'
  for (const [field, data] of judgedOf(expected).wanted) {
    if (!sameData(value[field], data)) {
      return `crisisNotice.${field} is not that of ${expected.notice.id}`
    }
  }
  const {html, text} = value
  if (typeof text !== 'string' || collapse(text) !== expected.text) {
    return 'crisisNotice.text is not the notice'
  }
  const reason = htmlReason(html, expected)
  return reason === undefined ? undefined : `in crisisNotice.html ${reason}`
}
