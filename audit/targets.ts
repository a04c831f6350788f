/** What to audit, as a person writes it down: an address, and the article it is a copy of. */
import {UsageError} from '../errors.ts'

export interface Target {
  readonly url: URL
  /** `slug` or `language/slug`, where it was said. */
  readonly article?: string
}

const SLUG = String.raw`(?:[a-z]{2,3}(?:-[A-Za-z0-9]+)*\/)?[a-z0-9]+(?:-[a-z0-9]+)*`
/** `URL=slug`, but not the value of a query's parameter: `?p=ketamine` is an address. */
const NAMED = new RegExp(String.raw`^(?<url>[^?#\s]+|[^?#\s]+\?[^\s]*=[^&\s]*)=(?<slug>${SLUG})$`)
const APART = new RegExp(String.raw`^(?<url>\S+)\s+(?<slug>${SLUG})$`)

/** Throws UsageError. Without a scheme it is https. */
export const parseTarget = (text: string): Target => {
  const {url = text, slug} = (APART.exec(text) ?? NAMED.exec(text))?.groups ?? {}
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `https://${url}`
  if (!URL.canParse(address) || !/^https?:/i.test(address) || /\s/.test(url)) {
    throw new UsageError(
      `${text}: not an address of a page. Write https://host/path, or https://host/path=slug.`,
    )
  }
  return {url: new URL(address), ...(slug !== undefined && {article: slug})}
}

/** A line each; blank lines and lines that begin with `#` say nothing. */
export const parseTargetList = (text: string): readonly Target[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseTarget)
