/** What every mail ends with: where to find help, why it came, how to stop it, who sent it. */
import type {Site} from '../../content/model.ts'
import {escapeHtml} from '../html/escape.ts'
import {fill, phrases} from '../phrases.ts'
import {wrap} from '../text/wrap.ts'
import {preferencesUrl, unsubscribeUrl} from './headers.ts'
import {linkHtml} from './heading.ts'
import {row} from './layout.ts'
import {helpUrl} from './links.ts'
import type {Piece} from './pieces.ts'
import {COLOR, css, FONT, type Sides} from './style.ts'
import {TEXT_WIDTH} from './text.ts'
import {mailWords} from './words.ts'

const LINK = css({color: COLOR.quiet, 'text-decoration': 'underline', 'line-height': '28px'})

/** Who sends: the name, unless the address begins with it. */
const postalLines = ({name, postalAddress}: Site): readonly string[] => {
  const lines = postalAddress.split(/\r\n|\r|\n/)
  return postalAddress.startsWith(name) ? lines : [name, ...lines]
}

/** Addresses stand on lines of their own, so that delivery can put the recipient's in their place. */
export const footerPiece = ({
  site,
  webUrl,
  language,
  sides,
  isSubscribed = true,
}: {
  readonly site: Site
  readonly language: string
  /** The page that shows the same, where there is one. */
  readonly webUrl: string | undefined
  readonly sides: Sides
  /** Who has not confirmed yet has nothing to leave or to choose. */
  readonly isSubscribed?: boolean
}): Piece => {
  const words = mailWords(language)
  const {readOnline, unsubscribe} = phrases(language)
  const links: readonly (readonly [href: string, label: string])[] = [
    ...(webUrl === undefined ? [] : [[webUrl, readOnline] as const]),
    [helpUrl(site), words.findHelp],
    ...(isSubscribed
      ? [
          [preferencesUrl(site), words.preferences] as const,
          [unsubscribeUrl(site), unsubscribe] as const,
        ]
      : []),
  ]
  const why = fill(words.why, {site: site.name})
  const html = `${isSubscribed ? `<p style="margin:0 0 10px">${escapeHtml(why)}</p>\n` : ''}<p style="margin:0 0 10px">
${links.map(([href, label]) => linkHtml(href, escapeHtml(label), LINK)).join(' &middot;\n')}
</p>
<p style="margin:0">${postalLines(site).map(escapeHtml).join('<br>')}</p>`
  const text = [
    '-'.repeat(TEXT_WIDTH),
    ...(isSubscribed ? [wrap(why, TEXT_WIDTH).join('\n')] : []),
    links.map(([href, label]) => `${label}:\n${href}`).join('\n\n'),
    postalLines(site).join('\n'),
  ].join('\n\n')
  return {
    html: row(html, {
      sides,
      padding: '22px 24px 26px',
      ground: COLOR.tint,
      ink: COLOR.quiet,
      font: FONT.small,
    }),
    text,
  }
}
