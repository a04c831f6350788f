/** The front page: every article, under each of its topics. */
import type {ArticleSummary} from '../../content/model.ts'
import {TOPICS, type Topic} from '../../content/topics.ts'
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
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

export const indexPage = ({site, entries, notice}: SitePublication): string => {
  const language = site.defaultLanguage
  const words = phrases(language, site.id)
  const links = webLinks(site, '')
  const articles = ordered(
    entries.map(({article}) => article),
    language,
  )
  const sections = TOPICS.map((topic) => topicHtml(topic, articles, language, links)).join('')
  return pageHtml({
    site,
    language,
    documentId: site.id,
    title: site.name,
    description: `${site.name}: ${words.articlesByTopic}`,
    url: `${site.url}/`,
    links,
    images: [],
    head: [],
    main: `<div class="article">
<h1>${escapeHtml(words.articlesByTopic)}</h1>
${webNotice(notice, 'top')}
<div class="columns">
${topicsHtml(articles, language)}<div class="text">
${sections}</div>
</div>
</div>`,
  })
}
