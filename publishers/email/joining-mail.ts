/** The mails of signing up: one that asks for confirmation, one for who is signed up already. */
import {directionOf} from '../../content/direction.ts'
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {fill} from '../phrases.ts'
import {joiningWords} from '../phrases/joining.ts'
import type {Output} from '../publisher.ts'
import {mailOutput} from './email-publisher.ts'
import {footerPiece} from './footer.ts'
import {buttonHtml, headingHtml} from './heading.ts'
import {row} from './layout.ts'
import {mastheadPiece} from './masthead.ts'
import {noticePiece} from './notice.ts'
import {sidesOf} from './style.ts'
import {heading, linkLine, paragraph} from './text.ts'

export interface JoiningMail {
  readonly kind: 'confirm' | 'already'
  /** Where the button leads, with the reader's own token. */
  readonly url: string
  /** ISO 8601. */
  readonly date: string
}

/** Throws PublisherError for a language without interface words. */
export const joiningMail = (
  {site, notice, audience}: SitePublication,
  {kind, url, date}: JoiningMail,
): Output => {
  const {language} = audience
  const words = joiningWords(language)
  const {subject, title, text: pattern, button} = words[`${kind}Mail`]
  const text = fill(pattern, {site: site.name})
  const sides = sidesOf(directionOf(language))
  const html = `${headingHtml(1, escapeHtml(title))}<p style="margin:0 0 8px">${escapeHtml(text)}</p>
${buttonHtml(url, button)}`
  return mailOutput({
    envelope: {
      site,
      kind: 'joining',
      documentId: site.id,
      revision: site.revision,
      slug: kind,
      audience,
      subject,
      subjectField: 'name',
      date,
    },
    path: `email/joining/${kind}.eml`,
    preheader: text,
    language,
    sides,
    pieces: [
      noticePiece(notice),
      mastheadPiece(site, sides),
      {
        html: row(html, {sides, padding: '6px 24px 0'}),
        text: [heading(1, title), paragraph(text), linkLine(button, url)].join('\n\n'),
      },
      footerPiece({site, webUrl: undefined, language, sides, isSubscribed: kind === 'already'}),
    ],
  })
}
