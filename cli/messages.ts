/** The SMS of a run: how full each is, and what takes how much of it. */
import colors from 'picocolors'
import {messageBar, messageGraph} from '../publishers/sms/graph.ts'
import type {PartName, SmsMessage} from '../publishers/sms/message.ts'

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

interface Shown extends MessageRow {
  /** Below `sms/`: `es/sleep`, `digest/news 2/5`. */
  readonly label: string
  readonly bar: string
  readonly graph: string
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

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`

const shown = (path: string, message: SmsMessage, which: string): Shown => {
  const {encoding, units, parts} = message
  const [, limit] = ENCODINGS[encoding]
  return Object.freeze({
    path,
    encoding,
    used: units,
    limit,
    segments: Math.ceil(units / limit),
    parts: Object.freeze(Object.fromEntries(parts.map((part) => [part.name, part.units]))),
    label: `${path.replace(/^sms\//, '').replace(/\.sms\.txt$/, '')}${which}`,
    bar: messageBar(message),
    graph: messageGraph(message),
  })
}

const fill = ({used, limit}: Shown): number => used / limit

export class MessageReport {
  readonly #messages: Shown[] = []

  add(path: string, messages: readonly SmsMessage[]): void {
    for (const [index, message] of messages.entries()) {
      const which = messages.length === 1 ? '' : ` ${index + 1}/${messages.length}`
      this.#messages.push(shown(path, message, which))
    }
  }

  rows(): readonly MessageRow[] {
    return this.#inOrder().map(({label: _label, bar: _bar, graph: _graph, ...row}) => row)
  }

  /**
   * A line a message where they are few; else the fullest alone, unless `verbose`, which also names
   * what each part takes. Empty when there was none.
   */
  text({verbose}: {readonly verbose: boolean}): string {
    const messages = this.#inOrder()
    if (messages.length === 0) return ''
    const few = verbose || messages.length <= ALL_UP_TO
    const listed = few ? messages : messages.toSorted((a, b) => fill(b) - fill(a)).slice(0, FULLEST)
    const width = Math.max(...listed.map(({label}) => shortened(label).length))
    const lines = listed.map((message) => {
      const {label, encoding, bar, graph, used, limit, parts} = message
      if (verbose) return `${label.padEnd(width)}  ${graph}`
      const [name] = ENCODINGS[encoding]
      const size = `${String(used).padStart(3)}/${limit}`
      const bare = parts.headline === undefined ? colors.yellow(' no headline') : ''
      return `${shortened(label).padEnd(width)}  ${name}  ${painted(bar)} ${size}${bare}`
    })
    return [`${this.#summary(few)}\n${legend()}`, '', ...lines].join('\n')
  }

  #summary(all: boolean): string {
    const total = this.#messages.length
    const ucs2 = this.#messages.filter(({encoding}) => encoding === 'ucs2').length
    const bare = this.#messages.filter(({parts}) => parts.headline === undefined).length
    const parts = [
      `${count(total, 'message')}, each one SMS with the whole notice`,
      ...(ucs2 === 0 ? [] : [`${ucs2.toLocaleString('en')} in UCS-2`]),
      ...(bare === 0 ? [] : [`${bare.toLocaleString('en')} without room for a headline`]),
    ]
    const rest = all ? '' : ` The ${FULLEST} fullest follow; --verbose shows all.`
    return `${colors.bold('SMS')}  ${parts.join(', ')}.${rest}`
  }

  #inOrder(): readonly Shown[] {
    return this.#messages.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  }
}
