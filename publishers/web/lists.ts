/** The lists around a text: key points, contents, corrections, related articles, languages. */
import type {Article, ArticleLink} from '../../content/model.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {attribute, escapeHtml, langAttributes} from '../html/escape.ts'
import {languageName} from '../phrases/names.ts'
import {phrases} from '../phrases.ts'
import {timeHtml} from './byline.ts'
import {ID} from './ids.ts'
import type {WebLinks} from './links.ts'

export const keyPointsHtml = ({keyPoints, language}: Article): string => {
  if (keyPoints.length === 0) return ''
  const items = keyPoints.map((point) => `<li>${escapeHtml(point)}</li>`).join('\n')
  return `<div class="key-points" role="note" aria-labelledby="${ID.keyPoints}">
<p id="${ID.keyPoints}">${escapeHtml(phrases(language).keyPoints)}</p>
<ul>
${items}
</ul>
</div>
`
}

export const contentsHtml = (article: Article): string => {
  const {sections, references, language} = article
  const words = phrases(language)
  const entries = [
    ...sections.map(({anchor, heading}) => [anchor, heading] as const),
    ...(references.length === 0 ? [] : [[ID.references, words.references] as const]),
  ]
  const items = entries.map(
    ([anchor, heading]) =>
      `<li><a${attribute('href', `#${anchor}`)}>${escapeHtml(heading)}</a></li>`,
  )
  return `<nav class="contents" aria-labelledby="${ID.contents}">
<p id="${ID.contents}">${escapeHtml(words.contents)}</p>
<ol>
${items.join('\n')}
</ol>
</nav>
`
}

export const correctionsHtml = ({corrections, language}: Article): string => {
  if (corrections.length === 0) return ''
  const items = corrections.map(
    ({date, note}) => `<li>${timeHtml(date, language)}: ${escapeHtml(note)}</li>`,
  )
  return `<div class="corrections" role="note" aria-labelledby="${ID.corrections}">
<h2 id="${ID.corrections}">${escapeHtml(phrases(language).corrections)}</h2>
<ul>
${items.join('\n')}
</ul>
</div>
`
}

/** An article in a list: its title. `context` is the language of the page around it. */
export const titleHtml = (
  article: ArticleLink,
  context: string,
  links: WebLinks,
  below = '',
): string => {
  const {language, title} = article
  const foreign = language !== context
  const own = foreign ? ` ${langAttributes(language)}` : ''
  const hreflang = foreign ? attribute('hreflang', language) : ''
  const name = foreign
    ? ` <span class="language">${escapeHtml(languageName(language, language))}</span>`
    : ''
  return `<li${own}><a href="${links.page(article)}"${hreflang}>${escapeHtml(title)}</a>${name}${below}</li>`
}

/** Title, then summary. */
export const cardHtml = (article: ArticleLink, context: string, links: WebLinks): string =>
  titleHtml(article, context, links, `<p>${escapeHtml(article.summary)}</p>`)

export const relatedHtml = ({relatedArticles, language}: Article, links: WebLinks): string => {
  if (relatedArticles.length === 0) return ''
  const cards = relatedArticles.map((item) => cardHtml(item, language, links))
  return `<nav class="related" aria-labelledby="${ID.related}">
<h2 id="${ID.related}">${escapeHtml(phrases(language).related)}</h2>
<ul class="cards">
${cards.join('\n')}
</ul>
</nav>
`
}

export const translationsHtml = ({article, translations}: Publication, links: WebLinks): string => {
  if (translations.length === 0) return ''
  const label = phrases(article.language).otherLanguages
  const items = translations.map(
    (item) =>
      `<li><a href="${links.page(item)}" ${langAttributes(item.language)} hreflang="${escapeHtml(item.language)}">${escapeHtml(languageName(item.language, item.language))}</a></li>`,
  )
  return `<nav class="translations"${attribute('aria-label', label)}>\n<ul>\n${items.join('\n')}\n</ul>\n</nav>\n`
}
