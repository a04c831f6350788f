/** Superscript numbers that lead to the reference list, and the list that leads back. */
import {formatReference} from '../../content/ama/format-reference.ts'
import {citationNumbers, formatNumbers} from '../../content/citations.ts'
import type {Article, Citation} from '../../content/model.ts'
import {escapeHtml} from '../html/escape.ts'
import {phrases} from '../phrases.ts'

export interface WebCitations {
  /** Each call is one place in the text: call in reading order. */
  mark(citation: Citation): string
  /** After the text is rendered: the list, with links to every place. */
  list(): string
}

/** `1,3-5` as links, each number or range to its first reference. */
const linked = (text: string): string =>
  text
    .split(',')
    .map((part) => `<a href="#ref-${part.split('-', 1).join('')}" role="doc-noteref">${part}</a>`)
    .join(',')

export const webCitations = (article: Article): WebCitations => {
  const lookup = citationNumbers(article)
  const places = new Map<number, string[]>()
  let count = 0
  return {
    mark: ({sources}) => {
      const numbers = lookup(sources)
      count += 1
      const id = `cite-${count}`
      for (const number of numbers) places.set(number, [...(places.get(number) ?? []), id])
      return `<sup id="${id}">${linked(formatNumbers(numbers))}</sup>`
    },
    list: () => {
      if (article.references.length === 0) return ''
      const words = phrases(article.language)
      const items = article.references.map(({number, source}) => {
        const runs = formatReference(source).map(({text, italic, href}) => {
          const plain = italic === true ? `<i>${escapeHtml(text)}</i>` : escapeHtml(text)
          return href === undefined ? plain : `<a href="${escapeHtml(href)}">${plain}</a>`
        })
        const back = (places.get(number) ?? [])
          .map(
            (id, index) =>
              ` <a href="#${id}" role="doc-backlink" aria-label="${escapeHtml(words.backToText)} ${number}.${index + 1}">↩</a>`,
          )
          .join('')
        return `<li id="ref-${number}"><bdi lang="en">${runs.join('')}</bdi>${back}</li>`
      })
      return `<section class="refs" role="doc-endnotes" aria-labelledby="references">
<h2 id="references">${escapeHtml(words.references)}</h2>
<ol>${items.join('\n')}</ol>
</section>`
    },
  }
}
