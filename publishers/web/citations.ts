/**
 * Superscript numbers that lead to the reference list, and a list that leads back to every place
 * (DPUB-ARIA 1.1: doc-noteref, doc-endnotes, doc-backlink).
 */
import {citationNumbers, formatNumbers} from '../../content/citations.ts'
import type {Article, Citation} from '../../content/model.ts'
import {attribute, escapeHtml} from '../html/escape.ts'
import {referenceHtml} from '../html/reference.ts'
import {perLanguage} from '../phrases/per-language.ts'
import {fill, phrases} from '../phrases.ts'
import {ID} from './ids.ts'

export interface WebCitations {
  /** A citation's numbers as links. Each call is one more place: call in reading order. */
  readonly mark: (citation: Citation) => string
  /** The list; call it when the whole text is rendered. Empty without references. */
  readonly list: () => string
}

const noteLink = (number: number | string): string =>
  `<a role="doc-noteref" href="#${ID.reference(number)}">${number}</a>`

/** The numbers of `1,3-5` become links; commas and hyphens stay. */
const linked = (numbers: readonly number[]): string => {
  const [only] = numbers
  return only !== undefined && numbers.length === 1
    ? noteLink(only)
    : formatNumbers(numbers).replace(/\d+/g, noteLink)
}

const backLink = (place: number, pattern: string): string => {
  const label = fill(pattern, {number: String(place)})
  return `<a role="doc-backlink" href="#${ID.cite(place)}"${attribute('aria-label', label)}>↩\u{fe0e}</a>`
}

/** Places whose links are kept: of all articles but the longest. */
const MOST_PLACES = 200

/** The same in every article of a language. */
const backLinksIn = perLanguage((language) => {
  const {backToText} = phrases(language)
  return Array.from({length: MOST_PLACES}, (_, place) => backLink(place, backToText))
})

export const webCitations = (article: Article): WebCitations => {
  const {references, language} = article
  const words = phrases(language)
  const backLinks = backLinksIn(language)
  const numbersOf = citationNumbers(article)
  const places = new Map<number, number[]>()
  let count = 0

  const mark = ({sources}: Citation): string => {
    const numbers = numbersOf(sources)
    count += 1
    for (const number of numbers) {
      const before = places.get(number)
      if (before === undefined) places.set(number, [count])
      else before.push(count)
    }
    return `<sup class="cite" id="${ID.cite(count)}">${linked(numbers)}</sup>`
  }

  const back = (place: number): string => backLinks[place] ?? backLink(place, words.backToText)

  const list = (): string => {
    if (references.length === 0) return ''
    const items = references.map(({number, source}) => {
      const links = (places.get(number) ?? []).map(back).join(' ')
      return `<li id="${ID.reference(number)}">${referenceHtml(source)} <span class="back">${links}</span></li>`
    })
    return `<section class="references" role="doc-endnotes" aria-labelledby="${ID.references}">
<h2 id="${ID.references}">${escapeHtml(words.references)}</h2>
<ol>
${items.join('\n')}
</ol>
</section>
`
  }

  return {mark, list}
}
