/** One article as a page; the notice stands right under the title. */
import type {Article, Image, PortableNode} from '../../content/model.ts'
import {type Publication, repeatsNotice} from '../../crisis-notice/policy.ts'
import {citationsAfterPunctuation} from '../citation-placement.ts'
import {escapeHtml} from '../html/escape.ts'
import {noticeHtml} from './notice.ts'
import {
  imageHtml,
  langAttributes,
  semanticHtml,
  type Setting,
  warningHtml,
} from './semantic.ts'
import {pageUrl, placed} from '../paths.ts'
import {formatDate} from '../phrases/dates.ts'
import {languageName} from '../phrases/names.ts'
import {fill, phrases} from '../phrases.ts'
import {webCitations} from './citations.ts'
import {webLinks, type WebLinks} from './links.ts'
import {articleHead} from './metadata.ts'
import {pageHtml} from './shell.ts'

const CLASS: Readonly<Record<string, string>> = {
  info: ' class="callout"',
  caution: ' class="callout caution"',
  danger: ' class="callout danger"',
}

const metaHtml = (article: Article): string => {
  const words = phrases(article.language)
  const day = (date: string): string =>
    `<time datetime="${escapeHtml(date)}">${escapeHtml(formatDate(date, article.language))}</time>`
  const names = article.authors.map(({name, credentials}) =>
    credentials === undefined ? name : `${name}, ${credentials}`,
  )
  const list = new Intl.ListFormat(article.language).format(names)
  const people = [
    ...(names.length === 0 ? [] : [escapeHtml(fill(words.by, {names: list}))]),
    ...(article.reviewer === undefined
      ? []
      : [escapeHtml(fill(words.reviewedBy, {name: article.reviewer.name}))]),
  ]
  const dates = [
    [words.published, article.publishedAt],
    [words.updated, article.updatedAt],
    [words.lastReviewed, article.lastReviewed],
    [words.nextReview, article.nextReview],
  ].flatMap(([label, date]) =>
    label === undefined || date === undefined ? [] : [`${escapeHtml(label)} ${day(date)}`],
  )
  return `<div class="meta"><p>${people.join(' · ')}</p><p>${dates.join(' · ')}</p></div>`
}

const keyPointsHtml = ({keyPoints, language}: Article): string =>
  keyPoints.length === 0
    ? ''
    : `<div class="key"><p>${escapeHtml(phrases(language).keyPoints)}</p><ul>${keyPoints
        .map((point) => `<li>${escapeHtml(point)}</li>`)
        .join('')}</ul></div>`

const contentsHtml = ({sections, language}: Article): string =>
  `<nav class="toc" aria-labelledby="contents"><p id="contents">${escapeHtml(phrases(language).contents)}</p><ol>${sections
    .map(
      ({anchor, heading}) => `<li><a href="#${escapeHtml(anchor)}">${escapeHtml(heading)}</a></li>`,
    )
    .join('')}</ol></nav>`

const correctionsHtml = ({corrections, language}: Article): string =>
  corrections.length === 0
    ? ''
    : `<aside aria-labelledby="corrections"><h2 id="corrections">${escapeHtml(phrases(language).corrections)}</h2>${corrections
        .map(
          ({date, note}) =>
            `<p><strong>${escapeHtml(formatDate(date, language))}:</strong> ${escapeHtml(note)}</p>`,
        )
        .join('')}</aside>`

const relatedHtml = ({relatedArticles, language}: Article, links: WebLinks): string =>
  relatedArticles.length === 0
    ? ''
    : `<nav aria-labelledby="related"><h2 id="related">${escapeHtml(phrases(language).related)}</h2><ul class="cards">${relatedArticles
        .map(
          (item) =>
            `<li ${langAttributes(item.language)}><a href="${links.page(item)}">${escapeHtml(item.title)}</a><p>${escapeHtml(item.summary)}</p></li>`,
        )
        .join('')}</ul></nav>`

const translationsHtml = ({translations}: Publication, links: WebLinks): string =>
  translations.length === 0
    ? ''
    : `<p class="ui">${translations
        .map(
          (item) =>
            `<a hreflang="${escapeHtml(item.language)}" ${langAttributes(item.language)} href="${links.page(item)}">${escapeHtml(languageName(item.language, item.language))}</a>`,
        )
        .join(' · ')}</p>`

const imagesOf = ({heroImage, opening, sections, warnings}: Article): readonly Image[] => {
  const bodies = [opening, ...warnings.map(({body}) => body), ...sections.map(({body}) => body)]
  const within = (nodes: readonly PortableNode[]): readonly Image[] =>
    nodes.flatMap((node) => {
      if (node._type === 'figure') return [node.image]
      return node._type === 'warningRef' ? within(node.warning.body) : []
    })
  return [...(heroImage === undefined ? [] : [heroImage]), ...bodies.flatMap(within)]
}

const imageOrigins = (images: readonly Image[]): readonly string[] => [
  ...new Set(images.flatMap(({url}) => (URL.canParse(url) ? [new URL(url).origin] : []))),
]

const retractedMain = (publication: Publication, notice: string): string => {
  const {article} = publication
  const {retraction, language} = article
  if (retraction === undefined) return ''
  return `<article>
<h1>${escapeHtml(article.title)}</h1>
${notice}
<div class="callout danger" role="note"><p><strong>${escapeHtml(phrases(language).retracted)}</strong></p>
<p>${escapeHtml(formatDate(retraction.date, language))}. ${escapeHtml(retraction.reason)}</p></div>
</article>`
}

const main = (publication: Publication, links: WebLinks): string => {
  const {article, notice} = publication
  const citations = webCitations(article)
  const setting: Setting = {
    language: article.language,
    imageUrl: links.image,
    linkUrl: links.path,
    citation: citations.mark,
    warningAttributes: ({severity}) => CLASS[severity] ?? '',
  }
  const body = (nodes: readonly PortableNode[]): string =>
    semanticHtml(citationsAfterPunctuation(nodes), setting)
  const noticeBlock = noticeHtml(notice, ' class="notice"')
  const hero =
    article.heroImage === undefined
      ? ''
      : `<figure class="hero">${imageHtml(article.heroImage, article.heroImage.alt, setting)}</figure>`
  const opening = body(article.opening)
  const warnings = article.warnings.map((warning) => warningHtml(warning, setting)).join('\n')
  const sections = article.sections
    .map(
      ({heading, anchor, body: text}) =>
        `<section id="${escapeHtml(anchor)}" aria-labelledby="${escapeHtml(anchor)}-title">
<h2 id="${escapeHtml(anchor)}-title">${escapeHtml(heading)}</h2>
${body(text)}</section>`,
    )
    .join('\n')
  return `<article>
<h1>${escapeHtml(article.title)}</h1>
${noticeBlock}
<p class="lead">${escapeHtml(article.summary)}</p>
${metaHtml(article)}
${translationsHtml(publication, links)}
${hero}
${keyPointsHtml(article)}
${contentsHtml(article)}
${opening}
${warnings}
${sections}
${repeatsNotice(article.topics) ? noticeBlock : ''}
${correctionsHtml(article)}
${citations.list()}
${relatedHtml(article, links)}
</article>`
}

export const articlePage = (publication: Publication): string => {
  const {site, article, notice} = publication
  const links = webLinks(site, placed(site, article))
  const retracted = article.retraction !== undefined
  return pageHtml({
    site,
    language: article.language,
    title: article.title,
    description: article.summary,
    canonical: pageUrl(site, article),
    links,
    imageOrigins: retracted ? [] : imageOrigins(imagesOf(article)),
    head: retracted ? ['<meta name="robots" content="noindex">'] : articleHead(publication),
    main: retracted
      ? retractedMain(publication, noticeHtml(notice, ' class="notice"'))
      : main(publication, links),
  })
}
