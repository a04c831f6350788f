/**
 * Reads artefacts a third way, as plainly as can be: neither the publishers' code nor the gate's. It
 * sees only that the words are there, not that somebody can see them.
 */
import {simpleParser} from 'mailparser'
import type {Output} from '../../publishers/publisher.ts'
import type {RawDocument} from '../content/documents.ts'

const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"'}

/** Tags out, character references in. */
const words = (markup: string): string =>
  markup
    .replace(/<!\[CDATA\[|\]\]>|<!--[^>]*-->|<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_whole, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (_whole, name: string) => NAMED[name] ?? '')

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

const object = (value: unknown): Json => (isJson(value) ? value : {})
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** A text that must carry the notice of one article, found by a piece of its address. */
export interface Reading {
  readonly about: string
  readonly text: string
}

const SITE = 'site'

/** Every text of an artefact that must carry a notice on its own. */
export const readingsOf = async (output: Output): Promise<readonly Reading[]> => {
  const {format, text, path} = output
  const all = (...texts: readonly string[]) => texts.map((each) => ({about: path, text: each}))
  if (format === 'page') return all(words(text))
  if (format === 'sms') return all(...text.trimEnd().split('\n%%\n'))
  if (format === 'sitemap') return []
  if (format === 'mail') {
    const mail = await simpleParser(text, {skipTextToHtml: true})
    return all(words(String(mail.html)), String(mail.text))
  }
  if (format === 'atom') {
    const inside = (entry: string, name: string): string =>
      new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(entry)?.[1] ?? ''
    return [...text.matchAll(/<entry[\s\S]*?<\/entry>/g)].flatMap(([entry]) =>
      // Twice, since content is HTML inside XML.
      [words(inside(entry, 'summary')), words(words(inside(entry, 'content')))].map((each) => ({
        about: inside(entry, 'id'),
        text: each,
      })),
    )
  }
  const json = object(JSON.parse(text))
  const notice = object(json['crisisNotice'])
  if (format === 'jsonFeed') {
    return list(json['items']).flatMap(({url, summary, content_html: html}) => [
      {about: String(url), text: String(summary)},
      {about: String(url), text: words(String(html))},
    ])
  }
  if (format === 'partnerArticles') {
    return list(json['articles']).map(({url, crisisNoticeText}) => ({
      about: String(url),
      text: String(crisisNoticeText),
    }))
  }
  const whole = [String(notice['text']), words(String(notice['html']))]
  return format === 'partnerArticle'
    ? all(...whole, String(json['text']), words(String(json['html'])))
    : whole.map((each) => ({about: SITE, text: each}))
}

/**
 * What somebody with the dataset in hand would look for: raw fields, no wording. First the text for
 * SMS, then what the other channels must have.
 */
export const factsOf = (
  documents: readonly RawDocument[],
  language: string,
  topics: readonly string[],
): readonly string[] => {
  const byId = new Map<unknown, RawDocument>(documents.map((each) => [each._id, each]))
  const fallbacks = byId.get('site')?.['noticeFallbackLanguages']
  const candidates = [language, ...(Array.isArray(fallbacks) ? fallbacks.map(String) : [])]
  const notice = candidates
    .map((each) => byId.get(`crisisNotice-US-${each}`))
    .find((each) => each !== undefined)
  if (notice === undefined) return ['no notice at all', 'no notice at all']
  const forTopics = list(notice['topicHelplines'])
    .filter(({topic}) => topics.includes(String(topic)))
    .flatMap(({helplines}) => list(helplines))
  const lines = [...forTopics, ...list(notice['helplines'])].map(({_ref}) => object(byId.get(_ref)))
  return [
    notice['smsText'],
    notice['heading'],
    notice['lead'],
    object(notice['emergency'])['display'],
    ...lines.flatMap(({name, phone, sms}) => [
      name,
      object(phone)['display'],
      object(sms)['number'],
      object(sms)['keyword'],
    ]),
  ].flatMap((fact) => (typeof fact === 'string' ? [fact] : []))
}

const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/g, '')

/** The first fact that the text lacks; white space aside, since mails are wrapped. */
export const lacks = (text: string, facts: readonly string[]): string | undefined => {
  const squeezed = squeeze(text)
  return facts.find((fact) => !squeezed.includes(squeeze(fact)))
}
