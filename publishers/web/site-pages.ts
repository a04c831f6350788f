/** The index by topic, and every helpline by country. */
import type {ArticleSummary, Helpline} from '../../content/model.ts'
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {TOPICS} from '../../content/topics.ts'
import {escapeHtml} from '../html/escape.ts'
import {noticeHtml} from './notice.ts'
import {helplineHtml, langAttributes} from './semantic.ts'
import {countryName, languageName} from '../phrases/names.ts'
import {phrases} from '../phrases.ts'
import {webLinks, type WebLinks} from './links.ts'
import {pageHtml} from './shell.ts'

const card = (article: ArticleSummary, links: WebLinks): string =>
  `<li ${langAttributes(article.language)}><a href="${links.page(article)}">${escapeHtml(article.title)}</a><p>${escapeHtml(article.summary)}</p></li>`

const group = (id: string, title: string, items: readonly string[]): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul class="cards">${items.join('\n')}</ul></section>`

/** Articles of the site's language under each of their topics, then the other languages. */
export const indexPage = (publication: SitePublication): string => {
  const {site, entries, notice} = publication
  const language = site.defaultLanguage
  const words = phrases(language)
  const links = webLinks(site, '')
  const articles = entries.map(({article}) => article)
  const own = articles.filter((article) => article.language === language)
  const topics = TOPICS.flatMap((topic) => {
    const items = own.filter((article) => article.topics.includes(topic))
    return items.length === 0
      ? []
      : [
          group(
            `topic-${topic}`,
            escapeHtml(words.topic[topic]),
            items.map((item) => card(item, links)),
          ),
        ]
  })
  const others = Map.groupBy(
    articles.filter((article) => article.language !== language),
    (article) => article.language,
  )
  const foreign = [...others].map(([other, items]) =>
    group(
      `language-${escapeHtml(other)}`,
      `<span ${langAttributes(other)}>${escapeHtml(languageName(other, other))}</span>`,
      items.map((item) => card(item, links)),
    ),
  )
  return pageHtml({
    site,
    language,
    title: site.name,
    description: `${site.name}: ${words.allArticles}`,
    canonical: `${site.url}/`,
    links,
    imageOrigins: [],
    head: [],
    main: `<h1>${escapeHtml(site.name)}</h1>
${noticeHtml(notice, ' class="notice"')}
${[...topics, ...foreign].join('\n')}`,
  })
}

const byCountry = (helplines: readonly Helpline[], language: string) =>
  [...Map.groupBy(helplines, ({country}) => country)]
    .map(([country, lines]) => ({country, name: countryName(country, language), lines}))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** `/help/`. */
export const helpPage = (publication: SitePublication): string => {
  const {site, helplines, notice} = publication
  const language = site.defaultLanguage
  const words = phrases(language)
  const countries = byCountry(helplines, language).map(
    ({country, name, lines}) =>
      `<section aria-labelledby="country-${country}"><h2 id="country-${country}">${escapeHtml(name)}</h2>${lines
        .map((line) => helplineHtml(line, language))
        .join('')}</section>`,
  )
  return pageHtml({
    site,
    language,
    title: words.helpAllCountries,
    description: words.helpAllCountries,
    canonical: `${site.url}/help/`,
    links: webLinks(site, 'help'),
    imageOrigins: [],
    head: [],
    main: `<h1>${escapeHtml(words.helpAllCountries)}</h1>
${noticeHtml(notice, ' class="notice"')}
${countries.join('\n')}`,
  })
}
