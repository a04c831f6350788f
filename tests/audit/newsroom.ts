/** The example newsroom as an audit knows it, with two lines that were retired. */
import {fileURLToPath} from 'node:url'
import type {AuditSource} from '../../audit/auditor.ts'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import type {Helpline} from '../../content/model.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {Publication} from '../../crisis-notice/policy.ts'
import {articleFragment, noticeFragment} from '../../publishers/partner/fragment.ts'
import {pageUrl} from '../../publishers/paths.ts'

const TODAY = '2026-11-23'

const content = await openContent(
  fileSource(fileURLToPath(new URL('../../examples/health.ndjson', import.meta.url))),
  {today: TODAY},
)
const site = await content.site()
const published = (await content.helplines()).items
const notices = (await content.notices()).items
const summaries = (await content.summaries()).items
export const articles = await Promise.all(summaries.map(({id}) => content.article(id)))
await content.close()

const line = (over: Partial<Helpline>): Helpline => {
  const [first] = published
  if (first === undefined) throw new Error('The example has no helpline')
  const {phone: _phone, sms: _sms, chatUrl: _chat, ...rest} = first
  return {...rest, ...over}
}

/** The number that 988 took over from. */
export const OLD_LIFELINE = line({
  id: 'helpline-us-old-lifeline',
  name: 'National Suicide Prevention Lifeline',
  phone: {display: '1-800-273-8255', dial: '+18002738255'},
  retiredAt: '2022-07-16',
  replacedBy: 'helpline-us-988',
})
const OLD_TEXT = line({
  id: 'helpline-us-old-text',
  name: 'Teen Text Line',
  sms: {number: '839863', keyword: 'TEEN'},
  retiredAt: '2026-01-01',
})

const helplines = [...published, OLD_LIFELINE, OLD_TEXT]

export const book = new NoticeBook({site, notices, helplines, today: TODAY})

/** `origins` beside the site's own. */
export const auditSource = (...origins: readonly string[]): AuditSource => ({
  site,
  book,
  helplines,
  today: TODAY,
  origins: [site.url, ...origins],
  articles: summaries.map((summary) => ({...summary, url: pageUrl(site, summary)})),
})

export const publication = (slug: string, country = 'US'): Publication => {
  const article = articles.find(
    (each) => each.slug === slug && each.language === site.defaultLanguage,
  )
  if (article === undefined) throw new Error(`The example has no article ${slug}`)
  return Publication.create({site, book, article, country, translations: []})
}

/** What a partner gets of an article, the notice first. */
export const fragment = (slug: string, country = 'US'): string =>
  articleFragment(publication(slug, country))

/** The notice alone. */
export const notice = (slug: string, country = 'US'): string =>
  noticeFragment(publication(slug, country).notice)
