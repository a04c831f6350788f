/**
 * Fourteen helplines, as the services publish them. Checked on 2026-11-23: an editor checks each of
 * them again before real use, and every half year after that.
 */
import type {Topic} from '../content/topics.ts'
import {document, type Document} from './notation/documents.ts'
import {given} from './notation/json.ts'
import {idOf, reference} from './notation/reference.ts'

interface HelplineText {
  /** The part of the id after `helpline-`. */
  readonly name: string
  readonly title: string
  readonly country: string
  readonly languages: readonly string[]
  readonly topics: readonly Topic[]
  /** As printed, and E.164 or the short code. */
  readonly call?: {readonly display: string; readonly dial: string}
  readonly text?: {readonly number: string; readonly keyword?: string}
  readonly chat?: string
  readonly site?: string
  readonly pairedWith?: string
}

const DISTRESS: readonly Topic[] = ['depression', 'anxiety', 'general']

/** A number that is dialled as it is printed. */
const short = (number: string): {readonly display: string; readonly dial: string} => ({
  display: number,
  dial: number,
})

const HELPLINES: readonly HelplineText[] = [
  {
    name: 'us-988',
    title: '988 Suicide & Crisis Lifeline',
    country: 'US',
    languages: ['en', 'es'],
    topics: ['suicide', 'self-harm', ...DISTRESS, 'substance-use'],
    call: short('988'),
    text: {number: '988'},
    chat: 'https://988lifeline.org/chat',
    site: 'https://988lifeline.org',
  },
  {
    name: 'us-crisis-text-line',
    title: 'Crisis Text Line',
    country: 'US',
    languages: ['en', 'es'],
    topics: [...DISTRESS, 'suicide', 'self-harm'],
    text: {number: '741741', keyword: 'HOME'},
    chat: 'https://crisistextline.org',
    site: 'https://crisistextline.org',
  },
  {
    name: 'us-samhsa',
    title: 'SAMHSA National Helpline',
    country: 'US',
    languages: ['en', 'es'],
    topics: ['substance-use', 'overdose', 'general'],
    call: {display: '1-800-662-4357', dial: '+18006624357'},
  },
  {
    name: 'us-domestic-violence',
    title: 'National Domestic Violence Hotline',
    country: 'US',
    languages: ['en', 'es'],
    topics: ['domestic-violence', 'sexual-violence'],
    call: {display: '1-800-799-7233', dial: '+18007997233'},
    text: {number: '88788', keyword: 'START'},
    chat: 'https://thehotline.org',
    site: 'https://thehotline.org',
  },
  {
    name: 'ca-988',
    title: '9-8-8: Suicide Crisis Helpline',
    country: 'CA',
    languages: ['en', 'fr'],
    topics: ['suicide'],
    call: short('988'),
    text: {number: '988'},
  },
  {
    name: 'gb-samaritans',
    title: 'Samaritans',
    country: 'GB',
    languages: ['en'],
    topics: [...DISTRESS, 'suicide'],
    call: {display: '116 123', dial: '116123'},
    // One answers calls and the other texts: a reader who cannot speak aloud needs both in view.
    pairedWith: 'gb-shout',
  },
  {
    name: 'gb-shout',
    title: 'Shout',
    country: 'GB',
    languages: ['en'],
    topics: DISTRESS,
    text: {number: '85258', keyword: 'SHOUT'},
    pairedWith: 'gb-samaritans',
  },
  {
    name: 'ie-samaritans',
    title: 'Samaritans Ireland',
    country: 'IE',
    languages: ['en'],
    topics: [...DISTRESS, 'suicide'],
    call: {display: '116 123', dial: '116123'},
  },
  {
    name: 'au-lifeline',
    title: 'Lifeline',
    country: 'AU',
    languages: ['en'],
    topics: ['suicide', ...DISTRESS],
    call: {display: '13 11 14', dial: '131114'},
    text: {number: '+61477131114'},
    chat: 'https://lifeline.org.au',
    site: 'https://lifeline.org.au',
  },
  {
    name: 'nz-1737',
    title: 'Need to talk?',
    country: 'NZ',
    languages: ['en'],
    topics: DISTRESS,
    call: short('1737'),
    text: {number: '1737'},
  },
  {
    name: 'in-tele-manas',
    title: 'Tele-MANAS',
    country: 'IN',
    languages: ['en', 'hi'],
    topics: [...DISTRESS, 'psychosis'],
    call: short('14416'),
  },
  {
    name: 'de-telefonseelsorge',
    title: 'TelefonSeelsorge',
    country: 'DE',
    languages: ['de'],
    topics: [...DISTRESS, 'suicide'],
    call: {display: '0800 111 0 111', dial: '+498001110111'},
    chat: 'https://online.telefonseelsorge.de',
    site: 'https://online.telefonseelsorge.de',
  },
  {
    name: 'es-024',
    title: 'Línea 024',
    country: 'ES',
    languages: ['es'],
    topics: ['suicide'],
    call: short('024'),
  },
  {
    name: 'fr-3114',
    title: '3114',
    country: 'FR',
    languages: ['fr'],
    topics: ['suicide'],
    call: short('3114'),
  },
]

export const helplines: readonly Document[] = HELPLINES.map((line) =>
  document(
    'helpline',
    idOf('helpline', line.name),
    given({
      name: line.title,
      country: line.country,
      languages: line.languages,
      topics: line.topics,
      phone: line.call && {...line.call},
      sms: line.text && given({...line.text}),
      chatUrl: line.chat,
      hours: {always: true},
      pairedWith:
        line.pairedWith === undefined ? undefined : reference('helpline', line.pairedWith),
      sourceUrl: line.site,
      verifiedAt: '2026-11-23',
      verifyEvery: 180,
    }),
  ),
)
