import {describe, expect, it} from 'vitest'
import {noticeJson} from '../../publishers/partner/json.ts'
import {book, foreignNotice, real, type Real, refusalOf} from './example.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const object = (value: unknown): Json => {
  if (!isJson(value)) throw new Error(`Not an object: ${String(value)}`)
  return value
}

const parse = ({output}: Real): Json => object(JSON.parse(output.text))
const array = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Error(`Not a list: ${String(value)}`)
  return value
}

const NOTICE_HTML = /<aside [\s\S]*?<\/aside>/

/** Changes a `crisisNotice` object in place. */
const NOTICES: Readonly<Record<string, (notice: Json, each: Real) => void>> = {
  ...Object.fromEntries(
    ['heading', 'lead', 'emergency', 'helplines', 'html', 'text'].flatMap((field) => [
      [`without ${field}`, (notice: Json) => delete notice[field]],
      [`${field} null`, (notice: Json) => (notice[field] = null)],
      [`${field} empty`, (notice: Json) => (notice[field] = '')],
    ]),
  ),
  'one character of the heading': (notice) => (notice['heading'] = `${String(notice['heading'])}.`),
  'one character of the lead': (notice) => (notice['lead'] = String(notice['lead']).slice(1)),
  'one digit of the emergency number': (notice) => (object(notice['emergency'])['dial'] = '000'),
  'the emergency number shown otherwise': (notice) =>
    (object(notice['emergency'])['display'] = 'nine one one'),
  'a fact too many': (notice) => (object(notice['emergency'])['note'] = 'Do not call'),
  'a helpline fewer': (notice) => array(notice['helplines']).pop(),
  'a helpline twice': (notice) => {
    const lines = array(notice['helplines'])
    lines.push(lines[0])
  },
  'a helpline without its name': (notice) => delete object(array(notice['helplines'])[0])['name'],
  'a helpline under another name': (notice) =>
    (object(array(notice['helplines'])[0])['name'] = 'Somebody'),
  'no way to reach a helpline': (notice) => {
    const line = object(array(notice['helplines'])[0])
    for (const way of ['phone', 'sms', 'chatUrl']) line[way] = null
  },
  'other hours': (notice) =>
    (object(array(notice['helplines'])[0])['hours'] = {always: true, spans: []}),
  'hidden HTML': (notice) =>
    (notice['html'] = String(notice['html']).replace('<aside', '<aside hidden')),
  'styled HTML': (notice) =>
    (notice['html'] = `<style>aside{color:#111}</style>${String(notice['html'])}`),
  'words before the HTML': (notice) => (notice['html'] = `<p>Ad</p>${String(notice['html'])}`),
  'a digit in the HTML': (notice) =>
    (notice['html'] = String(notice['html']).replace(/tel:\d/, 'tel:0')),
  'a word too many in the text': (notice) => (notice['text'] = `${String(notice['text'])} Or not.`),
  "another country's": (notice, each) =>
    Object.assign(notice, JSON.parse(JSON.stringify(noticeJson(foreignNotice(each))))),
}

const ARTICLES: Readonly<Record<string, (article: Json, each: Real) => void>> = {
  'without crisisNotice': (article) => delete article['crisisNotice'],
  'crisisNotice null': (article) => (article['crisisNotice'] = null),
  'crisisNotice a list': (article) => (article['crisisNotice'] = [article['crisisNotice']]),
  'crisisNotice as text': (article) =>
    (article['crisisNotice'] = JSON.stringify(article['crisisNotice'])),
  'not in html': (article) => (article['html'] = String(article['html']).replace(NOTICE_HTML, '')),
  'html without it at the start': (article) =>
    (article['html'] = `<p>First this.</p>${String(article['html'])}`),
  'hidden in html': (article) =>
    (article['html'] = String(article['html']).replace('<aside', '<aside style="display:none"')),
  'html null': (article) => (article['html'] = null),
  'html brings a script': (article) =>
    (article['html'] = `${String(article['html'])}<script>go()</script>`),
  'html brings a style sheet': (article) =>
    (article['html'] = `${String(article['html'])}<style>aside{color:#111}</style>`),
  'html in two pieces': (article) =>
    (article['html'] = String(article['html']).replace('<ul>', '</aside><aside><ul>')),
  'not in text': (article) => (article['text'] = 'Only the article.'),
  'text null': (article) => (article['text'] = null),
  'text begins with something else': (article) =>
    (article['text'] = `Read this: ${String(article['text'])}`),
  'text runs on into a number': (article, {expectation: {audience, topics}}) => {
    const {text} = noticeJson(book.notice(audience, topics))
    article['text'] = String(article['text']).replace(text, `${text}1`)
  },
  'in another language': (article) => (article['language'] = 'la'),
}

describe('the drill: every partner article of the example', () => {
  const articles = real('partnerArticle')

  /** Paths of the articles that were spoilt and still pass. */
  const passing = async (spoil: (article: Json, each: Real) => void): Promise<string[]> => {
    const paths: string[] = []
    for (const each of articles) {
      const article = parse(each)
      spoil(article, each)
      const text = JSON.stringify(article)
      const same = text === JSON.stringify(parse(each))
      if (same || (await refusalOf(each, text)) === '') paths.push(each.output.path)
    }
    return paths
  }

  it('there are some, and they pass, whatever the order of their fields', async () => {
    expect(articles.length).toBeGreaterThan(10)
    for (const each of articles) {
      expect(await refusalOf(each, each.output.text)).toBe('')
      const turned = Object.fromEntries(Object.entries(parse(each)).toReversed())
      expect(await refusalOf(each, JSON.stringify(turned))).toBe('')
    }
  })

  it('refuses: what is no object', async () => {
    const [each] = articles
    if (each === undefined) throw new Error('There is no article')
    for (const text of ['', 'null', '[]', '"x"', '{', each.output.text.slice(0, -3)]) {
      expect(await refusalOf(each, text)).toContain('it is not a JSON object')
    }
  })

  it('says which field', async () => {
    const [each] = articles
    if (each === undefined) throw new Error('There is no article')
    const said = async (over: Json): Promise<string> =>
      refusalOf(each, JSON.stringify({...parse(each), ...over}))
    expect(await said({language: 'la'})).toContain('the article says it is in la')
    expect(await said({text: 'x'})).toContain('the field text does not begin with it')
    expect(await said({html: 'x'})).toContain('in the field html no element reads as the notice')
    expect(await said({crisisNotice: {}})).toContain('crisisNotice.heading is not that of')
  })

  it('refuses: any field of the contract dropped', async () => {
    const [each] = articles
    if (each === undefined) throw new Error('There is no article')
    const fields = Object.keys(parse(each))
    expect(fields).toHaveLength(22)
    for (const field of fields) {
      const {[field]: _gone, ...rest} = parse(each)
      expect(await refusalOf(each, JSON.stringify(rest))).toContain(`the field ${field} is missing`)
    }
  })

  for (const [name, spoil] of Object.entries(ARTICLES)) {
    it(`refuses: ${name}`, async () => {
      expect(await passing(spoil)).toEqual([])
    })
  }

  for (const [name, spoil] of Object.entries(NOTICES)) {
    it(`refuses: crisisNotice ${name}`, async () => {
      const spoilt = await passing((article, each) => {
        spoil(object(article['crisisNotice']), each)
      })
      expect(spoilt).toEqual([])
    })
  }
})

describe('the drill: lists for partners', () => {
  for (const format of ['partnerHelplines', 'partnerTombstones'] as const) {
    for (const [name, spoil] of Object.entries(NOTICES)) {
      it(`refuses: ${format}, crisisNotice ${name}`, async () => {
        for (const each of real(format)) {
          const list = parse(each)
          spoil(object(list['crisisNotice']), each)
          expect(await refusalOf(each, JSON.stringify(list))).toContain('crisisNotice')
        }
        expect(real(format)).toHaveLength(1)
      })
    }

    it(`refuses: ${format} without its list or its notice, passes it with both`, async () => {
      const [each] = real(format)
      if (each === undefined) throw new Error(`There is no ${format}`)
      expect(await refusalOf(each, each.output.text)).toBe('')
      for (const field of Object.keys(parse(each))) {
        const {[field]: _gone, ...rest} = parse(each)
        expect(await refusalOf(each, JSON.stringify(rest))).not.toBe('')
      }
      expect(await refusalOf(each, '[]')).toContain('it has no list of')
    })
  }
})

describe('the drill: articles.json', () => {
  const [each] = real('partnerArticles')
  if (each === undefined) throw new Error('There is no articles.json')
  const count = array(parse(each)['articles']).length

  const ENTRIES: Readonly<Record<string, (entry: Json) => void>> = {
    'without its text': (entry) => delete entry['crisisNoticeText'],
    'with a text null': (entry) => (entry['crisisNoticeText'] = null),
    'one character changed': (entry) =>
      (entry['crisisNoticeText'] = String(entry['crisisNoticeText']).replace(/\d/, 'O')),
    'a word too many': (entry) =>
      (entry['crisisNoticeText'] = `${String(entry['crisisNoticeText'])} x`),
    'naming another notice': (entry) => (entry['crisisNoticeId'] = 'crisisNotice-XX-en'),
    'naming no notice': (entry) => delete entry['crisisNoticeId'],
    'naming a key that is not there': (entry) => (entry['crisisNoticeKey'] = 'x'),
    'without a key': (entry) => delete entry['crisisNoticeKey'],
    'of an article that nobody has': (entry) => (entry['id'] = 'article-x'),
    'without an id': (entry) => delete entry['id'],
  }

  it('passes', async () => {
    expect(count).toBeGreaterThan(10)
    expect(await refusalOf(each, each.output.text)).toBe('')
  })

  for (const [name, spoil] of Object.entries(ENTRIES)) {
    it(`refuses: any entry ${name}`, async () => {
      for (let index = 0; index < count; index += 1) {
        const list = parse(each)
        spoil(object(array(list['articles'])[index]))
        expect(await refusalOf(each, JSON.stringify(list)), `entry ${index}`).toContain('the entry')
      }
    })
  }

  for (const [name, spoil] of Object.entries(NOTICES)) {
    it(`refuses: any of crisisNotices ${name}`, async () => {
      const notices = array(parse(each)['crisisNotices']).length
      expect(notices).toBeGreaterThan(3)
      for (let index = 0; index < notices; index += 1) {
        const list = parse(each)
        const notice = object(array(list['crisisNotices'])[index])
        const before = JSON.stringify(notice)
        const {language} = notice
        const topics = each.expectation.topics
        const expectation = {audience: {country: 'US', language: String(language)}, topics}
        spoil(notice, {...each, expectation})
        expect(JSON.stringify(notice)).not.toBe(before)
        expect(await refusalOf(each, JSON.stringify(list)), `notice ${index}`).toContain('crisisN')
      }
    })
  }

  it('says which entry, and why', async () => {
    const said = async (over: Json): Promise<string> => {
      const list = parse(each)
      Object.assign(object(array(list['articles'])[0]), over)
      return refusalOf(each, JSON.stringify(list))
    }
    const id = String(object(array(parse(each)['articles'])[0])['id'])
    expect(await said({crisisNoticeText: 'x'})).toContain(`the entry ${id} does not carry it`)
    expect(await said({crisisNoticeId: 'x'})).toContain(
      `the entry ${id} names another notice than crisisNotice-US-en`,
    )
    expect(await said({crisisNoticeKey: 'x'})).toContain(
      `the entry ${id} names x, and there there is no crisisNotice object`,
    )
    expect(await said({id: 'x'})).toContain('the entry x is of no article of the dataset')
    const {audience, topics} = each.expectation
    expect(await refusalOf({...each, expectation: {audience, topics}}, each.output.text)).toContain(
      'is of no article of the dataset',
    )
    expect(await refusalOf(each, '{"crisisNotices":[]}')).toContain('no list of articles')
  })

  it('refuses: two notices under one key, or notices that are none', async () => {
    const list = parse(each)
    const notices = array(list['crisisNotices'])
    const twice = {...list, crisisNotices: [...notices, ...notices]}
    expect(await refusalOf(each, JSON.stringify(twice))).toContain('no crisisNotice object')
    for (const wrong of [undefined, null, {}, 'x', [null], [1]]) {
      const spoilt = JSON.stringify({...list, crisisNotices: wrong})
      expect(await refusalOf(each, spoilt)).toContain('crisisNotice')
    }
    for (const wrong of [undefined, null, {}, 'x', [null], ['x']]) {
      expect(await refusalOf(each, JSON.stringify({...list, articles: wrong}))).not.toBe('')
    }
  })
})
