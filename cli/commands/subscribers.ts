/** `throwline subscribers`: import, export, forget, list. */
import {createReadStream} from 'node:fs'
import {open, rename, rm, stat} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import Table from 'cli-table3'
import colors from 'picocolors'
import {parseAddress} from '../../delivery/subscribers/address.ts'
import type {ImportReport} from '../../delivery/subscribers/import.ts'
import type {AudienceCount, ListFilter, Subscriber} from '../../delivery/subscribers/list.ts'
import {
  SUBSCRIBER_CHANNELS,
  SUBSCRIBER_STATES,
  type SubscriberChannel,
  type SubscriberState,
} from '../../delivery/store/schema.ts'
import {type Problem, UsageError} from '../../errors.ts'
import {parseCountry} from '../open-content.ts'
import {type Office, openOffice} from '../open-store.ts'
import {problemText} from '../problem-list.ts'
import {createProgress} from '../progress.ts'
import {NO_BORDERS} from '../report.ts'
import {counted, grouped} from '../counted.ts'

type Format = 'csv' | 'ndjson'

const oneOf =
  <Value extends string>(option: string, values: readonly Value[]) =>
  (text: string | undefined): Value | undefined => {
    if (text === undefined) return undefined
    const found = values.find((value) => value === text)
    if (found !== undefined) return found
    throw new UsageError(`${option} ${text}: write one of ${values.join(', ')}.`)
  }

const parseFormat = oneOf<Format>('--format', ['csv', 'ndjson'])
const parseChannel = oneOf<SubscriberChannel>('--channel', SUBSCRIBER_CHANNELS)
const parseState = oneOf<SubscriberState>('--state', SUBSCRIBER_STATES)

const formatOf = (file: string): Format => (/\.(?:nd)?jsonl?$/i.test(file) ? 'ndjson' : 'csv')

const inOffice = async (work: (office: Office) => Promise<number>): Promise<number> => {
  const office = await openOffice()
  try {
    return await work(office)
  } finally {
    await office.close()
  }
}

const json = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export interface ImportCommandOptions {
  readonly format?: string
  readonly encoding?: string
  readonly json?: boolean
}

const openFile = async (file: string): Promise<Readable> => {
  if (file === '-') return process.stdin
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) throw new UsageError(`${file}: there is no such file. Check the path.`)
  if (!found.isFile()) throw new UsageError(`${file}: this is a folder. Name a file in it.`)
  return createReadStream(file)
}

const importSummary = ({rows, added, already, refused}: ImportReport): string => {
  const verdict = refused === 0 ? colors.green('✓') : colors.red('✗')
  const parts = [
    `${counted(rows, 'row')} read`,
    `${counted(added, 'subscriber')} added`,
    ...(already > 0 ? [`${grouped(already)} were subscribed before`] : []),
    ...(refused > 0 ? [`${counted(refused, 'row')} refused, named on standard error`] : []),
  ]
  return `${verdict} ${parts.join(', ')}.\n`
}

/** 1 when a row was refused; the others are in. */
export const importCommand = (file: string, options: ImportCommandOptions): Promise<number> =>
  inOffice(async ({subscribers}) => {
    const progress = await createProgress('bytes')
    const bytes = await openFile(file)
    const total = file === '-' ? 0 : (await stat(file)).size
    let read = 0
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const chunk of bytes) {
        read += chunk.length
        progress.update(read)
        yield chunk
      }
    }
    const refused: Problem[] = []
    progress.start(total)
    const report = await subscribers
      .import({
        bytes: measured(),
        format: parseFormat(options.format) ?? formatOf(file),
        ...(options.encoding !== undefined && {encoding: options.encoding}),
        onRefused: (problem) => refused.push(problem),
      })
      .finally(() => {
        progress.stop()
        if (options.json !== true) process.stderr.write(problemText(refused))
      })
    if (options.json === true) json({...report, refusals: refused})
    else process.stdout.write(importSummary(report))
    return report.refused === 0 ? 0 : 1
  })

export interface ExportCommandOptions {
  readonly format?: string
  readonly out?: string
  readonly channel?: string
  readonly state?: string
}

/** To standard output, or whole into a file. */
export const exportCommand = (options: ExportCommandOptions): Promise<number> => {
  const {out} = options
  const format = parseFormat(options.format) ?? formatOf(out ?? '')
  const channel = parseChannel(options.channel)
  const state = parseState(options.state)
  return inOffice(async ({subscribers}) => {
    const filter = {...(channel !== undefined && {channel}), ...(state !== undefined && {state})}
    const texts = subscribers.export(format, filter)
    if (out === undefined) {
      for await (const text of texts) {
        if (!process.stdout.write(text)) {
          await new Promise((resolve) => process.stdout.once('drain', resolve))
        }
      }
      return 0
    }
    // personal data: for this user's eyes
    const building = `${out}.${process.pid}.part`
    const file = await open(building, 'w', 0o600)
    try {
      for await (const text of texts) await file.write(text)
      await file.sync()
      await rename(building, out)
    } finally {
      await file.close()
      await rm(building, {force: true})
    }
    process.stdout.write(`${colors.green('✓')} Written to ${out}, which only you can read.\n`)
    return 0
  })
}

export interface ForgetCommandOptions {
  readonly country?: string
  readonly json?: boolean
}

/** The address is suppressed even when nobody has it. */
export const forgetCommand = (given: string, options: ForgetCommandOptions): Promise<number> => {
  const address = parseAddress(given, parseCountry(options.country) ?? '')
  if ('fault' in address) throw new UsageError(address.fault.message)
  return inOffice(async ({subscribers}) => {
    const found = await subscribers.forget(address)
    if (options.json === true) json({forgotten: found})
    else if (found) {
      process.stdout.write(
        `${colors.green('✓')} Forgotten. A keyed hash stays, so that nobody writes to the address again.\n`,
      )
    } else {
      process.stdout.write('Nobody had this address. It will not be written to from now on.\n')
    }
    return 0
  })
}

export interface ListCommandOptions {
  readonly channel?: string
  readonly state?: string
  readonly country?: string
  readonly language?: string
  readonly limit: string
  readonly json?: boolean
}

const LIMIT_MAX = 100_000

const parseLimit = (text: string): number => {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 0 && limit <= LIMIT_MAX) return limit
  throw new UsageError(`--limit ${text}: write a whole number, 0 to ${LIMIT_MAX}.`)
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const made = new Table({
    head: head.map((title) => colors.dim(title)),
    chars: NO_BORDERS,
    style: {head: [], border: [], 'padding-left': 0, 'padding-right': 0},
  })
  made.push(...rows.map((row) => [...row]))
  return `${made.toString().replace(/[ ]+$/gm, '')}\n`
}

const EMPTY = `Nobody is subscribed yet. Bring a file, with a header row:

  email,phone,country,language,time_zone,topics,consent_at,consent_source
  ana@mail.example,,US,es,America/Chicago,anxiety;sleep,2026-11-01,website form

  throwline subscribers import subscribers.csv
`

const audienceTable = (counts: readonly AudienceCount[]): string => {
  const groups = Map.groupBy(
    counts,
    ({channel, country, language}) => `${channel} ${country}-${language}`,
  )
  const rows = [...groups].map(([audience, group]) => {
    const number = (state: SubscriberState): string => {
      const found = group.find((each) => each.state === state)
      return found === undefined ? '' : grouped(found.count)
    }
    return [audience, ...SUBSCRIBER_STATES.map(number)]
  })
  return table(['', ...SUBSCRIBER_STATES], rows)
}

const subscriberTable = (subscribers: readonly Subscriber[]): string =>
  table(
    ['address', 'audience', 'state', 'topics', 'consent'],
    subscribers.map(({address, country, language, state, topics, consentAt, consentSource}) => [
      address,
      `${country}-${language}`,
      state,
      topics.join(', '),
      `${consentAt.toISOString().slice(0, 10)}, ${consentSource}`,
    ]),
  )

export const listCommand = (options: ListCommandOptions): Promise<number> => {
  const channel = parseChannel(options.channel)
  const state = parseState(options.state)
  const country = parseCountry(options.country)
  const {language} = options
  const filter: ListFilter = {
    limit: parseLimit(options.limit),
    ...(channel !== undefined && {channel}),
    ...(state !== undefined && {state}),
    ...(country !== undefined && {country}),
    ...(language !== undefined && {language}),
  }
  return inOffice(async ({subscribers}) => {
    const counts = await subscribers.counts()
    const shown = await subscribers.list(filter)
    if (options.json === true) {
      json({counts, subscribers: shown})
      return 0
    }
    if (counts.length === 0) {
      process.stdout.write(EMPTY)
      return 0
    }
    process.stdout.write(audienceTable(counts))
    if (shown.length > 0) process.stdout.write(`\n${subscriberTable(shown)}`)
    else if (filter.limit > 0) process.stdout.write('\nNobody is like that.\n')
    return 0
  })
}
