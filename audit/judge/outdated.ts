/** Numbers that a reader sees and that are not right: retired lines, and others in place of ours. */
import type {Helpline} from '../../content/model.ts'
import type {Finding} from '../result.ts'
import {displays} from '../../content/parse/phone.ts'
import type {Fact} from './facts.ts'
import {dialOf, isSameNumber, numberPattern, numbersIn} from './numbers.ts'
import {wordsPattern} from './occurrences.ts'
import type {Stream, StreamLink} from './stream.ts'
import type {Stretch} from './stretch.ts'

const numbersOf = ({phone, sms}: Helpline): readonly string[] => [
  ...(phone === undefined ? [] : [phone.dial]),
  ...(sms === undefined ? [] : [sms.number]),
]

/** So short a number also counts other things; then the line's name must stand near. */
const SHORT = 6
const NEAR = 200

export interface RetiredLine {
  readonly helpline: Helpline
  readonly number: string
  readonly successor: Helpline | undefined
}

/** Numbers that no line has any more. */
export const retiredLines = (
  helplines: readonly Helpline[],
  today: string,
): readonly RetiredLine[] => {
  const isRetired = ({retiredAt}: Helpline): boolean =>
    retiredAt !== undefined && retiredAt <= today
  const inUse = helplines.filter((each) => !isRetired(each)).flatMap(numbersOf)
  return helplines.filter(isRetired).flatMap((helpline) =>
    [...new Set(numbersOf(helpline))]
      .filter((number) => !inUse.some((used) => isSameNumber(used, number)))
      .map((number) => ({
        helpline,
        number,
        successor: helplines.find(({id}) => id === helpline.replacedBy),
      })),
  )
}

const isNear = ({text}: Stream, at: number, name: string): boolean =>
  wordsPattern(name).test(text.slice(Math.max(0, at - NEAR), at + NEAR))

const retiredFinding = ({helpline, number, successor}: RetiredLine): Finding => {
  const now = successor?.phone?.display ?? successor?.sms?.number
  return {
    kind: 'retired',
    helplineId: helpline.id,
    found: number,
    ...(now !== undefined && {expected: now}),
    message: `${helpline.name} with ${number} is shown; it was retired on ${helpline.retiredAt}${
      successor === undefined
        ? ''
        : `, and ${successor.name}${now === undefined ? '' : ` (${now})`} took over`
    }.`,
  }
}

/** `stream`: what a reader sees. */
const retiredFindings = (stream: Stream, lines: readonly RetiredLine[]): readonly Finding[] =>
  lines
    .filter(({number, helpline}) => {
      const isLinked = stream.links.some(({href}) => isSameNumber(dialOf(href)?.dial ?? '', number))
      const places = [...stream.text.matchAll(numberPattern(number))].map(({index}) => index)
      const isLong = number.length > SHORT
      return isLinked || places.some((at) => isLong || isNear(stream, at, helpline.name))
    })
    .map(retiredFinding)

/** A link whose words promise one number and that dials another; one of them is of the notice. */
const linkFinding = ({href, words}: StreamLink, facts: readonly Fact[]): Finding | undefined => {
  const dial = dialOf(href)?.dial
  const promised = numbersIn(words)
  if (dial === undefined || promised.length === 0) return undefined
  if (displays(words, dial) || promised.some(({text}) => isSameNumber(text, dial))) return undefined
  const concerned = facts.find(
    ({kind, value}) =>
      (kind === 'phone' || kind === 'sms' || kind === 'emergency') &&
      (isSameNumber(value, dial) || promised.some(({text}) => isSameNumber(text, value))),
  )
  // names hold numbers too: "988 Suicide & Crisis Lifeline" may be a link to another of its lines
  const isNamed = facts.some(({kind, value}) => kind === 'name' && wordsPattern(value).test(words))
  if (concerned === undefined || isNamed) return undefined
  return {
    kind: 'wrongLink',
    ...(concerned.helpline !== undefined && {helplineId: concerned.helpline.id}),
    found: dial,
    expected: concerned.value,
    message: `The link "${words.trim()}" dials ${dial}.`,
  }
}

/** By a name alone nobody is reached: `988` in "988 Suicide & Crisis Lifeline" is a part of it. */
const isReached = ({occurrences}: Stretch, fact: Fact): boolean => {
  const names = occurrences.filter((each) => each.fact.kind === 'name')
  return occurrences.some(
    (each) =>
      each.fact === fact &&
      (each.isLink ||
        !names.some(({at, fact: {value}}) => each.at >= at && each.at < at + value.length)),
  )
}

const wrongNumber = (name: Fact, fact: Fact, found: string): Finding => ({
  kind: 'wrongNumber',
  helplineId: fact.helpline?.id ?? '',
  found,
  expected: fact.shown,
  message: `${name.shown} is shown with ${found}; it is ${fact.shown} today.`,
})

/**
 * Another number where one of ours belongs, between a helpline's name and the next one's: in words
 * where its own is not to be seen, and in a link among the others in any case.
 */
const wrongNumbers = (
  stream: Stream,
  stretch: Stretch,
  facts: readonly Fact[],
): readonly Finding[] => {
  const names = stretch.occurrences.filter(({fact}) => fact.kind === 'name')
  const known = facts.filter(({kind}) => ['emergency', 'phone', 'sms'].includes(kind))
  const isStrange = (number: string): boolean =>
    !known.some(({value}) => isSameNumber(number, value))
  const found = names.flatMap(({fact: name, at}, index) => {
    const start = at + name.value.length
    const end = Math.min(names[index + 1]?.at ?? Number.POSITIVE_INFINITY, start + NEAR)
    const linked = stream.links
      .filter((link) => link.at >= at && link.at < end)
      .flatMap((link) => {
        const dialled = dialOf(link.href)
        return dialled === undefined ? [] : [{at: link.at, ...dialled}]
      })
    const strange = linked.filter(({dial}) => isStrange(dial))
    const written = numbersIn(stream.text.slice(start, end)).map(({text}) => text)
    const other = [...written.filter(isStrange), ...strange.map(({dial}) => dial)][0]
    const own = known.filter(({helpline}) => helpline !== undefined && helpline === name.helpline)
    return own.flatMap((fact) => {
      const way = fact.kind === 'sms' ? 'sms' : 'tel'
      const ofWay = linked.filter((link) => link.way === way)
      const isLinked = ofWay.some(({dial}) => isSameNumber(dial, fact.value))
      const among = strange.find((link) => link.way === way && link.at <= stretch.end)
      const instead = isLinked ? undefined : among?.dial
      const wrong = isReached(stretch, fact) ? instead : other
      return wrong === undefined ? [] : [wrongNumber(name, fact, wrong)]
    })
  })
  return [...new Map(found.map((each) => [each.message, each])).values()]
}

/** Where a helpline is not even named, whatever else is dialled among the others has taken its place. */
const strangers = (
  {links}: Stream,
  {start, end, facts: there}: Stretch,
  facts: readonly Fact[],
): readonly Finding[] => {
  const unnamed = facts.find((fact) => fact.kind === 'name' && !there.has(fact))
  if (unnamed === undefined || there.size === 0) return []
  return links
    .filter(({at}) => at >= start && at <= end)
    .flatMap(({href, words}) => {
      const dial = dialOf(href)?.dial
      if (dial === undefined || facts.some(({value}) => isSameNumber(dial, value))) return []
      return {
        kind: 'wrongNumber' as const,
        helplineId: unnamed.helpline?.id ?? '',
        found: dial,
        expected: unnamed.shown,
        message: `"${words.trim()}" dials ${dial}, which is no number of the notice; ${unnamed.shown} is not there.`,
      }
    })
}

export interface OutdatedQuestion {
  /** What a reader sees of the page. */
  readonly stream: Stream
  readonly stretch: Stretch
  readonly facts: readonly Fact[]
  readonly retired: readonly RetiredLine[]
}

export const outdatedFindings = (question: OutdatedQuestion): readonly Finding[] => {
  const {stream, stretch, facts, retired} = question
  const retiredShown = retiredFindings(stream, retired)
  return [
    ...retiredShown,
    ...stream.links.flatMap((link) => linkFinding(link, facts) ?? []),
    ...(retiredShown.length > 0 ? [] : strangers(stream, stretch, facts)),
    ...wrongNumbers(stream, stretch, facts),
  ]
}
