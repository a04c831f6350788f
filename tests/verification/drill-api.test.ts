/** What the partner API answers with: every article of the example in every form, and 60 ways to spoil it. */
import {describe, expect, it} from 'vitest'
import {Publication} from '../../crisis-notice/policy.ts'
import {noticeMarkdown} from '../../publishers/markdown/notice.ts'
import {
  articleMarkdownOutput,
  articleOutput,
  articlePageOutput,
  articleTextOutput,
  noticeOutput,
  retractedMarkdownOutput,
  retractedOutput,
  retractedTextOutput,
} from '../../publishers/partner/selection.ts'
import type {Output} from '../../publishers/publisher.ts'
import {book, gate, publications, refusalOf} from './example.ts'

const expectationOf = ({audience, article}: Publication) => ({audience, topics: article.topics})

const [sample] = publications
if (sample === undefined) throw new Error('The example has no article')

const refusal = (output: Output, publication: Publication, text = output.text): Promise<string> =>
  refusalOf({output, expectation: expectationOf(publication)}, text)

const retracted = (publication: Publication): Publication => {
  const {site, article} = publication
  return Publication.create({
    site,
    book,
    article: {...article, retraction: {date: '2026-11-20', reason: 'A <b>dose</b> was *wrong*.'}},
    country: publication.audience.country,
    translations: [],
  })
}

const PROBLEM = {type: 'x', title: 'Gone', status: 410, detail: 'x', code: 'GONE', instance: '/x'}

describe('every article of the example passes in every form of the API', () => {
  const forms: readonly (readonly [string, (publication: Publication) => Output])[] = [
    ['JSON', (publication) => articleOutput(publication)],
    ['no field chosen', (publication) => articleOutput(publication, new Set())],
    ['text alone', (publication) => articleOutput(publication, new Set(['text']))],
    ['HTML', articlePageOutput],
    ['plain text', articleTextOutput],
    ['Markdown', articleMarkdownOutput],
    ['gone', (publication) => retractedOutput(retracted(publication), PROBLEM)],
    ['gone, plain text', (publication) => retractedTextOutput(retracted(publication))],
    ['gone, Markdown', (publication) => retractedMarkdownOutput(retracted(publication))],
  ]
  it.each(forms)('%s', async (_name, made) => {
    expect(publications.length).toBeGreaterThan(10)
    for (const publication of publications) {
      expect(await refusal(made(publication), publication)).toBe('')
    }
  })

  it('the notice by itself', async () => {
    for (const {audience, article} of publications) {
      const {topics} = article
      const output = noticeOutput(book.notice(audience, topics))
      await gate.pass(output, {audience, topics})
      expect(JSON.parse(output.text)).toMatchObject(audience)
    }
  })

  it('a choice of fields keeps what may not be dropped, in the order of the contract', () => {
    const {text} = articleOutput(sample, new Set(['title']))
    expect(Object.keys(JSON.parse(text))).toEqual([
      'id',
      'slug',
      'language',
      'url',
      'title',
      'crisisNotice',
      'attribution',
      'revision',
    ])
  })
})

describe('Markdown', () => {
  const {text} = articleMarkdownOutput(sample)
  const notice = noticeMarkdown(sample.notice)
  const after = text.slice(notice.length)

  const SPOILT: Readonly<Record<string, string>> = {
    'without it': after,
    'behind the article': `${after}\n\n${notice}`,
    'behind a word': `Read this.\n\n${text}`,
    'behind an image': `![x](https://x.example/)\n\n${text}`,
    'in a fenced block': `\`\`\`\n${text}\n\`\`\``,
    'in a fence that nothing closes': `~~~\n${text}`,
    indented: text.replace(/^/gm, '    '),
    'in a comment': `<!--\n${notice}\n-->${after}`,
    'in a comment that nothing closes': `<!--\n${text}`,
    'in details': `<details>\n\n${notice}\n\n</details>\n${after}`,
    'hidden by an element': `<div hidden>\n\n${notice}\n\n</div>\n${after}`,
    'hidden by an element on its line': text.replace('## ', '## <span hidden>'),
    'with a style sheet': `${text}\n\n<style>*{display:none}</style>\n`,
    'with a script': `${text}\n\n<script>document.body.remove()</script>\n`,
    'in a quotation': text.replace(notice, notice.replace(/^/gm, '> ')),
    'struck out': text.replace('## ', '## ~~').replace('\n', '~~\n'),
    'with a link defined elsewhere': `${text.replace(/\]\(<tel:[^>]*>\)/, '][x]')}\n\n[x]: tel:000\n`,
    'with a definition at the end': `${text}\n\n[Call]: https://x.example/\n`,
    'with front matter': `---\nlayout: none\n---\n\n${text}`,
    'a link fewer': text.replace(/\[([^\]]*)\]\(<tel:[^>]*>\)/, '$1'),
    'a link more': text.replace('## ', '## [](<https://x.example/>)'),
    'a link to another number': text.replace('<tel:', '<tel:0'),
    'a link as code': text.replace(/\[([^\]]*)\]\(<tel:[^>]*>\)/, '`$&`'),
    'a link escaped': text.replace(/\[(?=[^\]]*\]\(<tel:)/, String.raw`\[`),
    'a footnote': `${text.replace('\n', '[^1]\n')}\n\n[^1]: Not true.\n`,
    'one character fewer': text.replace('## ', '## x'),
    'a word more': text.replace(notice, `${notice} Or not.`),
    'a digit more': text.replace(notice, `${notice}1`),
    'as a table': `| ${notice.replaceAll('\n', ' ')} |\n| --- |\n${after}`,
    'a control character': text.replace('## ', '## \u001B[8m'),
    'carriage returns over it': text.replace('\n', '\rNothing to see here\n'),
    'cut in the middle': text.slice(0, notice.length - 5),
    empty: '',
  }

  it.each(Object.entries(SPOILT))('refused: %s', async (_name, spoilt) => {
    expect(spoilt).not.toBe(text)
    expect(await refusal(articleMarkdownOutput(sample), sample, spoilt)).toContain('notice')
  })

  it('hostile words of an article stay words', async () => {
    const hostile = [
      '<!-- <details> <script>',
      '``` ~~~',
      '[x]: https://x.example/',
      '[^1]: no',
      '    indented',
      '---',
      '===',
      '1. one\n2) two',
      '- [ ] task',
      '| a |\n|---|',
      '# no heading\n> no quotation',
      '**no** __no__ ~~no~~ `no`',
      '&lt;script&gt; &copy;',
      '![x](https://x.example/)',
      'www.x.example a@b.example http://x.example',
      '\\',
      '<https://x.example>',
      ':---',
    ]
    const {site, article, audience} = sample
    for (const words of hostile) {
      const publication = Publication.create({
        site,
        book,
        article: {
          ...article,
          title: words,
          summary: words,
          keyPoints: [words],
          corrections: [{date: '2026-11-20', note: words}],
        },
        country: audience.country,
        translations: [],
      })
      expect([words, await refusal(articleMarkdownOutput(publication), publication)]).toEqual([
        words,
        '',
      ])
    }
  })
})

describe('plain text', () => {
  const output = articleTextOutput(sample)
  const SPOILT: Readonly<Record<string, string>> = {
    'without it': '# Only the article',
    'behind a word': `Read: ${output.text}`,
    'a digit more': output.text.replace(/\d+/, '$&0'),
    'wiped by a form feed': `${output.text}\f`,
    'hidden from a terminal': output.text.replace('\n', '\u001B[2J\n'),
    empty: '',
  }
  it.each(Object.entries(SPOILT))('refused: %s', async (_name, spoilt) => {
    expect(await refusal(output, sample, spoilt)).not.toBe('')
  })
})

type Json = Record<string, unknown>

const changed = (text: string, change: (json: Json) => void): string => {
  const json: Json = JSON.parse(text)
  change(json)
  return JSON.stringify(json)
}

describe('a choice of fields', () => {
  const output = articleOutput(sample, new Set(['html', 'text', 'summary']))

  it.each(['id', 'slug', 'language', 'url', 'revision', 'crisisNotice', 'attribution'])(
    'refused without %s',
    async (field) => {
      const spoilt = changed(output.text, (json) => delete json[field])
      expect(await refusal(output, sample, spoilt)).toContain(`the field ${field} is missing`)
    },
  )

  const SPOILT: Readonly<Record<string, (json: Json) => void>> = {
    'html null': (json) => (json['html'] = null),
    'html without it': (json) => (json['html'] = '<p>Only this.</p>'),
    'text null': (json) => (json['text'] = null),
    'text without it': (json) => (json['text'] = 'Only this.'),
    'an empty notice': (json) => (json['crisisNotice'] = {}),
    'another language': (json) => (json['language'] = 'la'),
  }
  it.each(Object.entries(SPOILT))('refused: %s', async (_name, spoil) => {
    expect(await refusal(output, sample, changed(output.text, spoil))).not.toBe('')
  })
})

describe('a page of articles', () => {
  const some = publications.slice(0, 4)
  const items = new Map(some.map((each) => [each.article.id, expectationOf(each)]))
  const expectation = {audience: sample.audience, topics: [], items}
  const page = (): Json => ({
    articles: some.map((each): unknown => JSON.parse(articleOutput(each).text)),
    nextCursor: null,
    refused: [],
  })
  const output: Output = {...articleOutput(sample), format: 'partnerPage'}
  const refusalOfPage = (json: unknown): Promise<string> =>
    refusalOf({output, expectation}, JSON.stringify(json))

  it('passes, and with a choice of fields', async () => {
    expect(await refusalOfPage(page())).toBe('')
    const chosen = some.map((each): unknown =>
      JSON.parse(articleOutput(each, new Set(['title'])).text),
    )
    expect(await refusalOfPage({...page(), articles: chosen})).toBe('')
    expect(await refusalOfPage({...page(), articles: []})).toBe('')
  })

  it('refused: any article without its notice, of nobody, or beside other text', async () => {
    for (let index = 0; index < some.length; index += 1) {
      const articles = some.map((each, place): Json => {
        const json: Json = JSON.parse(articleOutput(each).text)
        if (place === index) delete json['crisisNotice']
        return json
      })
      expect(await refusalOfPage({...page(), articles})).toContain('in the entry')
    }
    expect(await refusalOfPage({...page(), articles: [{id: 'nobody'}]})).toContain('of no article')
    expect(await refusalOfPage({...page(), articles: [null]})).toContain('of no article')
    expect(await refusalOfPage({...page(), text: 'An article.'})).toContain('stands beside')
    expect(await refusalOfPage({})).toContain('no list')
    expect(await refusalOfPage([])).toContain('no list')
  })
})

describe('gone, and the notice by itself', () => {
  const gone = retractedOutput(retracted(sample), PROBLEM)
  it('refused: gone without its notice, with text of the article, or not gone', async () => {
    const spoilt = [
      changed(gone.text, (json) => delete json['crisisNotice']),
      changed(gone.text, (json) => (json['html'] = '<p>The article</p>')),
      changed(gone.text, (json) => (json['status'] = 200)),
      '[]',
    ]
    for (const each of spoilt) expect(await refusal(gone, sample, each)).not.toBe('')
  })

  it('refused: a notice for somebody else', async () => {
    const output = noticeOutput(sample.notice)
    expect(await refusal(output, sample)).toBe('')
    for (const field of ['country', 'language', 'crisisNotice']) {
      const spoilt = changed(output.text, (json) => (json[field] = 'XX'))
      expect(await refusal(output, sample, spoilt)).not.toBe('')
    }
    expect(await refusal(output, sample, 'null')).not.toBe('')
  })
})
