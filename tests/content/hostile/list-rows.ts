/** What lists of documents name and leave out. */
import {
  article,
  cited,
  digest,
  helpline,
  notice,
  type RawDocument,
  reference,
  section,
} from '../documents.ts'

export const LISTED: readonly (readonly [
  what: string,
  list: 'notices' | 'helplines' | 'digests' | 'summaries',
  documents: readonly RawDocument[],
  expected: string,
])[] = [
  [
    'a line with no channel',
    'helplines',
    [helpline({phone: undefined, sms: undefined, chatUrl: undefined})],
    'helpline-us-988  HELPLINE_UNREACHABLE',
  ],
  [
    'a number that is none',
    'helplines',
    [helpline({phone: {display: '988', dial: 'nine'}})],
    'helpline-us-988 phone.dial INVALID_NUMBER',
  ],
  [
    'a number with spaces',
    'helplines',
    [helpline({phone: {display: '116 123', dial: '116 123'}})],
    'helpline-us-988 phone.dial HIDDEN_CHARACTER',
  ],
  [
    'a hidden digit',
    'helplines',
    [helpline({phone: {display: '988', dial: '98\u200b8'}})],
    'helpline-us-988 phone.dial HIDDEN_CHARACTER',
  ],
  [
    'a number of 16 digits',
    'helplines',
    [helpline({sms: {number: '+1234567890123456'}})],
    'helpline-us-988 sms.number INVALID_NUMBER',
  ],
  [
    'a short code of 7 digits',
    'helplines',
    [helpline({sms: {number: '1234567'}})],
    'helpline-us-988 sms.number INVALID_NUMBER',
  ],
  [
    'another number shown than dialled',
    'helplines',
    [helpline({phone: {display: '998', dial: '988'}})],
    'helpline-us-988 phone.display DISPLAY_MISMATCH',
  ],
  [
    'a chat without s',
    'helplines',
    [helpline({chatUrl: 'http://x.example'})],
    'helpline-us-988 chatUrl INVALID_URL',
  ],
  [
    'a country that is none',
    'helplines',
    [helpline({country: 'UK'})],
    'helpline-us-988 country INVALID_COUNTRY',
  ],
  [
    'a country in small letters',
    'helplines',
    [helpline({country: 'us'})],
    'helpline-us-988 country INVALID_COUNTRY',
  ],
  [
    'hours of no zone',
    'helplines',
    [
      helpline({
        hours: {timeZone: 'Mars/Base', spans: [{days: ['mon'], opens: '09:00', closes: '17:00'}]},
      }),
    ],
    'helpline-us-988 hours.timeZone INVALID_TIME_ZONE',
  ],
  [
    'hours of 25 o’clock',
    'helplines',
    [
      helpline({
        hours: {
          timeZone: 'Europe/London',
          spans: [{days: ['mon'], opens: '09:00', closes: '25:00'}],
        },
      }),
    ],
    'helpline-us-988 hours.spans[0].closes INVALID_FORMAT',
  ],
  [
    'a line paired with itself',
    'helplines',
    [helpline({pairedWith: reference('helpline-us-988')})],
    'helpline-us-988 pairedWith REFERENCE_CYCLE',
  ],
  [
    'a line paired with nobody',
    'helplines',
    [helpline({pairedWith: reference('helpline-x')})],
    'helpline-us-988 pairedWith DANGLING_REFERENCE',
  ],
  [
    'lines that replace each other',
    'helplines',
    [
      helpline({replacedBy: reference('helpline-b')}),
      helpline({_id: 'helpline-b', replacedBy: reference('helpline-us-988')}),
    ],
    'helpline-b replacedBy REFERENCE_CYCLE',
  ],
  [
    'a notice with another id',
    'notices',
    [notice({_id: 'crisisNotice-us'})],
    'crisisNotice-us _id ID_MISMATCH',
  ],
  [
    'a notice too long for SMS',
    'notices',
    [notice({smsText: `988 ${'x'.repeat(52)}`})],
    'crisisNotice-US-en smsText TOO_LONG',
  ],
  [
    'an Arabic notice too long for SMS',
    'notices',
    [notice({smsText: `988 ${'م'.repeat(37)}`})],
    'crisisNotice-US-en smsText TOO_LONG',
  ],
  [
    'a notice of no line',
    'notices',
    [notice({helplines: []})],
    'crisisNotice-US-en helplines MISSING',
  ],
  ['a long lead', 'notices', [notice({lead: 'x'.repeat(201)})], 'crisisNotice-US-en lead TOO_LONG'],
  [
    'a subject of 300 characters',
    'digests',
    [digest({subject: 'x'.repeat(300)})],
    'digest-a subject TOO_LONG',
  ],
  [
    'a header in a subject',
    'digests',
    [digest({subject: 'a\r\nBcc: everyone@x.example'})],
    'digest-a subject NOT_ONE_LINE',
  ],
  [
    'an override in a subject',
    'digests',
    [digest({subject: 'a\u202eb\u202c'})],
    'digest-a subject BIDI_CONTROL',
  ],
  [
    'eleven articles',
    'digests',
    [digest({articles: Array.from({length: 11}, () => reference('article-a'))})],
    'digest-a articles TOO_MANY',
  ],
  [
    'an article that is none',
    'digests',
    [digest({articles: [reference('section-a')]})],
    'digest-a articles[_key=="to-section-a"] WRONG_REFERENCE_TYPE',
  ],
  [
    'a citation in an introduction',
    'digests',
    [digest({intro: [cited('a', 'source-a')]})],
    'digest-a intro[_key=="cites-source-a"].children[_key=="c1"] CITATION_MISPLACED',
  ],
  [
    'an unknown channel',
    'digests',
    [digest({channels: ['fax']})],
    'digest-a channels[0] UNKNOWN_VALUE',
  ],
  [
    'two articles with one slug',
    'summaries',
    [article({_id: 'article-b'})],
    'article-b slug DUPLICATE_SLUG',
  ],
  [
    'an article in place of a language',
    'summaries',
    [
      article({_id: 'article-pt', slug: {current: 'pt-br'}}),
      article({_id: 'article-b', slug: {current: 'b'}, language: 'pt-BR'}),
    ],
    'article-pt slug RESERVED_SLUG',
  ],
  [
    'two digests with one slug',
    'digests',
    [digest({_id: 'digest-b'})],
    'digest-a slug DUPLICATE_SLUG',
  ],
  [
    'a draft',
    'summaries',
    [article({_id: 'drafts.article-a'})],
    'drafts.article-a _id DRAFT_DOCUMENT',
  ],
  [
    'a draft of a section',
    'summaries',
    [section({_id: 'drafts.section-a'})],
    'drafts.section-a _id DRAFT_DOCUMENT',
  ],
  ['a draft of a line', 'helplines', [helpline({_id: 'drafts.h'})], 'drafts.h _id DRAFT_DOCUMENT'],
  [
    'a document of a release',
    'digests',
    [digest({_id: 'versions.r1.digest-a'})],
    'versions.r1.digest-a _id VERSION_DOCUMENT',
  ],
]
