/** The sender, after the notice. */
import type {Site} from '../../content/model.ts'
import {escapeHtml} from '../html/escape.ts'
import {linkHtml} from './heading.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {row} from './layout.ts'
import type {Piece} from './pieces.ts'
import {COLOR, css, FONT, type Sides, sidesOf} from './style.ts'
import {TEXT_WIDTH} from './text.ts'

/**
 * A bar in the colour of the links stands beside the name, and no logo: a picture would be fetched when
 * the mail is opened, and tell when and where.
 */
const nameStyle = ({start}: Sides): string =>
  css({
    color: COLOR.ink,
    'text-decoration': 'none',
    'font-weight': 'bold',
    'line-height': '44px',
    [`border-${start}`]: `6px solid ${COLOR.link}`,
    [`padding-${start}`]: '12px',
  })

const masthead = (site: Site, sides: Sides): Piece => {
  const name = linkHtml(`${site.url}/`, escapeHtml(site.name), nameStyle(sides))
  return Object.freeze({
    html: row(name, {sides, padding: '14px 24px 10px', font: FONT.ui}),
    text: `${'-'.repeat(TEXT_WIDTH)}\n\n${site.name}`,
  })
}

const bothWays = perFrozen((site: Site) => ({
  ltr: masthead(site, sidesOf('ltr')),
  rtl: masthead(site, sidesOf('rtl')),
}))

export const mastheadPiece = (site: Site, {direction}: Sides): Piece => bothWays(site)[direction]
