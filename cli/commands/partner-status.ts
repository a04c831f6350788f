/** `throwline partners status`: who has the newest change, and what one partner has and asks for. */
import colors from 'picocolors'
import {parseTarget} from '../../audit/targets.ts'
import type {AuditResult} from '../../audit/result.ts'
import {changeCursor} from '../../delivery/changes/cursor.ts'
import type {PartnerKey, PartnerUsage} from '../../delivery/partners/partner.ts'
import type {PartnerStatus} from '../../delivery/partners/partners.ts'
import {
  newestChange,
  type NewestChange,
  partnersWhereabouts,
  type Whereabouts,
} from '../../delivery/partners/whereabouts.ts'
import {auditText, countsOf} from '../audit/audit-report.ts'
import {auditTargets, reportWidth} from '../audit/audit-targets.ts'
import {parseToday} from '../open-content.ts'
import {parseNumber} from '../partners/number.ts'
import {inOffice, json, say} from '../partners/office.ts'
import {minute, orAll, table} from '../partners/table.ts'
import {followsText, webhookText} from '../partners/whereabouts-text.ts'
import {grouped} from '../counted.ts'

export interface StatusCommandOptions {
  readonly days: string
  readonly audit?: boolean
  readonly render?: boolean
  readonly allowPrivate?: boolean
  readonly dataset?: string
  readonly today?: string
  readonly json?: boolean
}

const keyRow = ({id, createdAt, expiresAt, lastUsedAt}: PartnerKey): readonly string[] => [
  `tl_${id}_…`,
  minute(createdAt),
  lastUsedAt === undefined ? 'never' : minute(lastUsedAt),
  expiresAt === undefined ? '' : minute(expiresAt),
]

const usageTable = (usage: readonly PartnerUsage[]): string => {
  const statuses = [...new Set(usage.map(({status}) => status))].toSorted((a, b) => a - b)
  const days = [...Map.groupBy(usage, ({day}) => day)]
  const rows = days.map(([day, own]) => [
    day,
    ...statuses.map((status) => {
      const found = own.find((each) => each.status === status)
      return found === undefined ? '' : grouped(found.requests)
    }),
  ])
  return table(['day', ...statuses.map(String)], rows)
}

const newestText = (newest: NewestChange | undefined): string =>
  newest === undefined
    ? 'Nothing has changed yet: the log begins when "throwline serve" first runs.'
    : `The newest change: ${newest.kind} ${newest.about}, ${minute(newest.at)}.`

const all = (newest: NewestChange | undefined, partners: readonly Whereabouts[]): string => {
  const rows = partners.map((each) => [
    each.name,
    followsText(each.api),
    webhookText(each.webhook),
    each.lastUsedAt === undefined ? 'never' : minute(each.lastUsedAt),
    each.pages.length === 0 ? '' : grouped(each.pages.length),
  ])
  return `${newestText(newest)}\n\n${table(['partner', 'by the API', 'by webhook', 'asked last', 'pages'], rows)}`
}

const one = (
  {partner, keys, usage}: PartnerStatus,
  own: Whereabouts | undefined,
  newest: NewestChange | undefined,
  days: number,
): readonly string[] => {
  const {contact, scope, revokedAt} = partner
  return [
    `${colors.bold(partner.name)} (${partner.id})${revokedAt === undefined ? '' : `, revoked ${minute(revokedAt)}`}`,
    `Topics: ${orAll(scope.topics)}. Languages: ${orAll(scope.languages)}. Countries: ${orAll(scope.countries)}.`,
    ...(contact === undefined ? [] : [`Contact: ${contact}`]),
    '',
    newestText(newest),
    ...(own === undefined
      ? []
      : [`By the API: ${followsText(own.api)}. By webhook: ${webhookText(own.webhook)}.`]),
    '',
    keys.length === 0
      ? 'No key of it opens anything.'
      : table(['key', 'made', 'last used', 'ends'], keys.map(keyRow)),
    '',
    usage.length === 0
      ? `No requests in ${days} days.`
      : `Requests by day and status:\n\n${usageTable(usage)}`,
    ...(partner.pages.length === 0 ? [] : ['', 'Pages:', ...partner.pages]),
  ]
}

const NOBODY = `Nobody reads over the API yet. Make a key:

  throwline partners add "Clinic North"`

const noPages = (who: string): string => `
No page is noted to audit. Note where the articles stand:

  throwline partners pages "${who}" add https://clinic.example/ketamine`

const audited = async (
  pages: readonly string[],
  options: StatusCommandOptions,
): Promise<readonly AuditResult[]> =>
  auditTargets(pages.map(parseTarget), {
    ...options,
    today: parseToday(options.today),
  })

interface Told {
  readonly report: Readonly<Record<string, unknown>>
  readonly lines: readonly string[]
  readonly pages: readonly string[]
  readonly who: string
}

const toldOf = (newest: NewestChange | undefined) =>
  newest === undefined ? null : {...newest, cursor: changeCursor(newest.cursor)}

const readStatus = (who: string | undefined, days: number): Promise<Told> => {
  let told: Told | undefined
  return inOffice(async (partners, store) => {
    const newest = await newestChange(store)
    const whereabouts = await partnersWhereabouts(store)
    if (who === undefined) {
      told = {
        report: {newest: toldOf(newest), partners: whereabouts},
        lines: [whereabouts.length === 0 ? NOBODY : all(newest, whereabouts)],
        pages: whereabouts.flatMap(({pages}) => pages),
        who: whereabouts[0]?.name ?? 'Clinic North',
      }
      return
    }
    const status = await partners.status(who, days)
    const own = whereabouts.find(({id}) => id === status.partner.id)
    told = {
      report: {...status, newest: toldOf(newest), whereabouts: own ?? null},
      lines: one(status, own, newest, days),
      pages: status.partner.pages,
      who: status.partner.name,
    }
  }).then(() => {
    if (told === undefined) throw new TypeError('The office told nothing')
    return told
  })
}

/** Counts and positions are written every few seconds. The exit status: 1 when an audit found a page that is not current. Throws PartnerError. */
export const statusCommand = async (
  who: string | undefined,
  options: StatusCommandOptions,
): Promise<number> => {
  const days = parseNumber('--days', options.days, 1, 365)
  const {report, lines, pages, who: name} = await readStatus(who, days)
  if (options.audit !== true) {
    if (options.json === true) json(report)
    else say(...lines)
    return 0
  }
  const results = pages.length === 0 ? [] : await audited(pages, options)
  if (options.json === true) {
    json({...report, audit: {counts: countsOf(results), pages: results}})
  } else {
    say(...lines, results.length === 0 ? noPages(name) : '')
    if (results.length > 0) process.stdout.write(auditText(results, reportWidth()))
  }
  return results.every(({verdict}) => verdict === 'current') ? 0 : 1
}
