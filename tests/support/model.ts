/** Small valid model objects to build tests on. Each maker takes what the test is about. */
import type {
  Article,
  ArticleSummary,
  Digest,
  Helpline,
  NoticeDocument,
  PortableNode,
  Section,
  Site,
  Source,
  TextBlock,
  Warning,
} from '../../content/model.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {DigestPublication, Publication, SitePublication} from '../../crisis-notice/policy.ts'

export const TODAY = '2026-11-23'

export const site = (over: Partial<Site> = {}): Site => ({
  id: 'site',
  revision: 'r1',
  name: 'Lantern Health',
  url: 'https://health.example',
  smsName: 'Lantern',
  postalAddress: '1 Harbour Street, Springfield, ST 00000, USA',
  mailFrom: {name: 'Lantern Health', address: 'digest@health.example'},
  listId: 'digest.health.example',
  defaultCountry: 'US',
  defaultLanguage: 'en',
  partnerAttribution: 'From Lantern Health',
  noticeFallbackLanguages: [],
  ...over,
})

export const helpline = (over: Partial<Helpline> = {}): Helpline => ({
  id: 'helpline-us-988',
  revision: 'r1',
  name: '988 Suicide & Crisis Lifeline',
  country: 'US',
  languages: ['en', 'es'],
  topics: ['suicide', 'self-harm'],
  phone: {display: '988', dial: '988'},
  sms: {number: '988'},
  chatUrl: 'https://988lifeline.org/chat',
  hours: {always: true},
  verifiedAt: TODAY,
  verifyEvery: 180,
  ...over,
})

export const helplines = (): readonly Helpline[] => [
  helpline(),
  helpline({
    id: 'helpline-us-samhsa',
    name: 'SAMHSA National Helpline',
    topics: ['substance-use'],
    phone: {display: '1-800-662-4357', dial: '+18006624357'},
  }),
  helpline({
    id: 'helpline-gb-samaritans',
    name: 'Samaritans',
    country: 'GB',
    phone: {display: '116 123', dial: '116123'},
  }),
]

export const noticeDocument = (over: Partial<NoticeDocument> = {}): NoticeDocument => ({
  id: 'crisisNotice-US-en',
  revision: 'r1',
  country: 'US',
  language: 'en',
  heading: 'Need help now?',
  lead: 'If you might hurt yourself, or you are in danger, you can reach somebody now.',
  smsText: 'Call/text 988 if in crisis (24/7).',
  emergency: {display: '911', dial: '911'},
  helplines: ['helpline-us-988'],
  topicHelplines: [{topic: 'substance-use', helplines: ['helpline-us-samhsa']}],
  ...over,
})

export const notices = (): readonly NoticeDocument[] => [
  noticeDocument(),
  noticeDocument({
    id: 'crisisNotice-US-ar',
    language: 'ar',
    heading: 'هل تحتاج إلى مساعدة الآن؟',
    lead: 'إذا كنت في خطر أو تفكر في إيذاء نفسك، يمكنك التحدث مع شخص الآن.',
    smsText: 'في أزمة؟ اتصل بالرقم 988',
  }),
  noticeDocument({
    id: 'crisisNotice-GB-en',
    country: 'GB',
    smsText: 'In crisis? Call Samaritans 116 123, day or night.',
    emergency: {display: '999', dial: '999'},
    helplines: ['helpline-gb-samaritans'],
    topicHelplines: [],
  }),
]

export const noticeBook = (over: Partial<ConstructorParameters<typeof NoticeBook>[0]> = {}) =>
  new NoticeBook({
    site: site(),
    notices: notices(),
    helplines: helplines(),
    today: TODAY,
    ...over,
  })

export const block = (text: string, over: Partial<TextBlock> = {}): TextBlock => ({
  _type: 'block',
  _key: `b-${text.length}-${text.slice(0, 8)}`,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
  ...over,
})

export const section = (
  heading: string,
  body: readonly PortableNode[],
  over: Partial<Section> = {},
): Section => ({
  id: `section-${heading}`,
  revision: 'r1',
  heading,
  anchor: heading.toLowerCase().replace(/\W+/g, '-'),
  body,
  ...over,
})

export const source = (over: Partial<Source> = {}): Source => ({
  id: 'source-a',
  revision: 'r1',
  kind: 'journalArticle',
  title: 'A trial of something',
  authors: [{family: 'Okafor', given: 'N'}],
  containerTitle: 'Journal of Trials',
  containerAbbreviation: 'J Trials',
  year: 2020,
  volume: '1',
  pages: '1-9',
  doi: '10.1000/trial',
  ...over,
})

export const warning = (over: Partial<Warning> = {}): Warning => ({
  id: 'warning-a',
  revision: 'r1',
  title: 'Do not stop at once',
  severity: 'danger',
  body: [block('Stopping suddenly can be dangerous.')],
  ...over,
})

export const article = (over: Partial<Article> = {}): Article => ({
  id: 'article-low-mood',
  revision: 'rev-1',
  slug: 'low-mood',
  language: 'en',
  title: 'When low mood will not lift',
  summary: 'What to do when you have felt low for weeks.',
  topics: ['depression'],
  authors: [
    {
      id: 'contributor-team',
      revision: 'r1',
      kind: 'organization',
      name: 'Editorial team',
      bio: [],
    },
  ],
  publishedAt: '2026-03-01T09:00:00Z',
  lastReviewed: '2026-03-01',
  nextReview: '2027-03-01',
  keyPoints: ['Low mood is common.', 'Help works.'],
  opening: [block('Many people feel low at some time.')],
  sections: [
    section('What it is', [block('Low mood can last for weeks.')]),
    section('What helps', [block('Talking to somebody helps.')]),
  ],
  warnings: [],
  relatedArticles: [],
  corrections: [],
  references: [],
  ...over,
})

export const summaryOf = (whole: Article): ArticleSummary => {
  const {id, revision, slug, language, title, summary, topics, publishedAt} = whole
  return {id, revision, slug, language, title, summary, topics, publishedAt}
}

export const publication = (over: Partial<Article> = {}, country = 'US'): Publication =>
  Publication.create({
    site: site(),
    book: noticeBook(),
    article: article(over),
    country,
    translations: [],
  })

export const digest = (over: Partial<Digest> = {}): Digest => ({
  id: 'digest-spring',
  revision: 'r1',
  title: 'Spring letter',
  slug: 'spring',
  language: 'en',
  subject: 'Three small steps for low mood',
  preheader: 'And where to turn when it will not lift',
  intro: [block('Dear reader, spring is here.')],
  articles: ['article-low-mood'],
  channels: ['email', 'sms'],
  scheduledAt: '2026-03-02T08:00:00Z',
  ...over,
})

export const digestPublication = (over: Partial<Digest> = {}, country = 'US') =>
  DigestPublication.create({
    site: site(),
    book: noticeBook(),
    digest: digest(over),
    articles: [summaryOf(article())],
    country,
  })

export const sitePublication = (country = 'US') => {
  const book = noticeBook()
  const whole = article()
  const summary = summaryOf(whole)
  return SitePublication.create({
    site: site(),
    book,
    country,
    entries: [{article: summary, notice: book.notice({country, language: 'en'}, summary.topics)}],
    latest: [publication({}, country)],
    helplines: helplines(),
    tombstones: [],
  })
}
