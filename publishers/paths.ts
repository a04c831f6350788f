/** Where artefacts and pages live (contracts.md). A language other than the site's default is a folder. */
import type {Site} from '../content/model.ts'

interface Placed {
  readonly slug: string
  readonly language: string
}

/** `ketamine`, or `es/ketamina`. */
export const placed = (site: Site, {slug, language}: Placed): string =>
  language === site.defaultLanguage ? slug : `${language}/${slug}`

/** The page's public address, with a final slash. */
export const pageUrl = (site: Site, item: Placed): string => `${site.url}/${placed(site, item)}/`
