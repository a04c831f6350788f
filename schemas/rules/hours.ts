/** Opening hours: always, or a time zone with at least one span. */
import {fieldsOf, itemsOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'

const isAlways = (hours: unknown): boolean => fieldsOf(hours)['always'] === true

export const hasTimeZone = (timeZone: string | undefined, hours: unknown): Verdict =>
  isAlways(hours) || textOf(timeZone) !== ''
    ? true
    : advise('Write the time zone of the hours, or tick "Day and night, every day".')

export const hasSpans = (spans: unknown, hours: unknown): Verdict =>
  isAlways(hours) || itemsOf(spans).length > 0
    ? true
    : advise('Add the opening times, or tick "Day and night, every day".')
