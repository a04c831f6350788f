/** The text messages of signing up and of answering: the notice first, like in every other. */
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {PublisherError} from '../../errors.ts'
import {fill} from '../phrases.ts'
import {joiningWords} from '../phrases/joining.ts'
import type {Output} from '../publisher.ts'
import {CAPACITY, encode} from './encode.ts'
import {stopWords} from './stop-words.ts'

export type JoiningSms = 'confirm' | 'already' | 'joined' | 'stopped' | 'help'

/** Who has just left is not told how to leave. */
const ENDINGS: Readonly<Record<JoiningSms, (language: string) => readonly string[]>> = {
  confirm: stopWords,
  already: stopWords,
  joined: stopWords,
  stopped: () => [''],
  help: stopWords,
}

/** Throws PublisherError SMS_TOO_LONG: nothing of it can be shortened. */
export const joiningSms = ({site, notice, audience}: SitePublication, kind: JoiningSms): Output => {
  const words = joiningWords(audience.language)
  const said = fill(words[`${kind}Sms`], {url: `${site.url}/help`})
  const forms = ENDINGS[kind](audience.language).map((stop) =>
    [`${site.smsName}: ${notice.smsText}`, said, stop].filter((part) => part !== '').join(' '),
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
