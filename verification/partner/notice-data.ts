/** The notice as data, as partners get it (contracts.md): absent optional fields are null. */
import type {Expected} from '../expected.ts'
import {repeatedFragmentReason} from '../html/read.ts'
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

/** A `crisisNotice` object. */
export const noticeDataReason = (value: unknown, expected: Expected): string | undefined => {
  if (!isRecord(value)) return 'there is no crisisNotice object'
  const {notice} = expected
  const wanted: Readonly<Record<string, unknown>> = {
    heading: notice.heading,
    lead: notice.lead,
    emergency: {display: notice.emergency.display, dial: notice.emergency.dial},
    helplines: notice.helplines.map(helplineData),
  }
  for (const [field, data] of Object.entries(wanted)) {
    if (!sameData(value[field], data)) return `crisisNotice.${field} is not that of ${notice.id}`
  }
  const {html, text} = value
  if (typeof text !== 'string' || collapse(text) !== expected.text) {
    return 'crisisNotice.text is not the notice'
  }
  const reason = repeatedFragmentReason(html, expected)
  return reason === undefined ? undefined : `in crisisNotice.html ${reason}`
}
