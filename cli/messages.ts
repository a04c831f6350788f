/** The SMS of a run: how full each is, and what takes how much of it. */
import colors from 'picocolors'
import {messageBar, messageGraph} from '../publishers/sms/graph.ts'
import {type PartName, type SmsMessage, type SmsShape} from '../publishers/sms/message.ts'
import {counted, grouped} from './counted.ts'

/** One message as the report has it; what `--json` prints. */
export interface MessageRow {
  /** The file that holds it; a digest's holds several. */
  readonly path: string
  readonly encoding: SmsMessage['encoding']
  /** Septets of 160, or UCS-2 units of 70. */
  readonly used: number
  readonly limit: number
  /** Short messages that a phone receives: 1, or the gate would have refused it. */
  readonly segments: number
  readonly parts: Readonly<Partial<Record<PartName, number>>>
}

interface Kept {
  readonly path: string
  /** Of several in one file: ` 2/5`. */
  readonly which: string
  readonly shape: SmsShape
}

/** A report of this many lines is still read; of more messages only the fullest are shown. */
const ALL_UP_TO = 24
const FULLEST = 10
const LABEL_WIDTH = 24

const ENCODINGS: Readonly<Record<SmsMessage['encoding'], readonly [name: string, limit: number]>> =
  {gsm7: ['GSM-7', 160], ucs2: ['UCS-2', 70]}

type Paint = (text: string) => string

const PAINTS: Readonly<Record<string, Paint>> = {
  n: colors.dim, // name
  C: (text) => colors.bold(colors.green(text)), // crisis notice
  h: (text) => text, // headline
  l: colors.cyan, // link
  s: colors.dim, // stop
  '.': colors.dim,
}

const LEGEND = ['name', 'Crisis notice', 'headline', 'link', 'stop words']

const painted = (bar: string): string =>
  bar.replace(/(.)\1*/g, (run, sign: string) => (PAINTS[sign] ?? ((text: string) => text))(run))

const legend = (): string =>
  LEGEND.map((word) => `${painted(word.slice(0, 1))}${colors.dim(word.slice(1))}`).join('  ')

const shortened = (label: string): string =>
  label.length <= LABEL_WIDTH ? label : `${label.slice(0, LABEL_WIDTH - 9)}…${label.slice(-8)}`

const limitOf = ({shape}: Kept): number => ENCODINGS[shape.encoding][1]

/** Below `sms/`: `es/sleep`, `digest/news 2/5`. */
const labelOf = ({path, which}: Kept): string =>
  `${path.replace(/^sms\//, '').replace(/\.sms\.txt$/, '')}${which}`

const rowOf = (kept: Kept): MessageRow => {
  const {encoding, units, parts} = kept.shape
  const limit = limitOf(kept)
  return {
    path: kept.path,
    encoding,
    used: units,
    limit,
    segments: Math.ceil(units / limit),
    parts: Object.fromEntries(parts.map((part) => [part.name, part.units])),
  }
}

const fill = (kept: Kept): number => kept.shape.units / limitOf(kept)

const hasHeadline = ({shape}: Kept): boolean => shape.parts.some(({name}) => name === 'headline')

const wordOf = ({encoding, units, parts, forcedBy}: SmsShape): string => {
  const sizes = parts.map((part) => `${part.name} ${part.units}`).join()
  const forced = forcedBy === undefined ? '' : `${forcedBy.part} ${forcedBy.character}`
  return `${encoding} ${units} ${sizes} ${forced}`
}

interface Counts {
  readonly all: number
  readonly ucs2: number
  readonly bare: number
}

const byPath = (one: Kept, other: Kept): number =>
  one.path < other.path ? -1 : one.path > other.path ? 1 : 0

const byFill = (one: Kept, other: Kept): number => fill(other) - fill(one) || byPath(one, other)

export interface MessageReportOptions {
  /** Of every message, with what each part takes; without it, where they are many, of the fullest alone. */
  readonly verbose: boolean
}

export class MessageReport {
  readonly #verbose: boolean
  /** All, or the fullest, some more of them than a report shows. */
  #messages: Kept[] = []
  #counts: Counts = {all: 0, ucs2: 0, bare: 0}
  /** A hundred thousand messages are filled in some hundred ways; each is in memory once. */
  readonly #shapes = new Map<string, SmsShape>()

  constructor({verbose}: MessageReportOptions) {
    this.#verbose = verbose
  }

  add(path: string, shapes: readonly SmsShape[]): void {
    for (const [index, shape] of shapes.entries()) {
      const which = shapes.length === 1 ? '' : ` ${index + 1}/${shapes.length}`
      const kept = {path, which, shape: this.#shared(shape)}
      const {all, ucs2, bare} = this.#counts
      this.#counts = {
        all: all + 1,
        ucs2: ucs2 + (shape.encoding === 'ucs2' ? 1 : 0),
        bare: bare + (hasHeadline(kept) ? 0 : 1),
      }
      this.#messages.push(kept)
      const isMany = !this.#verbose && this.#messages.length >= 2 * ALL_UP_TO
      if (isMany) this.#messages = this.#fullest(ALL_UP_TO)
    }
  }

  #shared(shape: SmsShape): SmsShape {
    const word = wordOf(shape)
    const known = this.#shapes.get(word) ?? shape
    this.#shapes.set(word, known)
    return known
  }

  #fullest(count: number): Kept[] {
    return this.#messages.toSorted(byFill).slice(0, count)
  }

  /** Throws RangeError for a report that is not verbose, which does not have all of them. */
  rows(): readonly MessageRow[] {
    if (!this.#verbose) throw new RangeError('Only a verbose report has all messages.')
    return this.#messages.toSorted(byPath).map(rowOf)
  }

  /** Empty when there was none. */
  text(): string {
    if (this.#counts.all === 0) return ''
    const verbose = this.#verbose
    const isWhole = verbose || this.#counts.all <= ALL_UP_TO
    const listed = isWhole ? this.#messages.toSorted(byPath) : this.#fullest(FULLEST)
    const width = listed.reduce((most, each) => Math.max(most, shortened(labelOf(each)).length), 0)
    const lines = listed.map((each) => {
      const {shape} = each
      const label = labelOf(each)
      if (verbose) return `${label.padEnd(width)}  ${messageGraph(shape)}`
      const [name] = ENCODINGS[shape.encoding]
      const size = `${String(shape.units).padStart(3)}/${limitOf(each)}`
      const bare = hasHeadline(each) ? '' : colors.yellow(' no headline')
      const bar = painted(messageBar(shape))
      return `${shortened(label).padEnd(width)}  ${name}  ${bar} ${size}${bare}`
    })
    return [`${this.#summary(isWhole)}\n${legend()}`, '', ...lines].join('\n')
  }

  #summary(isWhole: boolean): string {
    const {all, ucs2, bare} = this.#counts
    const parts = [
      `${counted(all, 'message')}, each one SMS with the whole notice`,
      ...(ucs2 === 0 ? [] : [`${grouped(ucs2)} in UCS-2`]),
      ...(bare === 0 ? [] : [`${grouped(bare)} without room for a headline`]),
    ]
    const rest = isWhole ? '' : ` The ${FULLEST} fullest follow; --verbose shows all.`
    return `${colors.bold('SMS')}  ${parts.join(', ')}.${rest}`
  }
}
