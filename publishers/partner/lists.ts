/** What a partner fetches once for the whole site: articles, helplines, and what is gone. */
import {noticeText} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import type {Entry, SitePublication, Tombstone} from '../../crisis-notice/policy.ts'
import type {ListPage} from '../list-pages.ts'
import {pageUrl} from '../paths.ts'
import {helplineJson, noticeJson} from './json.ts'

/** One notice has several orders of its helplines: each order has its own key. */
const orderKey = ({id, helplines}: CrisisNotice): string =>
  `${id}:${helplines.map((helpline) => helpline.id).join(',')}`

const listedNotice = (notice: CrisisNotice) => ({
  key: orderKey(notice),
  id: notice.id,
  country: notice.audience.country,
  language: notice.language,
  ...noticeJson(notice),
})

/** `articles` for the newest, `articles.3` for a page of older ones: no slug has a dot. */
export const articlesName = (number: number | undefined): string =>
  number === undefined ? 'articles' : `articles.${number}`

/**
 * Newest first; `next` names the file beside it that goes on. Each article carries its notice's text and names the notice by document
 * (`crisisNoticeId`) and, with its helplines in the article's order, by `crisisNoticeKey`, under which
 * `crisisNotices` holds it whole, once.
 */
export const articlesList = ({site}: SitePublication, {items, older}: ListPage<Entry>) => {
  const notices = new Map(items.map(({notice}) => [orderKey(notice), notice]))
  const item = ({article, notice}: Entry) => ({
    id: article.id,
    slug: article.slug,
    language: article.language,
    url: pageUrl(site, article),
    title: article.title,
    summary: article.summary,
    topics: article.topics,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt ?? null,
    lastReviewed: article.lastReviewed ?? null,
    revision: article.revision,
    crisisNoticeId: notice.id,
    crisisNoticeKey: orderKey(notice),
    crisisNoticeText: noticeText(notice),
  })
  return {
    crisisNotices: [...notices.values()].map(listedNotice),
    articles: items.map(item),
    ...(older !== undefined && {next: `${articlesName(older)}.json`}),
  }
}

/** Every helpline in use, with when it was last checked. */
export const helplinesList = ({
  notice,
  helplines,
}: Pick<SitePublication, 'notice' | 'helplines'>) => ({
  crisisNotice: noticeJson(notice),
  helplines: helplines.map((helpline) => ({
    id: helpline.id,
    ...helplineJson(helpline),
    topics: helpline.topics,
    verifiedAt: helpline.verifiedAt,
    sourceUrl: helpline.sourceUrl ?? null,
  })),
})

/** What partners must take down. */
export const tombstonesList = ({site, notice, tombstones}: SitePublication) => ({
  crisisNotice: noticeJson(notice),
  tombstones: tombstones.map((tombstone: Tombstone) => ({
    id: tombstone.id,
    slug: tombstone.slug,
    language: tombstone.language,
    url: pageUrl(site, tombstone),
    reason: tombstone.reason,
    date: tombstone.date,
    note: tombstone.note ?? null,
  })),
})
