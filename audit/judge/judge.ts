/** What a page shows of the notice that its readers need. */
import {noticeText} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import type {Piece} from '../read/view.ts'
import type {Finding, Verdict} from '../result.ts'
import {describeFacts, type Fact, type FactKind, isWay, noticeFacts} from './facts.ts'
import {occurrencesOf, wordsPattern} from './occurrences.ts'
import {outdatedFindings, type RetiredLine} from './outdated.ts'
import {seenPieces, type Stream, streamOf} from './stream.ts'
import {fullestStretch, type Stretch} from './stretch.ts'

export interface Judgement {
  readonly verdict: Extract<Verdict, 'current' | 'outdated' | 'incomplete' | 'hidden' | 'missing'>
  readonly findings: readonly Finding[]
  /** Numbers of the notice that a reader sees, as they are dialled. */
  readonly seen: readonly string[]
}

export interface JudgeQuestion {
  readonly pieces: readonly Piece[]
  readonly notice: CrisisNotice
  /** For readers of other countries, to tell whose notice stands there instead. */
  readonly others: readonly CrisisNotice[]
  readonly retired: readonly RetiredLine[]
}

/** A partner's layout may put more between the lines than ours; an article is longer. */
const widthOf = (notice: CrisisNotice): number => 3 * noticeText(notice).length + 1000

const isWhole = (stream: Stream, notice: CrisisNotice): boolean => {
  const facts = noticeFacts(notice)
  const occurrences = occurrencesOf(stream, facts)
  return fullestStretch(occurrences, widthOf(notice)).facts.size === facts.length
}

/** A helpline in the text of an article is no notice: words of the notice's own stand with it. */
const isBegun = (stream: Stream, notice: CrisisNotice, {facts, start, end}: Stretch): boolean => {
  const found = [...facts]
  if (!found.some(isWay)) return false
  const around = stream.text.slice(Math.max(0, start - 400), end + 400)
  const own = [notice.heading, notice.lead].some((words) => wordsPattern(words).test(around))
  const names = new Set(found.flatMap(({helpline}) => helpline?.id ?? []))
  return (
    own || found.some(({kind}) => kind === 'emergency') || names.size === notice.helplines.length
  )
}

/** One finding a helpline. */
const lackingFindings = (lacking: readonly Fact[], facts: readonly Fact[]): readonly Finding[] =>
  [...Map.groupBy(lacking, ({helpline}) => helpline)].map(([helpline, group]) => ({
    kind: 'lacking',
    ...(helpline !== undefined && {helplineId: helpline.id}),
    expected: group.map(({value}) => value).join(', '),
    message: `Not there: ${describeFacts(group, facts)}.`,
  }))

interface Concealed {
  readonly fact: Fact
  readonly reason: string
}

const concealedIn = ({occurrences}: Stretch, lacking: readonly Fact[]): readonly Concealed[] =>
  lacking.flatMap((fact) => {
    const there = occurrences.find((each) => each.hidden !== undefined && each.fact === fact)
    return there?.hidden === undefined ? [] : [{fact, reason: there.hidden}]
  })

/** One finding a reason, with all that it hides. */
const hiddenFindings = (
  concealed: readonly Concealed[],
  facts: readonly Fact[],
): readonly Finding[] =>
  [...Map.groupBy(concealed, ({reason}) => reason)].map(([reason, group]) => {
    const hidden = group.map(({fact}) => fact)
    return {
      kind: 'hidden',
      found: [...new Set(hidden.map(({value}) => value))].join(', '),
      message: `Not seen: ${describeFacts(hidden, facts)}; ${reason}.`,
    }
  })

/** The notice of another country, whole, where there is not even a helpline's name of ours. */
const foreignFinding = (
  stream: Stream,
  {notice, others}: JudgeQuestion,
  {facts}: Stretch,
): Finding | undefined => {
  if ([...facts].some(({kind}) => kind === 'name')) return undefined
  const there = others.find((other) => isWhole(stream, other))
  if (there === undefined) return undefined
  const {country} = there.audience
  return {
    kind: 'foreign',
    found: country,
    expected: notice.audience.country,
    message: `It shows the notice for ${country}; its readers are in ${notice.audience.country}.`,
  }
}

const NUMBERS: readonly FactKind[] = ['emergency', 'phone', 'sms']

const seenNumbers = (facts: readonly Fact[], stretch: Stretch): readonly string[] => {
  const found = facts.filter((fact) => NUMBERS.includes(fact.kind) && stretch.facts.has(fact))
  return [...new Set(found.map(({value}) => value))]
}

export const judge = (question: JudgeQuestion): Judgement => {
  const {pieces, notice, retired} = question
  const facts = noticeFacts(notice)
  const stream = streamOf(seenPieces(pieces))
  const fullest = (text: Stream): Stretch =>
    fullestStretch(occurrencesOf(text, facts), widthOf(notice))
  const stretch = fullest(stream)
  const lacking = facts.filter((fact) => !stretch.facts.has(fact))
  const seen = seenNumbers(facts, stretch)
  const outdated = outdatedFindings({stream, stretch, facts, retired})

  const whole = lacking.length === 0 ? stretch : fullest(streamOf(pieces))
  const concealed = concealedIn(whole, lacking)
  const hidden = hiddenFindings(concealed, facts)
  const nowhere = lacking.filter((each) => !concealed.some(({fact}) => fact === each))
  const rest = lackingFindings(nowhere, facts)
  const findings = [...outdated, ...hidden, ...rest]

  if (outdated.length > 0) return {verdict: 'outdated', findings, seen}
  if (lacking.length === 0) return {verdict: 'current', findings: [], seen}
  const foreign = foreignFinding(stream, question, stretch)
  if (foreign !== undefined) return {verdict: 'missing', findings: [foreign], seen}
  if (hidden.length > 0) return {verdict: 'hidden', findings, seen}
  if (isBegun(stream, notice, stretch)) return {verdict: 'incomplete', findings, seen}
  return {verdict: 'missing', findings: [], seen}
}
