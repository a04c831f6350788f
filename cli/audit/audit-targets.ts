/** An audit of some pages, with a bar where there are many. */
import {auditAll} from '../../audit/audit-all.ts'
import type {AuditResult} from '../../audit/result.ts'
import type {Target} from '../../audit/targets.ts'
import {UsageError} from '../../errors.ts'
import {createProgress} from '../progress.ts'
import {openAudit} from './open-audit.ts'

export interface AuditSettings {
  readonly dataset?: string
  /** YYYY-MM-DD. */
  readonly today: string
  readonly country?: string | undefined
  readonly language?: string
  readonly render?: boolean
  readonly allowPrivate?: boolean
  /** Milliseconds between two requests to one host. */
  readonly pause?: number | undefined
}

const WIDTH = {least: 60, most: 110, elsewhere: 100} as const
/** Fewer are done before a bar is read. */
const LONG = 3

/** Of the report, in characters. */
export const reportWidth = (): number =>
  Math.min(Math.max(process.stdout.columns ?? WIDTH.elsewhere, WIDTH.least), WIDTH.most)

/** Throws UsageError for an article that there is not. */
export const auditTargets = async (
  targets: readonly Target[],
  {dataset, today, country, language, render, allowPrivate, pause}: AuditSettings,
): Promise<readonly AuditResult[]> => {
  const {auditor, close} = await openAudit({
    dataset,
    today,
    country,
    language,
    isRendered: render === true,
    allowPrivate: allowPrivate === true,
    pause,
  })
  try {
    const unknown = targets.find(({article}) => article !== undefined && !auditor.knows(article))
    if (unknown?.article !== undefined) {
      throw new UsageError(
        `${unknown.url.href}=${unknown.article}: there is no article ${unknown.article}. Name one by its slug, or language/slug; a = of the address itself is written %3D.`,
      )
    }
    const progress = await createProgress('pages')
    const isLong = targets.length > LONG
    if (isLong) progress.start(targets.length)
    try {
      return await auditAll(auditor, targets, () => {
        if (isLong) progress.step()
      })
    } finally {
      if (isLong) progress.stop()
    }
  } finally {
    await close()
  }
}
