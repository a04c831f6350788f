/** The mail to a partner whose webhook is disabled. Like every mail it has the notice first. */
import {directionOf} from '../../content/direction.ts'
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {fill} from '../phrases.ts'
import {formatDate} from '../phrases/dates.ts'
import {webhookWords} from '../phrases/webhook.ts'
import type {Output} from '../publisher.ts'
import {mailOutput} from './email-publisher.ts'
import {footerPiece} from './footer.ts'
import {buttonHtml, headingHtml} from './heading.ts'
import {row} from './layout.ts'
import {mastheadPiece} from './masthead.ts'
import {noticePiece} from './notice.ts'
import {sidesOf} from './style.ts'
import {heading, linkLine, paragraph} from './text.ts'

export interface WebhookMail {
  /** Of the endpoint; its path and query may hold secrets, and mails are read by many. */
  readonly host: string
  /** ISO 8601. */
  readonly failingSince: string
  /** In English. */
  readonly failure: string
  /** Where the API is described. */
  readonly helpUrl: string
  /** ISO 8601. */
  readonly date: string
}

/** Throws PublisherError for a language without interface words. */
export const webhookMail = (
  {site, notice, audience}: SitePublication,
  {host, failingSince, failure, helpUrl, date}: WebhookMail,
): Output => {
  const {language} = audience
  const words = webhookWords(language)
  const sides = sidesOf(directionOf(language))
  const values = {host, failure, date: formatDate(failingSince, language)}
  const texts = [words.what, words.why, words.next].map((pattern) => fill(pattern, values))
  const paragraphs = texts.map((text) => `<p style="margin:0 0 8px">${escapeHtml(text)}</p>`)
  const html = `${headingHtml(1, escapeHtml(words.title))}${paragraphs.join('\n')}
${buttonHtml(helpUrl, words.button)}`
  return mailOutput({
    envelope: {
      site,
      kind: 'partner',
      documentId: site.id,
      revision: site.revision,
      slug: 'webhook',
      audience,
      subject: words.subject,
      subjectField: 'name',
      date,
    },
    path: 'email/partner/webhook.eml',
    preheader: texts[0] ?? '',
    language,
    sides,
    pieces: [
      noticePiece(notice),
      mastheadPiece(site, sides),
      {
        html: row(html, {sides, padding: '6px 24px 0'}),
        text: [
          heading(1, words.title),
          ...texts.map(paragraph),
          linkLine(words.button, helpUrl),
        ].join('\n\n'),
      },
      footerPiece({site, webUrl: undefined, language, sides, isSubscribed: false}),
    ],
  })
}
