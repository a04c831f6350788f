/** The text messages of signing up: the notice first, like in every other. */
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {PublisherError} from '../../errors.ts'
import {joiningWords} from '../phrases/joining.ts'
import type {Output} from '../publisher.ts'
import {CAPACITY, encode} from './encode.ts'
import {stopWords} from './stop-words.ts'

/** Throws PublisherError SMS_TOO_LONG: nothing of it can be shortened. */
export const joiningSms = (
  {site, notice, audience}: SitePublication,
  kind: 'confirm' | 'already',
): Output => {
  const words = joiningWords(audience.language)
  const forms = stopWords(audience.language).map((stop) =>
    [`${site.smsName}: ${notice.smsText}`, words[`${kind}Sms`], stop].join(' '),
  )
  const encoded = forms.map((text) => ({text, ...encode(text)}))
  const message = encoded.find(({encoding, units}) => units <= CAPACITY[encoding])
  if (message === undefined) {
    throw new PublisherError({
      documentId: site.id,
      path: 'smsName',
      code: 'SMS_TOO_LONG',
      message: `"${forms.at(-1)}" is longer than one text message. Shorten the notice's smsText or the site's smsName.`,
    })
  }
  const {text, encoding, hex, units} = message
  return Object.freeze({
    channel: 'sms',
    format: 'sms',
    path: `sms/joining/${kind}.sms.txt`,
    documentId: site.id,
    revision: site.revision,
    audience,
    text: `${text}\n`,
    messages: Object.freeze([Object.freeze({encoding, hex, units})]),
  })
}
