/** Any small valid dataset, of text that is hostile and legal: what editors paste and publishers must bear. */
import fc from 'fast-check'
import {openContent} from '../../content/assemble.ts'
import type {Content} from '../../content/content.ts'
import type {ContentSource, Dataset} from '../../content/source.ts'
import {
  article,
  block,
  contributor,
  dataset,
  digest,
  helpline,
  notice,
  type RawDocument,
  reference,
  section,
  site,
  source,
  TODAY,
  warning,
} from '../content/documents.ts'

export {TODAY}

const WORDS = [
  'calm',
  'Sleep',
  '988',
  'naïve',
  '👨‍👩‍👧‍👦',
  '🛟',
  'नमस्ते',
  'می‌خواهم',
  'العربية',
  'עברית',
  '12:30',
  '</script>',
  '</style>',
  '<aside hidden>',
  '<!--',
  '-->',
  ']]>',
  '&amp;',
  '&',
  '<',
  '"quoted"',
  "o'clock",
  '50 %',
  '%%',
  '%00',
  '$&',
  '{number}',
  '${x}',
  '\\',
  '\\n',
  '=3D',
  '=?utf-8?q?x?=',
  '--=_b',
  '.',
  'From',
  '#',
  '*',
  '(https://x.example/)',
  'javascript:alert(1)',
  'e\u0301',
  'a\u00a0b',
  'soft\u00adhyphen',
  '\u2068x\u2069',
  'donaudampfschifffahrtsgesellschaft',
]

/** Direction characters that only closed text may hold, and nothing that the door would clean away. */
const isLegal = (text: string): boolean =>
  !/[\u202a-\u202e\u2066-\u2069\p{Cc}\p{Noncharacter_Code_Point}\ufeff]/u.test(text) &&
  text.trim() === text &&
  text !== ''

const word = fc.oneof(
  {weight: 5, arbitrary: fc.constantFrom(...WORDS)},
  {weight: 1, arbitrary: fc.string({unit: 'grapheme', minLength: 1, maxLength: 4}).filter(isLegal)},
)

/** One line of up to `max` UTF-16 units, cut between words. */
const line = (max: number): fc.Arbitrary<string> =>
  fc.array(word, {minLength: 1, maxLength: 12}).map((words) => {
    const fitting = words.reduce((text, next) =>
      text.length + next.length < max ? `${text} ${next}` : text,
    )
    return fitting.length > max ? 'calm' : fitting
  })

const TOPIC_SETS = [['sleep'], ['depression'], ['substance-use', 'sleep'], ['suicide', 'anxiety']]
const topics = fc.constantFrom(...TOPIC_SETS)

const SMS_TEXTS = [
  'Call/text 988 if in crisis (24/7).',
  'In crisis? {988} €',
  'Dial 988',
  'اتصل بالرقم 988',
  'Call 988 🛟',
]

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    {weight: 15, arbitrary: fc.constant(usual)},
    {weight: 1, arbitrary: fc.constantFrom(...others)},
  )

/** Lines that may be stale, expired, retired, another country's or without a phone. */
const lineDocument = (id: string): fc.Arbitrary<RawDocument> =>
  fc
    .record({
      name: line(120),
      country: mostly('US', 'GB'),
      verifiedAt: mostly(TODAY, '2026-01-01', '2020-01-01'),
      way: fc.constantFrom(
        {phone: {display: '988', dial: '988'}},
        {sms: {number: '988', keyword: 'HOME & away'}},
        {
          phone: {display: '988', dial: '988'},
          chatUrl: 'https://chat.example/?a=1&b=%20',
        },
      ),
      hours: fc.constantFrom(
        {always: true},
        {
          timeZone: 'America/New_York',
          spans: [{_key: 'a', days: ['mon', 'fri'], opens: '09:00', closes: '17:00'}],
        },
      ),
    })
    .map(({way, ...fields}) => {
      const {phone: _phone, sms: _sms, chatUrl: _chat, ...plain} = helpline({_id: id, ...fields})
      return {...plain, _id: id, _type: 'helpline', ...way}
    })

const LINES = ['helpline-us-988', 'helpline-us-b', 'helpline-us-c']
const LANGUAGES = ['en', 'ar', 'es'] as const

const noticeDocument = (language: string): fc.Arbitrary<RawDocument> =>
  fc
    .record({
      heading: line(110),
      lead: line(200),
      smsText: fc.constantFrom(...SMS_TEXTS),
      own: fc.subarray(LINES, {minLength: 1}),
      topic: fc.constantFrom('sleep', 'depression', 'suicide'),
      first: fc.subarray(LINES, {minLength: 1, maxLength: 2}),
    })
    .map(({own, topic, first, ...fields}) =>
      notice({
        ...fields,
        _id: `crisisNotice-US-${language}`,
        language,
        helplines: own.map(reference),
        topicHelplines: [{_key: 't', topic, helplines: first.map(reference)}],
      }),
    )

type Node = Readonly<Record<string, unknown>>

const marked = (text: string): Node =>
  block('', {
    _key: 'marked',
    markDefs: [{_type: 'link', _key: 'l', href: 'https://x.example/?a=1&b=2'}],
    children: [
      {_type: 'span', _key: 'a', text, marks: ['strong', 'l']},
      {_type: 'citation', _key: 'c', sources: [reference('source-a')]},
      {_type: 'span', _key: 'b', text: ` ${text}`, marks: ['em']},
    ],
  })

const nodes: fc.Arbitrary<readonly Node[]> = fc
  .array(
    fc.oneof<fc.Arbitrary<Node>[]>(
      line(400).map((text) => block(text)),
      line(200).map((text) => block(text, {listItem: 'bullet', level: 2})),
      line(100).map((text) => block(text, {style: 'h3'})),
      line(100).map(marked),
      line(60).map((text) => ({
        _type: 'table',
        header: true,
        rows: [{_type: 'tableRow', _key: 'r', cells: [text, '<td>']}],
      })),
      fc.constantFrom({_type: 'warningRef', warning: reference('warning-a')}),
      fc.constantFrom({_type: 'helplineRef', helpline: reference('helpline-us-988')}),
    ),
    {minLength: 1, maxLength: 4},
  )
  .map((list) => list.map((node, index) => ({...node, _key: `n${index}`})))

const articleDocuments = (index: number): fc.Arbitrary<readonly RawDocument[]> =>
  fc
    .record({
      title: line(110),
      summary: line(300),
      language: fc.constantFrom('en', 'en', ...LANGUAGES, 'fr'),
      topics,
      keyPoints: fc.array(line(100), {maxLength: 2}),
      opening: nodes,
      body: nodes,
      heading: line(200),
      retraction: mostly(undefined, 'Made up & <b>wrong</b>'),
      warned: fc.boolean(),
    })
    .map(({body, heading, retraction, warned, ...fields}) => {
      const _id = `article-${index}`
      const own = section({
        _id: `section-${index}`,
        heading,
        anchor: {_type: 'slug', current: `part-${index}`},
        body,
      })
      return [
        own,
        article({
          ...fields,
          _id,
          slug: {_type: 'slug', current: `about-${index}`},
          sections: [reference(own._id)],
          warnings: warned ? [reference('warning-a')] : [],
          ...(retraction !== undefined && {retraction: {date: TODAY, reason: retraction}}),
        }),
      ]
    })

const digestDocument: fc.Arbitrary<RawDocument> = fc
  .record({
    title: line(110),
    subject: line(78),
    preheader: line(100),
    language: fc.constantFrom(...LANGUAGES),
    intro: line(200).map((text) => [block(text)]),
  })
  .map((fields) => digest({...fields, articles: [reference('article-0')]}))

export const datasets: fc.Arbitrary<readonly RawDocument[]> = fc
  .record({
    site: fc
      .record({name: line(110), partnerAttribution: line(200), postalAddress: line(200)})
      .chain((fields) =>
        fc
          .constantFrom([], ['en'])
          .map((noticeFallbackLanguages) => site({...fields, noticeFallbackLanguages})),
      ),
    contributor: line(120).map((name) => contributor({name})),
    lines: fc.tuple(...LINES.map(lineDocument)),
    notices: fc
      .shuffledSubarray([...LANGUAGES], {minLength: 2})
      .chain((languages) => fc.tuple(...languages.map(noticeDocument))),
    source: line(300).map((title) => source({title})),
    warning: fc
      .record({title: line(110), body: line(300).map((text) => [block(text)])})
      .map((fields) => warning(fields)),
    articles: fc.tuple(articleDocuments(0), articleDocuments(1)),
    digest: digestDocument,
  })
  .map(({lines, notices, articles, ...rest}) =>
    dataset(...Object.values(rest), ...lines, ...notices, ...articles.flat())
      // Made by `dataset` for those who ask for less.
      .filter(({_id}) => !['article-a', 'section-a'].includes(_id))
      .filter(({_id, _type}) => _type !== 'crisisNotice' || notices.some((own) => own._id === _id)),
  )

const sourceOf = (documents: readonly RawDocument[]): ContentSource => {
  const byId = new Map(documents.map((document) => [document._id, document]))
  const whole: Dataset = {
    ids: (type) => documents.filter(({_type}) => _type === type).map(({_id}) => _id),
    typeOf: (id) => byId.get(id)?._type,
    sizeOf: () => 1,
    read: (id) => Promise.resolve(byId.get(id)),
    problems: [],
  }
  return {
    name: 'generated',
    dataset: () => Promise.resolve(whole),
    documents: () => Promise.resolve(byId),
    file: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  }
}

export const contentOf = (documents: readonly RawDocument[]): Promise<Content> =>
  openContent(sourceOf(documents), {today: TODAY})
