/** `throwline partners pages`: where a partner shows articles, for audits. */
import {parseTarget} from '../../audit/targets.ts'
import {UsageError} from '../../errors.ts'
import {inOffice, json, say} from '../partners/office.ts'
import {grouped} from '../counted.ts'

export interface PagesArguments {
  readonly who: string
  readonly action: string
  readonly urls: readonly string[]
}

const MOST = 10_000

/** As it is kept: what is written in another way is the same page. */
const tidy = (text: string): string => {
  const {url, article} = parseTarget(text)
  return article === undefined ? url.href : `${url.href}=${article}`
}

const ACTIONS: Readonly<
  Record<string, (before: readonly string[], given: readonly string[]) => readonly string[]>
> = {
  list: (before) => before,
  add: (before, given) => [...new Set([...before, ...given])],
  remove: (before, given) => before.filter((page) => !given.includes(page)),
}

const empty = (name: string): string => `No page of ${name} is noted yet. Note where articles stand:

  throwline partners pages "${name}" add https://clinic.example/ketamine https://clinic.example/17=sleep`

/** Throws PartnerError and UsageError. */
export const pagesCommand = (
  {who, action, urls}: PagesArguments,
  options: {readonly json?: boolean},
): Promise<number> => {
  const change = ACTIONS[action]
  if (change === undefined) {
    throw new UsageError(`pages ${action}: write ${Object.keys(ACTIONS).join(', ')}.`)
  }
  if (action !== 'list' && urls.length === 0) {
    throw new UsageError(`pages ${action}: name the pages, as https://clinic.example/ketamine.`)
  }
  const given = urls.map(tidy)
  return inOffice(async (partners) => {
    const {partner: before} = await partners.status(who, 1)
    const unknown =
      action === 'remove' ? given.find((page) => !before.pages.includes(page)) : undefined
    if (unknown !== undefined) {
      throw new UsageError(
        `${unknown} is no page that is noted. See "throwline partners pages ${JSON.stringify(before.name)}".`,
      )
    }
    const pages = change(before.pages, given)
    if (pages.length > MOST) {
      throw new UsageError(
        `A partner has ${grouped(MOST)} pages at most; audit a list of them with "throwline audit -".`,
      )
    }
    const {name, id} = action === 'list' ? before : await partners.setPages(who, pages)
    if (options.json === true) json({id, pages})
    else say(...(pages.length === 0 ? [empty(name)] : pages))
  })
}
