/** An auditor of what is published now: from a dataset file, a project, or the lake of a running server. */
import {Auditor} from '../../audit/auditor.ts'
import {Fetcher} from '../../audit/fetch/fetcher.ts'
import {launchChromium} from '../../audit/render/chromium.ts'
import {createRenderer} from '../../audit/render/renderer.ts'
import {chromePath, deliveryConfig} from '../../config.ts'
import {openContent} from '../../content/assemble.ts'
import type {Content} from '../../content/content.ts'
import {sanitySource} from '../../content/sanity-source.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {UsageError} from '../../errors.ts'
import {pageUrl} from '../../publishers/paths.ts'
import {publicUrlOf} from '../delivery/ways-out.ts'
import {openConfiguredContent} from '../open-content.ts'
import {findProject} from '../project.ts'

export interface OpenAuditOptions {
  /** File; without it the project, else the lake of a running server. */
  readonly dataset?: string | undefined
  /** YYYY-MM-DD. */
  readonly today: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
  readonly language?: string | undefined
  /** Every page in the browser. */
  readonly isRendered?: boolean
  /** Pages of private networks and of this machine too. */
  readonly allowPrivate?: boolean
  /** Milliseconds between two requests to one host. */
  readonly pause?: number | undefined
}

export interface OpenedAudit {
  readonly auditor: Auditor
  /** Ends the browser, where one was started. */
  close(): Promise<void>
}

const contentOf = async (dataset: string | undefined, today: string): Promise<Content> => {
  const project = dataset === undefined ? await findProject(deliveryConfig().data) : undefined
  return project === undefined
    ? openConfiguredContent(dataset, today)
    : openContent(sanitySource(project), {today})
}

const checkCountry = (country: string | undefined, book: NoticeBook): void => {
  const there = [...new Set(book.audiences().map((each) => each.country))]
  if (country === undefined || there.includes(country)) return
  throw new UsageError(
    `--country ${country}: there is no crisis notice for it. There are some for ${there.join(', ')}.`,
  )
}

/** Throws UsageError, and whatever the content throws. */
export const openAudit = async (options: OpenAuditOptions): Promise<OpenedAudit> => {
  const {dataset, today, country, language, isRendered = false, allowPrivate = false} = options
  const content = await contentOf(dataset, today)
  try {
    const site = await content.site()
    const helplines = (await content.helplines()).items
    const notices = (await content.notices()).items
    const book = new NoticeBook({site, notices, helplines, today})
    checkCountry(country, book)
    const summaries = (await content.summaries()).items
    const publicUrl = await publicUrlOf(deliveryConfig())
    const {pause} = options
    const fetcher = new Fetcher({
      contact: site.url,
      allowPrivate,
      ...(pause !== undefined && {pause}),
    })
    const renderer = createRenderer(() => launchChromium(chromePath()), fetcher)
    const auditor = new Auditor(
      {
        site,
        book,
        helplines,
        today,
        articles: summaries.map((summary) => ({...summary, url: pageUrl(site, summary)})),
        origins: publicUrl === undefined ? [site.url] : [site.url, publicUrl],
      },
      {
        fetcher,
        renderer,
        isAlwaysRendered: isRendered,
        ...(country !== undefined && {country}),
        ...(language !== undefined && {language}),
      },
    )
    return {auditor, close: () => renderer.close()}
  } finally {
    await content.close()
  }
}
