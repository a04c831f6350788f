/** Images, with their size so that the page does not jump while they load. */
import type {Figure, Image} from '../../content/model.ts'
import {escapeHtml} from './escape.ts'

/** Attribute values are escaped; `alt` may be empty for an image that the text beside it tells. */
export const imgHtml = (image: Image, url: string, alt: string, more = ''): string => {
  const {width, height} = image
  const size =
    width === undefined || height === undefined
      ? ''
      : ` width="${Math.round(width)}" height="${Math.round(height)}"`
  return `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}"${size}${more}>`
}

export const figureHtml = ({image, alt, caption}: Figure, url: string): string => {
  const words = caption === undefined ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>\n`
  return `<figure>\n${imgHtml(image, url, alt, ' loading="lazy"')}\n${words}</figure>\n`
}
