/** The front page: every article, under each of its topics; of a large site the newest, and pages of older ones. */
import type {ArticleSummary} from '../../content/model.ts'
import {TOPICS, type Topic} from '../../content/topics.ts'
import type {Entry, SitePublication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import type {ListPage} from '../list-pages.ts'
import {phrases} from '../phrases.ts'
import {pageHtml} from './frame.ts'
import {ID} from './ids.ts'
import {type WebLinks, webLinks} from './links.ts'
import {cardHtml, titleHtml} from './lists.ts'
import {webNotice} from './notice.ts'

/** Of each topic the newest; of the others titles, or a large site's page outgrows its readers. */
const WITH_SUMMARY = 12

/** The site's own language first, newest first in each language, as they come. */
const ordered = (articles: readonly ArticleSummary[], own: string): readonly ArticleSummary[] => [
  ...articles.filter(({language}) => language === own),
  ...articles.filter(({language}) => language !== own),
]

const topicHtml = (
  topic: Topic,
  articles: readonly ArticleSummary[],
  language: string,
  links: WebLinks,
): string => {
  const about = articles.filter(({topics}) => topics.includes(topic))
  if (about.length === 0) return ''
  const items = about.map((article, index) =>
    index < WITH_SUMMARY ? cardHtml(article, language, links) : titleHtml(article, language, links),
  )
  const id = ID.heading(topic)
  return `<section id="${topic}" aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(phrases(language).topic[topic])}</h2>
<ul class="cards">
${items.join('\n')}
</ul>
</section>
`
}

const topicsHtml = (articles: readonly ArticleSummary[], language: string): string => {
  const words = phrases(language)
  const items = TOPICS.filter((topic) => articles.some(({topics}) => topics.includes(topic))).map(
    (topic) => `<li><a href="#${topic}">${escapeHtml(words.topic[topic])}</a></li>`,
  )
  if (items.length === 0) return ''
  return `<nav class="contents" aria-labelledby="${ID.contents}">
<p id="${ID.contents}">${escapeHtml(words.topics)}</p>
<ul>
${items.join('\n')}
</ul>
</nav>
`
}

/** Below the site: '' for the front, `older/3` for a page of older articles; no language is called so. */
export const indexFolder = (number: number | undefined): string =>
  number === undefined ? '' : `older/${number}`

/** To the pages beside this one. */
const pagesHtml = (
  {number, newer, older}: ListPage<Entry>,
  language: string,
  links: WebLinks,
): string => {
  const words = phrases(language)
  const link = (page: number | undefined, rel: string, name: string): string => {
    const folder = indexFolder(page)
    const href = `${links.root}${folder === '' ? '' : `${folder}/`}index.html`
    return `<a href="${href}" rel="${rel}">${escapeHtml(name)}</a>`
  }
  const both = [
    ...(number === undefined ? [] : [link(newer, 'prev', words.newerArticles)]),
    ...(older === undefined ? [] : [link(older, 'next', words.olderArticles)]),
  ]
  return both.length === 0 ? '' : `<p>${both.join(' · ')}</p>\n`
}

export const indexPage = (
  {site, notice}: Pick<SitePublication, 'site' | 'notice'>,
  page: ListPage<Entry>,
): string => {
  const language = site.defaultLanguage
  const words = phrases(language, site.id)
  const folder = indexFolder(page.number)
  const links = webLinks(site, folder)
  const articles = ordered(
    page.items.map(({article}) => article),
    language,
  )
  const sections = TOPICS.map((topic) => topicHtml(topic, articles, language, links)).join('')
  const isFront = page.number === undefined
  const heading = isFront ? words.articlesByTopic : `${words.olderArticles} (${page.number})`
  return pageHtml({
    site,
    language,
    documentId: site.id,
    title: isFront ? site.name : heading,
    description: `${site.name}: ${words.articlesByTopic}`,
    url: isFront ? `${site.url}/` : `${site.url}/${folder}/`,
    links,
    images: [],
    head: [],
    main: `<div class="article">
<h1>${escapeHtml(heading)}</h1>
${webNotice(notice, 'top')}
<div class="columns">
${topicsHtml(articles, language)}<div class="text">
${sections}${pagesHtml(page, language, links)}</div>
</div>
</div>`,
  })
}
