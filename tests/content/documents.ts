/** Raw Sanity documents to build datasets of. Each maker takes what the test is about. */
export type RawDocument = Readonly<Record<string, unknown>> & {
  readonly _id: string
  readonly _type: string
}

type Fields = Readonly<Record<string, unknown>>

export const TODAY = '2026-11-23'

export const reference = (id: string): Fields => ({_type: 'reference', _ref: id, _key: `to-${id}`})

export const block = (text: string, over: Fields = {}): Fields => ({
  _type: 'block',
  _key: 'b1',
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's1', text, marks: []}],
  ...over,
})

export const linked = (href: string): Fields =>
  block('', {
    markDefs: [{_type: 'link', _key: 'l1', href}],
    children: [{_type: 'span', _key: 's1', text: 'Link', marks: ['l1']}],
  })

export const cited = (text: string, ...sources: readonly string[]): Fields =>
  block(text, {
    _key: `cites-${sources.join('-')}`,
    children: [
      {_type: 'span', _key: 's1', text, marks: []},
      {_type: 'citation', _key: 'c1', sources: sources.map(reference)},
    ],
  })

const maker =
  (defaults: RawDocument) =>
  (over: Fields = {}): RawDocument => ({...defaults, ...over})

export const site = maker({
  _id: 'site',
  _type: 'site',
  _rev: 'r1',
  name: 'Lantern Health',
  url: 'https://health.example',
  smsName: 'Lantern',
  postalAddress: 'Lantern Health\n1 Harbour Street',
  mailFrom: {name: 'Lantern Health', address: 'letters@health.example'},
  listId: 'digest.health.example',
  defaultCountry: 'US',
  defaultLanguage: 'en',
  partnerAttribution: 'From Lantern Health',
})

export const contributor = maker({
  _id: 'contributor-team',
  _type: 'contributor',
  _rev: 'r1',
  kind: 'organization',
  name: 'Editorial team',
})

export const helpline = maker({
  _id: 'helpline-us-988',
  _type: 'helpline',
  _rev: 'r1',
  name: '988 Suicide & Crisis Lifeline',
  country: 'US',
  languages: ['en', 'es'],
  topics: ['suicide'],
  phone: {display: '988', dial: '988'},
  sms: {number: '988'},
  chatUrl: 'https://988lifeline.org/chat',
  hours: {always: true},
  verifiedAt: TODAY,
})

export const notice = maker({
  _id: 'crisisNotice-US-en',
  _type: 'crisisNotice',
  _rev: 'r1',
  country: 'US',
  language: 'en',
  heading: 'Need help now?',
  lead: 'You can reach a trained counselor, day or night.',
  smsText: 'Call/text 988 if in crisis (24/7).',
  emergency: {display: '911', dial: '911'},
  helplines: [reference('helpline-us-988')],
})

export const source = maker({
  _id: 'source-a',
  _type: 'source',
  _rev: 'r1',
  kind: 'journalArticle',
  title: 'A trial',
  authors: [{family: 'Smith', given: 'J'}],
  containerTitle: 'Journal of Trials',
  year: 2020,
})

export const warning = maker({
  _id: 'warning-a',
  _type: 'warning',
  _rev: 'r1',
  title: 'Call for help',
  severity: 'danger',
  body: [block('Slow breathing is an emergency.')],
})

export const section = maker({
  _id: 'section-a',
  _type: 'section',
  _rev: 'r1',
  heading: 'What to know',
  anchor: {_type: 'slug', current: 'what-to-know'},
  body: [block('Sleep matters.')],
})

export const article = maker({
  _id: 'article-a',
  _type: 'article',
  _rev: 'r1',
  title: 'Sleep and mood',
  slug: {_type: 'slug', current: 'sleep'},
  language: 'en',
  summary: 'How sleep and mood belong together.',
  topics: ['sleep'],
  authors: [reference('contributor-team')],
  publishedAt: '2026-11-01T08:00:00Z',
  sections: [reference('section-a')],
})

export const digest = maker({
  _id: 'digest-a',
  _type: 'digest',
  _rev: 'r1',
  title: 'November',
  slug: {_type: 'slug', current: 'november'},
  language: 'en',
  subject: 'Sleep and mood',
  articles: [reference('article-a')],
  channels: ['email', 'sms'],
})

/** A valid dataset; documents given here replace those of the same id, or are added. */
export const dataset = (...over: readonly RawDocument[]): readonly RawDocument[] => {
  const all = [
    site(),
    contributor(),
    helpline(),
    notice(),
    source(),
    warning(),
    section(),
    article(),
    digest(),
    ...over,
  ]
  return [...new Map(all.map((document) => [document._id, document])).values()]
}

export const ndjson = (documents: readonly unknown[]): string =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('')
