/** The SMS channel: one message an article, and for a digest one self-sufficient message an article of it. */
import type {DigestPublication, Publication} from '../../crisis-notice/policy.ts'
import {placed} from '../paths.ts'
import type {Output, Publisher} from '../publisher.ts'
import {smsMessageFor, type SmsMessage} from './message.ts'

/** Between the messages of one file (contracts.md), on a line of its own. */
const BETWEEN = '\n%%\n'

const fileText = (messages: readonly SmsMessage[]): string =>
  `${messages.map(({text}) => text).join(BETWEEN)}\n`

/** What goes over the air. */
const encoded = (messages: readonly SmsMessage[]) =>
  Object.freeze(messages.map(({encoding, hex, units}) => Object.freeze({encoding, hex, units})))

/** An article's message. Throws PublisherError SMS_TOO_LONG. */
export const smsMessage = ({site, article, notice, audience}: Publication): SmsMessage =>
  smsMessageFor({
    site,
    article,
    notice,
    language: audience.language,
    report: {documentId: article.id, path: 'slug'},
  })

/** A digest's messages, in the order of its articles; a retracted article has none. */
export const digestMessages = (publication: DigestPublication): readonly SmsMessage[] => {
  const {site, digest, articles, notice, audience} = publication
  return articles.flatMap((article, index) =>
    article.retraction === undefined
      ? [
          smsMessageFor({
            site,
            article,
            notice,
            language: audience.language,
            report: {documentId: digest.id, path: `articles[${index}]->slug`},
          }),
        ]
      : [],
  )
}

const article = (publication: Publication): readonly Output[] => {
  const {id, revision, slug, language, retraction} = publication.article
  if (retraction !== undefined) return []
  const messages = [smsMessage(publication)]
  return [
    Object.freeze({
      channel: 'sms',
      format: 'sms',
      path: `sms/${placed(publication.site, {slug, language})}.sms.txt`,
      documentId: id,
      revision,
      audience: publication.audience,
      text: fileText(messages),
      messages: encoded(messages),
    }),
  ]
}

const digest = (publication: DigestPublication): readonly Output[] => {
  const {id, revision, slug, language, channels} = publication.digest
  if (!channels.includes('sms')) return []
  const messages = digestMessages(publication)
  if (messages.length === 0) return []
  return [
    Object.freeze({
      channel: 'sms',
      format: 'sms',
      path: `sms/digest/${placed(publication.site, {slug, language})}.sms.txt`,
      documentId: id,
      revision,
      audience: publication.audience,
      text: fileText(messages),
      messages: encoded(messages),
    }),
  ]
}

export const smsPublisher: Publisher = Object.freeze({
  channel: 'sms',
  article,
  digest,
  site: () => [],
})
