/** What a mail would fetch when it is opened, and where its links lead. */
import {page} from '../../../publishers/web/dom.ts'

export interface Resources {
  /** Addresses that a mail program fetches by itself. */
  readonly fetched: readonly string[]
  readonly images: readonly {readonly src: string; readonly alt: string; readonly width: string}[]
  readonly links: readonly string[]
  /** Elements and attributes that no mail of ours has. */
  readonly forbidden: readonly string[]
}

const FORBIDDEN = [
  'script',
  'link',
  'iframe',
  'object',
  'embed',
  'form',
  'video',
  'audio',
  'base',
  'svg',
  'meta[http-equiv]',
  '[background]',
  '[onload]',
  '[onerror]',
  '[srcset]',
  '[ping]',
] as const

export const resourcesOf = (html: string): Resources => {
  const {all} = page(html)
  const images = all('img').map(({attribs}) => ({
    src: attribs['src'] ?? '',
    alt: attribs['alt'] ?? '',
    width: attribs['width'] ?? '',
  }))
  const styles = [
    ...all('[style]').map(({attribs}) => attribs['style'] ?? ''),
    ...Array.from(html.matchAll(/<style[^>]*>([^]*?)<\/style>/gi), ([, css = '']) => css),
  ]
  const inStyles = styles.flatMap((css) => css.match(/url\([^)]*\)|@import[^;]*/gi) ?? [])
  return {
    images,
    fetched: [...images.map(({src}) => src), ...inStyles],
    links: all('a[href]').map(({attribs}) => attribs['href'] ?? ''),
    forbidden: FORBIDDEN.filter((selector) => all(selector).length > 0),
  }
}
