/** Relative links between pages, so that a site works in any folder and straight from a disk. */
import type {Image, Site} from '../../content/model.ts'
import {pageUrl, placed} from '../paths.ts'

interface Placed {
  readonly slug: string
  readonly language: string
}

export interface WebLinks {
  /** To the folder of the site, with a final slash: `../` or `../../`, or `./`. */
  readonly root: string
  readonly home: string
  readonly help: string
  page(item: Placed): string
  image(image: Image): string
  /** A link of the text that begins with `/`. */
  path(href: string): string
}

/** From a page at `folder` below the site (`''`, `ketamine`, `es/sueno`). */
export const webLinks = (site: Site, folder: string): WebLinks => {
  const depth = folder === '' ? 0 : folder.split('/').length
  const root = depth === 0 ? './' : '../'.repeat(depth)
  const index = (path: string): string =>
    `${root}${path}${path === '' || path.endsWith('/') ? '' : '/'}index.html`
  return {
    root,
    home: index(''),
    help: index('help'),
    page: (item) => index(placed(site, item)),
    image: ({url}) => (url.startsWith('assets/') ? `${root}${url}` : url),
    path: (href) => {
      const [path = '', anchor] = href.slice(1).split('#', 2)
      const target = /\.[a-z]{2,5}$/.test(path) ? `${root}${path}` : index(path)
      return anchor === undefined ? target : `${target}#${anchor}`
    },
  }
}

/** The public address of an image. */
export const absoluteImage = (site: Site, {url}: Image): string =>
  url.startsWith('assets/') ? `${site.url}/${url}` : url

export const canonical = pageUrl
