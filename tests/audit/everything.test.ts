/** Whatever we hand to partners is current on a page that shows it, for every article, country and language. */
import {describe, expect, it} from 'vitest'
import {judge} from '../../audit/judge/judge.ts'
import {parsePage, staticView} from '../../audit/read/static-view.ts'
import {NoticeMissingError} from '../../errors.ts'
import {articlePage} from '../../publishers/partner/article-page.ts'
import {Publication} from '../../crisis-notice/policy.ts'
import {articles, auditSource, book} from './newsroom.ts'

const {site} = auditSource()
const countries = [...new Set(book.audiences().map(({country}) => country))]

const publications: readonly Publication[] = articles.flatMap((article) =>
  countries.flatMap((country) => {
    try {
      return [Publication.create({site, book, article, country, translations: []})]
    } catch (error) {
      if (error instanceof NoticeMissingError) return []
      throw error
    }
  }),
)

const verdictOf = (publication: Publication, html: string): string => {
  const {pieces} = staticView(parsePage(html, new URL('https://a.example/')), new Map())
  const others = countries
    .filter((country) => country !== publication.notice.audience.country)
    .flatMap((country) => {
      const found = publications.find(
        ({article, notice}) =>
          article === publication.article && notice.audience.country === country,
      )
      return found === undefined ? [] : [found.notice]
    })
  const {verdict, findings} = judge({pieces, notice: publication.notice, others, retired: []})
  return [verdict, ...findings.map(({message}) => message)].join('\n')
}

const where = ({article, notice}: Publication): string =>
  `${article.language}/${article.slug} ${notice.audience.country}`

/** Every digit of every number that is dialled, one higher. */
const withOtherNumbers = (html: string): string =>
  html.replaceAll(
    /(<a href="(?:tel|sms):)([^"?]*)([^>]*>)([^<]*)/g,
    (_all, before, dial, middle, words) =>
      [before, dial, middle, words]
        .map((part: string, index) =>
          index % 2 === 0 ? part : part.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10)),
        )
        .join(''),
  )

describe('what we hand over', () => {
  it('is current', () => {
    const wrong = publications.filter((each) => verdictOf(each, articlePage(each)) !== 'current')
    expect(wrong.map((each) => `${where(each)}: ${verdictOf(each, articlePage(each))}`)).toEqual([])
    expect(publications.length).toBeGreaterThan(60)
  })

  it('is not with other numbers in it', () => {
    const fooled = publications.filter((each) => {
      const html = withOtherNumbers(articlePage(each))
      return verdictOf(each, html) === 'current'
    })
    expect(fooled.map(where)).toEqual([])
  })
})
