/** Whether what came carries its crisis notice: the client looks for itself. */
import {isRecord, isString} from './guards.ts'
import {isNotice} from './shapes.ts'
import type {CrisisNotice, Helpline} from './types.ts'

const isFilled = (text: string): boolean => text.trim() !== ''

const isReachable = ({name, phone, sms, chatUrl}: Helpline): boolean =>
  isFilled(name) &&
  [phone?.dial, sms?.number, chatUrl].some((way) => isString(way) && isFilled(way))

/** All of it is there, and at least one helpline that somebody can reach; none that nobody can. */
export const isSoundNotice = (value: unknown): value is CrisisNotice =>
  isNotice(value) &&
  [value.heading, value.lead, value.emergency.dial, value.html, value.text].every(isFilled) &&
  value.helplines.length > 0 &&
  value.helplines.every(isReachable)

/**
 * The article has a sound notice, and its `html` and `text`, where it has them, show that notice word
 * for word.
 */
export const carriesNotice = (article: unknown): boolean => {
  if (!isRecord(article)) return false
  const {crisisNotice, html, text} = article
  if (!isSoundNotice(crisisNotice)) return false
  return (
    (!isString(html) || html.includes(crisisNotice.html)) &&
    (!isString(text) || text.includes(crisisNotice.text))
  )
}
