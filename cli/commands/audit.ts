/** `throwline audit`: what readers of partner pages see of the notice. */
import {text as readAll} from 'node:stream/consumers'
import {parseTarget, parseTargetList, type Target} from '../../audit/targets.ts'
import {UsageError} from '../../errors.ts'
import {auditText, countsOf} from '../audit/audit-report.ts'
import {auditTargets, reportWidth} from '../audit/audit-targets.ts'
import {parseCountry, parseToday} from '../open-content.ts'

export interface AuditCommandOptions {
  readonly dataset?: string
  readonly country?: string
  readonly language?: string
  readonly today?: string
  readonly render?: boolean
  readonly allowPrivate?: boolean
  /** Seconds. */
  readonly pause?: string
  readonly json?: boolean
}

const targetsOf = async (given: readonly string[]): Promise<readonly Target[]> => {
  const lists = await Promise.all(
    given.map(async (each) =>
      each === '-' ? parseTargetList(await readAll(process.stdin)) : [parseTarget(each)],
    ),
  )
  const targets = [...new Map(lists.flat().map((each) => [each.url.href, each])).values()]
  if (targets.length > 0) return targets
  throw new UsageError('No address on standard input. Write one a line, as https://host/path.')
}

const parsePause = (value: string | undefined): number | undefined => {
  if (value === undefined) return undefined
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000
  throw new UsageError(`--pause ${value}: write seconds, as 2 or 0.5.`)
}

/** The exit status: 0 when every page is current. */
export const auditCommand = async (
  given: readonly string[],
  options: AuditCommandOptions,
): Promise<number> => {
  const today = parseToday(options.today)
  const country = parseCountry(options.country)
  const pause = parsePause(options.pause)
  const targets = await targetsOf(given)
  const {dataset, language, render, allowPrivate} = options
  const pages = await auditTargets(targets, {
    today,
    country,
    pause,
    ...(dataset !== undefined && {dataset}),
    ...(language !== undefined && {language}),
    ...(render !== undefined && {render}),
    ...(allowPrivate !== undefined && {allowPrivate}),
  })
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({today, counts: countsOf(pages), pages}, null, 2)}\n`
      : auditText(pages, reportWidth()),
  )
  return pages.every(({verdict}) => verdict === 'current') ? 0 : 1
}
