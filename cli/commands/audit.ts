/** `throwline audit`: what readers of partner pages see of the notice. */
import {text as readAll} from 'node:stream/consumers'
import {auditAll} from '../../audit/audit-all.ts'
import {parseTarget, parseTargetList, type Target} from '../../audit/targets.ts'
import {UsageError} from '../../errors.ts'
import {auditText, countsOf} from '../audit/audit-report.ts'
import {openAudit} from '../audit/open-audit.ts'
import {parseCountry, parseToday} from '../open-content.ts'
import {createProgress} from '../progress.ts'

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

const WIDTH = {least: 60, most: 110, elsewhere: 100} as const
/** Fewer are done before a bar is read. */
const LONG = 3

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

const width = (): number =>
  Math.min(Math.max(process.stdout.columns ?? WIDTH.elsewhere, WIDTH.least), WIDTH.most)

/** The exit status: 0 when every page is current. */
export const auditCommand = async (
  given: readonly string[],
  options: AuditCommandOptions,
): Promise<number> => {
  const today = parseToday(options.today)
  const country = parseCountry(options.country)
  const pause = parsePause(options.pause)
  const targets = await targetsOf(given)
  const {auditor, close} = await openAudit({
    dataset: options.dataset,
    today,
    country,
    language: options.language,
    isRendered: options.render === true,
    allowPrivate: options.allowPrivate === true,
    pause,
  })
  try {
    const unknown = targets.find(({article}) => article !== undefined && !auditor.knows(article))
    if (unknown?.article !== undefined) {
      throw new UsageError(
        `${unknown.url.href}=${unknown.article}: there is no article ${unknown.article}. Name one by its slug, or language/slug; a = of the address itself is written %3D.`,
      )
    }
    const progress = createProgress('pages')
    const isLong = targets.length > LONG
    if (isLong) progress.start(targets.length)
    let pages
    try {
      pages = await auditAll(auditor, targets, () => {
        if (isLong) progress.step()
      })
    } finally {
      if (isLong) progress.stop()
    }
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify({today, counts: countsOf(pages), pages}, null, 2)}\n`
        : auditText(pages, width()),
    )
    return pages.every(({verdict}) => verdict === 'current') ? 0 : 1
  } finally {
    await close()
  }
}
