/**
 * Links between the pages, relative, so that a site works in any folder and straight from a disk:
 * that is also why they name `index.html`. The canonical address says what a page is really called.
 */
import type {Image, Site} from '../../content/model.ts'
import {placed} from '../paths.ts'

interface Placed {
  readonly slug: string
  readonly language: string
}

export interface WebLinks {
  /** To the folder of the site, with a final slash: `./`, `../` or `../../`. */
  readonly root: string
  readonly index: string
  readonly help: string
  readonly page: (item: Placed) => string
  readonly image: (image: Image) => string
  /** A link of the text; one that begins with `/` is a page or file of the site. */
  readonly href: (href: string) => string
}

/** `sleep/`, `sleep` and nothing are pages; `files/plan.pdf` is a file. */
const isPage = (path: string): boolean => path.endsWith('/') || !/\.[^./]+$/.test(path)

/** Images of a hosted project are absolute; those of a dataset file lie beside the pages. */
const isAbsolute = (url: string): boolean => /^https?:/.test(url)

/** From the page at `folder` below the site: '' for the index, `sleep`, `es/panico`. */
export const webLinks = (site: Site, folder: string): WebLinks => {
  const depth = folder.split('/').filter((part) => part !== '').length
  return linksFrom(site, depth === 0 ? './' : '../'.repeat(depth))
}

/** From a page that is shown at addresses of any depth: they begin at the site's own root. */
export const rootedLinks = (site: Site): WebLinks =>
  linksFrom(site, `${new URL(site.url).pathname.replace(/\/$/, '')}/`)

const linksFrom = (site: Site, root: string): WebLinks => {
  const page = (path: string): string =>
    `${root}${path}${path === '' || path.endsWith('/') ? '' : '/'}index.html`
  return {
    root,
    index: page(''),
    help: page('help'),
    page: (item) => page(placed(site, item)),
    image: ({url}) => (isAbsolute(url) ? url : `${root}${url}`),
    href: (href) => {
      if (!href.startsWith('/')) return href
      const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/su.exec(href) ?? []
      return `${isPage(path) ? page(path) : `${root}${path}`}${rest}`
    },
  }
}

/** The public address of an image, for those who read the page's head elsewhere. */
export const absoluteImage = (site: Site, {url}: Image): string =>
  isAbsolute(url) ? url : `${site.url}/${url}`
