/** What the mail tests read and write. */
import {simpleParser} from 'mailparser'
import PostalMime from 'postal-mime'
import type {Article} from '../../../content/model.ts'
import type {Publication} from '../../../crisis-notice/policy.ts'
import {emailPublisher} from '../../../publishers/email/email-publisher.ts'
import type {Output} from '../../../publishers/publisher.ts'
import {article, block, publication, section, source, warning} from '../../support/model.ts'

export const only = (outputs: readonly Output[]): Output => {
  const [output, ...others] = outputs
  if (output === undefined || others.length > 0) throw new Error('Not exactly one output')
  return output
}

export const mailOf = (over: Partial<Article> = {}, country = 'US'): string =>
  only(emailPublisher.article(publication(over, country))).text

export const mailOfPublication = (whole: Publication): string =>
  only(emailPublisher.article(whole)).text

/** Text travels with CRLF; only some parsers undo it. */
export const lines = (text: unknown): string => String(text).replaceAll('\r\n', '\n').trimEnd()

/** Both parts as one parser sees them. */
export const read = async (message: string) => {
  const {subject, from, to, messageId, date, text, html} = await PostalMime.parse(message)
  return {subject, from, to, messageId, date, text: lines(text), html: lines(html)}
}

/** The same by another parser. */
export const readOtherwise = async (message: string) => {
  const {subject, text, html} = await simpleParser(message, {skipTextToHtml: true})
  return {subject, text: lines(text), html: lines(html)}
}

/** Unfolded header fields by lower-case name. */
export const headersOf = (message: string): ReadonlyMap<string, string> => {
  const [head = ''] = message.split('\r\n\r\n', 1)
  return new Map(
    head
      .replace(/\r\n(?=[ \t])/g, '')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      }),
  )
}

const cited = source({id: 'source-cited'})

/** An article that uses every block, style, mark and list of the model. */
export const everything = (): Article =>
  article({
    heroImage: {url: 'assets/hero-0a1b.png', alt: 'A lantern on a window sill'},
    opening: [
      block('', {
        children: [
          {_type: 'span', _key: 'a', text: 'Many people feel low', marks: []},
          {_type: 'citation', _key: 'c', sources: ['source-cited']},
          {_type: 'span', _key: 'b', text: '. See ', marks: []},
          {_type: 'span', _key: 'l', text: 'our guide', marks: ['link-a', 'strong']},
          {_type: 'span', _key: 'e', text: ' & more', marks: ['em']},
        ],
        markDefs: [{_type: 'link', _key: 'link-a', href: '/guide/'}],
      }),
    ],
    warnings: [warning()],
    sections: [
      section('Lists', [
        block('Sleep', {listItem: 'bullet', level: 1}),
        block('Dark room', {listItem: 'bullet', level: 2}),
        block('First this', {listItem: 'number', level: 1}),
        block('Then that', {listItem: 'number', level: 1}),
      ]),
      section('Pictures', [
        {
          _type: 'figure',
          _key: 'f',
          image: {url: 'https://cdn.example/wave.png', alt: ''},
          alt: 'A wave that rises and falls',
          caption: 'Panic passes like a wave.',
        },
        {
          _type: 'table',
          _key: 't',
          header: true,
          caption: 'Hours of sleep',
          rows: [{cells: ['Age', 'Hours']}, {cells: ['Adult', '7 to 9']}],
        },
      ]),
      section('Quotes', [
        block('Being there is enough.', {style: 'blockquote'}),
        block('A smaller heading', {style: 'h3'}),
        block('The smallest heading', {style: 'h4'}),
      ]),
    ],
    references: [{number: 1, source: cited}],
    relatedArticles: [
      {
        id: 'article-sleep',
        slug: 'sleep',
        language: 'en',
        title: 'Better sleep',
        summary: 'Small steps.',
      },
    ],
    corrections: [{date: '2026-04-02', note: 'A number was wrong.'}],
  })

/** About so many octets of English in one paragraph. */
export const prose = (size: number): string =>
  'Talking to somebody you trust can help. '.repeat(Math.ceil(size / 40)).slice(0, size)
