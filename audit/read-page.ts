/** A page with what it brings along: style sheets, and embeds of ours in it. */
import type {ArticleIndex} from './article.ts'
import {decodeBody} from './fetch/charset.ts'
import {asFailure} from './fetch/failure.ts'
import type {Fetched, Fetcher} from './fetch/fetcher.ts'
import {parsePage, sheetLinks, staticView, type StaticPage} from './read/static-view.ts'
import {APART, type Frame, type PageView, type Piece} from './read/view.ts'
import type {Finding} from './result.ts'

const MOST_SHEETS = 16
const MOST_EMBEDS = 4

/** One that cannot be had changes nothing, as in a browser. */
const fetchSheets = async (
  page: StaticPage,
  fetcher: Fetcher,
): Promise<ReadonlyMap<string, string>> => {
  const sheets = new Map<string, string>()
  for (const {href} of sheetLinks(page).slice(0, MOST_SHEETS)) {
    try {
      const {status, body, headers} = await fetcher.part(new URL(href))
      if (status === 200) sheets.set(href, decodeBody(body, headers['content-type']))
    } catch (error) {
      asFailure(error)
    }
  }
  return sheets
}

const viewOf = async (fetched: Fetched, fetcher: Fetcher): Promise<PageView> => {
  const html = decodeBody(fetched.body, fetched.headers['content-type'])
  const page = parsePage(html, fetched.url)
  return staticView(page, await fetchSheets(page, fetcher))
}

const note = (message: string): Finding => ({kind: 'embed', message})

/** What a reader sees in the frame. A retracted article answers 410, with its notice. */
const embedded = async (
  {src, hidden}: Frame,
  fetcher: Fetcher,
): Promise<{readonly pieces: readonly Piece[]; readonly note?: Finding}> => {
  try {
    const fetched = await fetcher.part(new URL(src))
    if (fetched.status !== 200 && fetched.status !== 410) {
      return {pieces: [], note: note(`The embed ${src} answers ${fetched.status}.`)}
    }
    const {pieces} = await viewOf(fetched, fetcher)
    const shown = hidden === undefined ? pieces : pieces.map((piece) => ({...piece, hidden}))
    return {pieces: [{text: APART}, ...shown]}
  } catch (error) {
    return {pieces: [], note: note(`The embed ${src} cannot be read: ${asFailure(error).message}.`)}
  }
}

export const readPage = async (
  fetched: Fetched,
  fetcher: Fetcher,
  index: ArticleIndex,
): Promise<{readonly view: PageView; readonly notes: readonly Finding[]}> => {
  const view = await viewOf(fetched, fetcher)
  const pieces = [...view.pieces]
  const notes: Finding[] = []
  for (const frame of view.frames.filter(({src}) => index.isEmbed(src)).slice(0, MOST_EMBEDS)) {
    const inner = await embedded(frame, fetcher)
    pieces.push(...inner.pieces)
    if (inner.note !== undefined) notes.push(inner.note)
  }
  return {view: {...view, pieces}, notes}
}
