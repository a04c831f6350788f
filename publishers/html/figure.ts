/** Images, with their size so that the page does not jump while they load. */
import type {Figure, Image} from '../../content/model.ts'
import {escapeHtml} from './escape.ts'

export interface ImageOptions {
  /** The image's own when absent. */
  readonly alt?: string
  /** Only for what is in the first screen; images are fetched when a reader comes near them. */
  readonly eager?: boolean
}

export const imageHtml = (
  image: Image,
  url: string,
  {alt = image.alt, eager = false}: ImageOptions = {},
): string => {
  const {width, height} = image
  const size =
    width === undefined || height === undefined
      ? ''
      : ` width="${Math.round(width)}" height="${Math.round(height)}"`
  const lazy = eager ? '' : ' loading="lazy"'
  return `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}"${size}${lazy}>`
}

export const figureHtml = ({image, alt, caption}: Figure, url: string): string => {
  const words = caption === undefined ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>\n`
  return `<figure>\n${imageHtml(image, url, {alt})}\n${words}</figure>\n`
}
