/** The sender, after the notice. */
import type {Site} from '../../content/model.ts'
import {escapeHtml} from '../html/escape.ts'
import {linkHtml} from './heading.ts'
import {row} from './layout.ts'
import {imageUrl} from './links.ts'
import type {Piece} from './pieces.ts'
import {COLOR, css, FONT, type Sides} from './style.ts'
import {TEXT_WIDTH} from './text.ts'

const NAME = css({
  color: COLOR.ink,
  'text-decoration': 'none',
  'font-weight': 'bold',
  'line-height': '44px',
})

/** The logo says nothing that the name beside it does not, hence its empty description. */
const logoHtml = (site: Site, {end}: Sides): string => {
  if (site.logo === undefined) return ''
  const style = css({
    display: 'inline-block',
    border: '0',
    'vertical-align': 'middle',
    [`margin-${end}`]: '10px',
    'border-radius': '8px',
  })
  return `<img src="${escapeHtml(imageUrl(site.logo, site))}" alt="" width="36" height="36" style="${style}">`
}

export const mastheadPiece = (site: Site, sides: Sides): Piece => {
  const name = linkHtml(`${site.url}/`, `${logoHtml(site, sides)} ${escapeHtml(site.name)}`, NAME)
  return {
    html: row(name, {sides, padding: '14px 24px 10px', font: FONT.ui}),
    text: `${'-'.repeat(TEXT_WIDTH)}\n\n${site.name}`,
  }
}
