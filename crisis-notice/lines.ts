/**
 * The notice as a reader meets it: lines of runs, some of them live. This is the definition of a
 * whole notice; publishers lay it out and may not reword, reorder or leave out any of it.
 */
import {directionOf} from '../content/direction.ts'
import type {Helpline, Hours, Weekday} from '../content/model.ts'
import type {CrisisNotice} from './notice.ts'
import {noticeWording, type NoticeWording} from './wording.ts'

export interface NoticeRun {
  readonly text: string
  /** `tel:` (RFC 3966), `sms:` (RFC 5724) or an https chat address. */
  readonly href?: string
}

export interface NoticeLine {
  readonly kind: 'heading' | 'lead' | 'emergency' | 'helpline'
  readonly runs: readonly NoticeRun[]
}

export const SEPARATOR = ' · '

/** Digit groups with spaces between them change places in right-to-left text unless isolated (UAX 9). */
const isolate = (number: string, language: string): string =>
  directionOf(language) === 'rtl' ? `\u2066${number}\u2069` : number

/**
 * Words in whatever script they are in: unless isolated, `988 Lifeline` in an Arabic notice would read
 * `Lifeline 988`. Addresses stay bare, since mail programs would make the isolate a part of the link.
 */
const isolateWords = (words: string, language: string): string =>
  directionOf(language) === 'rtl' ? `\u2068${words}\u2069` : words

const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

export const telHref = (dial: string): string => `tel:${dial}`

export const smsHref = (sms: {readonly number: string; readonly keyword?: string}): string =>
  sms.keyword === undefined
    ? `sms:${sms.number}`
    : `sms:${sms.number}?body=${encodeURIComponent(sms.keyword)}`

/** January 2024 began on a Monday. */
const IN_JANUARY: Readonly<Record<Weekday, number>> = {
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
}

const weekdayName = (day: Weekday, language: string): string =>
  new Intl.DateTimeFormat(language, {weekday: 'short', timeZone: 'UTC'}).format(
    Date.UTC(2024, 0, IN_JANUARY[day]),
  )

/** Opening hours in words, e.g. `Mon, Tue 09:00-17:00 (Europe/Madrid)`. */
export const hoursText = (hours: Hours, language: string, wording: NoticeWording): string => {
  if (hours.always) return wording.always
  const spans = hours.spans.map((span) => {
    const days = span.days.map((day) => weekdayName(day, language)).join(', ')
    return `${days} ${isolate(`${span.opens}-${span.closes}`, language)}`
  })
  return `${spans.join('; ')} (${hours.timeZone})`
}

/** One helpline as the notice shows it; also for a helpline that an article names in its text. */
export const helplineLine = (
  helpline: Helpline,
  language: string,
  wording: NoticeWording,
): NoticeLine => {
  const ways: NoticeRun[] = []
  if (helpline.phone !== undefined) {
    const number = isolate(helpline.phone.display, language)
    ways.push({text: fill(wording.call, {number}), href: telHref(helpline.phone.dial)})
  }
  if (helpline.sms !== undefined) {
    const {keyword} = helpline.sms
    const number = isolate(helpline.sms.number, language)
    const text =
      keyword === undefined
        ? fill(wording.text, {number})
        : fill(wording.textKeyword, {number, keyword: isolateWords(keyword, language)})
    ways.push({text, href: smsHref(helpline.sms)})
  }
  if (helpline.chatUrl !== undefined) ways.push({text: wording.chat, href: helpline.chatUrl})
  const separated = ways.flatMap((run, index) => (index === 0 ? [run] : [{text: SEPARATOR}, run]))
  const runs = [
    {text: `${isolateWords(helpline.name, language)}: `},
    ...separated,
    {text: `${SEPARATOR}${hoursText(helpline.hours, language, wording)}`},
  ]
  return {kind: 'helpline', runs}
}

/** Heading, lead, emergency number, then a line a helpline, in the order to show. */
export const noticeLines = (notice: CrisisNotice): readonly NoticeLine[] => {
  const wording = noticeWording(notice.language)
  // The policy refuses such a notice before anyone can hold one.
  if (wording === undefined) throw new RangeError(`No notice wording for ${notice.language}`)
  const emergency = fill(wording.emergency, {
    number: isolate(notice.emergency.display, notice.language),
  })
  return [
    {kind: 'heading', runs: [{text: notice.heading}]},
    {kind: 'lead', runs: [{text: notice.lead}]},
    {kind: 'emergency', runs: [{text: emergency, href: telHref(notice.emergency.dial)}]},
    ...notice.helplines.map((line) => helplineLine(line, notice.language, wording)),
  ]
}

/** A line in plain text. A chat link shows its address in parentheses; numbers stand for themselves. */
export const lineText = (line: NoticeLine): string =>
  line.runs
    .map(({text, href}) =>
      href !== undefined && href.startsWith('https:') ? `${text} (${href})` : text,
    )
    .join('')

const made = new WeakMap<CrisisNotice, string>()

/**
 * The whole notice in plain text, one line a line, without a final line break. Kept by the frozen notice,
 * which is all that it depends on: many articles share one, and show it several times.
 */
export const noticeText = (notice: CrisisNotice): string => {
  const known = made.get(notice)
  if (known !== undefined) return known
  const text = noticeLines(notice).map(lineText).join('\n')
  if (Object.isFrozen(notice)) made.set(notice, text)
  return text
}
