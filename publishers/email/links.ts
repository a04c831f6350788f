/** Addresses in a mail are absolute: there is no page they could be relative to. */
import type {Image, Site} from '../../content/model.ts'

/** Completes `/…` with the site's origin. */
export const absolute = (href: string, site: Site): string =>
  href.startsWith('/') ? `${site.url}${href}` : href

export const imageUrl = (image: Image, site: Site): string =>
  /^https?:\/\//.test(image.url) ? image.url : `${site.url}/${image.url.replace(/^\//, '')}`

/** The page that lists every helpline by country. */
export const helpUrl = (site: Site): string => `${site.url}/help/`
