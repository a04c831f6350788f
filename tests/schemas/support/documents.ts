/** One whole and valid document a type, every field filled in; and what they refer to. */
import type {Doc} from './lake.ts'

let keys = 0

export const keyed = <T extends object>(items: readonly T[]): readonly T[] =>
  items.map((item) => ({_key: `k${++keys}`, ...item}))

export const ref = (_ref: string) => ({_type: 'reference', _ref})

export const refs = (...ids: readonly string[]) => keyed(ids.map(ref))

export const slug = (current: string) => ({_type: 'slug', current})

export const span = (text: string) => ({_type: 'span', text, marks: []})

export const paragraph = (children: readonly object[], more: object = {}) => ({
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: keyed(children),
  ...more,
})

export const text = (words: string, more: object = {}) => keyed([paragraph([span(words)], more)])

export const citation = (...ids: readonly string[]) => ({_type: 'citation', sources: refs(...ids)})

export const image = {_type: 'image', asset: ref('image-0-1x1-png')}

export const figure = {_type: 'figure', image, alt: 'A hand holds a hand.', caption: 'Together'}

export const tableOf = (...rows: readonly (readonly string[])[]) => ({
  _type: 'table',
  header: true,
  caption: 'Sleep by age',
  rows: keyed(rows.map((cells) => ({_type: 'tableRow', cells}))),
})

export const helpline: Doc = {
  _id: 'line',
  _type: 'helpline',
  name: 'Night Line',
  country: 'US',
  languages: ['en', 'es'],
  topics: ['suicide', 'grief'],
  phone: {_type: 'phone', display: '1-800-662-HELP (4357)', dial: '+18006624357'},
  sms: {_type: 'textLine', number: '741741', keyword: 'HOME'},
  chatUrl: 'https://line.example/chat',
  hours: {
    _type: 'hours',
    always: false,
    timeZone: 'America/New_York',
    spans: keyed([{_type: 'hoursSpan', days: ['mon', 'tue'], opens: '09:00', closes: '17:30'}]),
  },
  pairedWith: ref('partner'),
  sourceUrl: 'https://line.example/',
  verifiedAt: '2026-11-01',
  verifyEvery: 180,
}

/** Paired with the line above. */
export const partner: Doc = {
  _id: 'partner',
  _type: 'helpline',
  name: 'Day Line',
  country: 'US',
  phone: {display: '988', dial: '988'},
  pairedWith: ref('line'),
  verifiedAt: '2026-11-01',
}

export const retiredLine: Doc = {
  ...partner,
  _id: 'retired',
  name: 'Old Line',
  pairedWith: undefined,
  retiredAt: '2022-07-16',
  replacedBy: ref('partner'),
}

export const foreignLine: Doc = {...partner, _id: 'foreign', name: 'Línea', country: 'ES'}

export const staleLine: Doc = {
  ...partner,
  _id: 'stale',
  name: 'Stale Line',
  verifiedAt: '2026-05-01',
}

export const expiredLine: Doc = {
  ...partner,
  _id: 'expired',
  name: 'Expired Line',
  verifiedAt: '2025-05-01',
}

export const notice: Doc = {
  _id: 'crisisNotice-US-en',
  _type: 'crisisNotice',
  country: 'US',
  language: 'en',
  heading: 'Need help now?',
  lead: 'If you are in danger, you can talk to somebody for free, day or night.',
  smsText: 'In crisis? Call or text 988 (24/7).',
  emergency: {_type: 'phone', display: '911', dial: '911'},
  helplines: refs('partner'),
  topicHelplines: keyed([{_type: 'topicHelplines', topic: 'overdose', helplines: refs('line')}]),
}

export const section: Doc = {
  _id: 'section-one',
  _type: 'section',
  heading: 'Why sleep matters',
  anchor: slug('why-sleep-matters'),
  body: [
    ...keyed([
      paragraph([span('Sleep heals '), citation('source'), span('.')], {
        markDefs: [{_type: 'link', _key: 'm', href: 'https://sleep.example/'}],
      }),
    ]),
    ...keyed([
      figure,
      tableOf(['Age', 'Hours'], ['Adults', '7']),
      {_type: 'warningRef', warning: ref('warning')},
      {_type: 'helplineRef', helpline: ref('partner')},
    ]),
  ],
}

export const otherSection: Doc = {
  ...section,
  _id: 'section-two',
  heading: 'How to sleep',
  anchor: slug('how-to-sleep'),
}

export const source: Doc = {
  _id: 'source',
  _type: 'source',
  kind: 'journalArticle',
  title: 'A trial of sleep',
  authors: keyed([{family: 'Niciu', given: 'M. J.'}, {organization: 'Sleep Society'}]),
  containerTitle: 'Journal of Sleep',
  containerAbbreviation: 'J Sleep',
  year: 2022,
  volume: '12',
  issue: '5',
  pages: '444-461',
  articleNumber: 'e12',
  publisher: 'Sleep Press',
  doi: '10.1002/da.22536',
  pmid: '34618598',
  url: 'https://sleep.example/trial',
  accessedAt: '2026-11-01',
  retraction: {_type: 'sourceRetraction', date: '2026-01-01', note: 'Retracted by its authors'},
}

export const warning: Doc = {
  _id: 'warning',
  _type: 'warning',
  title: 'Do not stop at once',
  severity: 'danger',
  body: text('Ask your doctor before you stop.'),
  smsText: 'Ask your doctor before you stop.',
}

export const contributor: Doc = {
  _id: 'contributor',
  _type: 'contributor',
  kind: 'organization',
  name: 'Editorial team',
  role: 'Writing',
  credentials: 'MD',
  bio: text('We write.'),
  url: 'https://health.example/team',
}

export const article: Doc = {
  _id: 'article',
  _type: 'article',
  title: 'Sleeping better',
  slug: slug('sleeping-better'),
  language: 'en',
  summary: 'What helps people to sleep, and what does not.',
  smsSummary: 'Sleeping better: what helps',
  topics: ['sleep', 'anxiety'],
  heroImage: {...image, alt: 'A bed by a window'},
  authors: refs('contributor'),
  reviewer: ref('contributor'),
  publishedAt: '2026-01-01T09:00:00Z',
  updatedAt: '2026-02-01T09:00:00Z',
  lastReviewed: '2026-01-01',
  nextReview: '2027-01-01',
  keyPoints: ['Get up at the same time.', 'Keep the bed for sleep.'],
  opening: text('Sleep comes by itself.'),
  sections: refs('section-one', 'section-two'),
  warnings: refs('warning'),
  relatedArticles: refs('article-two'),
  corrections: keyed([{_type: 'correction', date: '2026-02-01', note: 'It is seven hours.'}]),
}

export const otherArticle: Doc = {
  ...article,
  _id: 'article-two',
  title: 'Dreams',
  slug: slug('dreams'),
  sections: refs('section-two'),
  relatedArticles: undefined,
}

export const digest: Doc = {
  _id: 'digest',
  _type: 'digest',
  title: 'November',
  slug: slug('november'),
  language: 'en',
  subject: 'Sleep, and three more',
  preheader: 'What helps in the dark months',
  intro: text('Dear reader,'),
  articles: refs('article', 'article-two'),
  channels: ['email', 'sms'],
  scheduledAt: '2026-11-30T09:00:00Z',
  audience: {_type: 'audience', countries: ['US', 'CA'], topics: ['sleep']},
}

export const site: Doc = {
  _id: 'site',
  _type: 'site',
  name: 'Lantern Health',
  url: 'https://health.example',
  smsName: 'Lantern',
  postalAddress: 'Lantern Health\n100 Example Street',
  mailFrom: {_type: 'mailbox', name: 'Lantern Health', address: 'letters@health.example'},
  replyTo: 'editors@health.example',
  listId: 'digest.health.example',
  defaultCountry: 'US',
  defaultLanguage: 'en',
  partnerAttribution: 'From Lantern Health.',
  logo: {...image, alt: 'Lantern Health'},
  noticeFallbackLanguages: ['en', 'es'],
}

export const whole: Readonly<Record<string, Doc>> = {
  article,
  contributor,
  crisisNotice: notice,
  digest,
  helpline,
  section,
  site,
  source,
  warning,
}

/** Everything that the whole documents refer to, and the lines that must not be shown. */
export const dataset: readonly Doc[] = [
  ...Object.values(whole),
  {_id: 'image-0-1x1-png', _type: 'sanity.imageAsset'},
  partner,
  retiredLine,
  foreignLine,
  staleLine,
  expiredLine,
  otherSection,
  otherArticle,
]
