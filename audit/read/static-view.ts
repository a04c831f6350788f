/** A page read from its HTML and style sheets alone, its scripts not run. */
import {
  attribute,
  chainOf,
  type Document,
  type Element,
  elementsOf,
  isElement,
  isText,
  type Node,
  parseHtml,
} from '../../verification/html/dom.ts'
import {cascade, type Declarations} from './cascade.ts'
import {type Cut, coversPage, cutOf, elementName, hidingReason} from './hiding.ts'
import {readSheet, type SheetRule} from './sheet.ts'
import {FIRST, type TextStyle, textStyle, unreadableReason} from './text-style.ts'
import {UNSEEN} from './unseen.ts'
import type {Frame, PageView, Piece} from './view.ts'

export interface StaticPage {
  readonly document: Document
  readonly elements: readonly Element[]
  readonly url: URL
}

export const parsePage = (html: string, url: URL): StaticPage => {
  const {document} = parseHtml(html, {doctype: false})
  return {document, elements: elementsOf(document), url}
}

const absolute = (href: string | undefined, base: URL): string | undefined =>
  href !== undefined && URL.canParse(href, base.href) ? new URL(href, base).href : undefined

/** Where relative addresses begin. */
const baseOf = ({elements, url}: StaticPage): URL => {
  const base = elements.find(({name}) => name === 'base')
  return new URL(absolute(base?.attribs['href'], url) ?? url)
}

const hasToken = (element: Element, name: string, token: string): boolean =>
  (attribute(element, name) ?? '').toLowerCase().split(/\s+/).includes(token)

const wordsOf = (root: Element): string => {
  let words = ''
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node)) words += node.data
    else if (isElement(node)) waiting.push(...node.children.toReversed())
  }
  return words.replace(/\s+/g, ' ').trim()
}

export interface SheetLink {
  readonly href: string
  readonly media: string
}

/** Style sheets in files, in the order of the document. */
export const sheetLinks = (page: StaticPage): readonly SheetLink[] =>
  page.elements.flatMap((element) => {
    const isSheet =
      element.name === 'link' &&
      hasToken(element, 'rel', 'stylesheet') &&
      !hasToken(element, 'rel', 'alternate')
    const href = isSheet ? absolute(element.attribs['href'], baseOf(page)) : undefined
    return href === undefined ? [] : [{href, media: element.attribs['media'] ?? 'all'}]
  })

const rulesOf = (page: StaticPage, sheets: ReadonlyMap<string, string>): readonly SheetRule[] =>
  page.elements.flatMap((element) => {
    const media = element.attribs['media'] ?? 'all'
    if (element.name === 'style') return readSheet(rawText(element), media)
    if (element.name !== 'link' || !hasToken(element, 'rel', 'stylesheet')) return []
    return readSheet(sheets.get(absolute(element.attribs['href'], baseOf(page)) ?? '') ?? '', media)
  })

const rawText = (element: Element): string =>
  element.children.map((child) => (isText(child) ? child.data : '')).join('')

/** Elements whose words flow on with those around them. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

const BLOCK = '\n'

interface Around {
  readonly reason: string | undefined
  readonly style: TextStyle
  /** What of the elements around may still be seen. */
  readonly cuts: readonly (Cut & {left: number})[]
}

type Step = {readonly node: Node; readonly around: Around} | typeof BLOCK

class Walk {
  readonly pieces: Piece[] = []
  readonly frames: Frame[] = []
  readonly #css: (element: Element) => Declarations
  readonly #base: URL
  /** What lies over all of the page, and is seen itself. */
  readonly #cover: Element | undefined

  constructor(css: (element: Element) => Declarations, base: URL, cover: Element | undefined) {
    this.#css = css
    this.#base = base
    this.#cover = cover
  }

  #add(text: string, hidden: string | undefined, link?: Piece['link']): void {
    this.pieces.push({
      text,
      ...(hidden !== undefined && {hidden}),
      ...(link !== undefined && {link}),
    })
  }

  #text(text: string, {reason, style, cuts}: Around): void {
    const own = reason ?? unreadableReason(style)
    const cut = cuts.find(({left}) => left < text.length)
    if (own !== undefined || cut === undefined) {
      this.#add(text, own)
    } else {
      this.#add(text.slice(0, Math.max(0, cut.left)), undefined)
      this.#add(text.slice(Math.max(0, cut.left)), cut.reason)
    }
    const length = text.replace(/\s+/g, ' ').length
    if (own === undefined) for (const each of cuts) each.left -= length
  }

  #unseen(element: Element, reason: string | undefined): void {
    for (const [name, why] of Object.entries(UNSEEN)) {
      const value = attribute(element, name)
      if (value === undefined || value.trim() === '') continue
      this.#add(`${BLOCK}${value}${BLOCK}`, reason ?? why)
    }
  }

  /** Without recursion: a page may be nested deeper than any stack. */
  run(nodes: readonly Node[], around: Around): void {
    const waiting: Step[] = nodes.map((node) => ({node, around})).toReversed()
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      if (step === BLOCK) this.#add(BLOCK, undefined)
      else waiting.push(...this.#node(step.node, step.around).toReversed())
    }
  }

  /** What is to be read next. */
  #node(node: Node, around: Around): readonly Step[] {
    // what a <template> holds is a document of its own
    if (node.nodeType === 9) return node.children.map((child) => ({node: child, around}))
    if (isElement(node)) return this.#element(node, around)
    if (node.nodeType === 8) {
      const text = node.data.replace(/<[^>]*>/g, ' ')
      this.#add(`${BLOCK}${text}${BLOCK}`, 'it stands in a comment of the HTML')
    } else if (isText(node)) this.#text(node.data, around)
    return []
  }

  #element(element: Element, around: Around): readonly Step[] {
    const css = this.#css(element)
    const style = textStyle(element, css, around.style)
    const isData = element.name === 'script' && /json/.test(attribute(element, 'type') ?? '')
    const inherited = element === this.#cover ? undefined : around.reason
    const reason =
      inherited ?? (isData ? 'it is in data for machines (JSON-LD)' : hidingReason(element, css))
    const isApart =
      !INLINE.has(element.name) || /^(?:block|flex|grid)/.test(css.get('display') ?? '')
    if (isApart) this.#add(BLOCK, undefined)
    this.#unseen(element, inherited)
    this.#reference(element, reason ?? (style.isVisible ? undefined : 'visibility: hidden'))
    if (element.name === 'script' && !isData) return []
    const cut = cutOf(element, css)
    const cuts = cut === undefined ? around.cuts : [...around.cuts, {...cut, left: cut.characters}]
    const inside = element.children.map((node) => ({node, around: {reason, style, cuts}}))
    return isApart ? [...inside, BLOCK] : inside
  }

  /** Where it leads, or what it shows in a frame. */
  #reference(element: Element, hidden: string | undefined): void {
    if (element.name === 'a') {
      const href = absolute(element.attribs['href'], this.#base)
      if (href !== undefined) this.#add('', hidden, {href, words: wordsOf(element)})
    }
    if (element.name === 'iframe') {
      const src = absolute(element.attribs['src'], this.#base)
      const isFlat = Number(element.attribs['height'] ?? 1) === 0
      const why = hidden ?? (isFlat ? 'its frame is 0 px high' : undefined)
      if (src !== undefined) this.frames.push({src, ...(why !== undefined && {hidden: why})})
    }
  }
}

const isScript = ({name, attribs}: Element): boolean =>
  name === 'script' && !/json|template|text\/x-/.test(attribs['type'] ?? '')

const coverOf = (
  elements: readonly Element[],
  css: (element: Element) => Declarations,
): Element | undefined =>
  elements.find(
    (element) =>
      coversPage(element, css(element)) &&
      chainOf(element).every((each) => hidingReason(each, css(each)) === undefined),
  )

/** `sheets`: the text of style sheets in files, by address; one that is not there says nothing. */
export const staticView = (page: StaticPage, sheets: ReadonlyMap<string, string>): PageView => {
  const {elements, document} = page
  const base = baseOf(page)
  const css = cascade(rulesOf(page, sheets))
  const cover = coverOf(elements, css)
  const reason = cover && `${elementName(cover)} lies over all of the page`
  const walk = new Walk(css, base, cover)
  walk.run(document.children, {reason, style: FIRST, cuts: []})
  const html = elements.find(({name}) => name === 'html')
  const canonical = elements.find((each) => hasToken(each, 'rel', 'canonical'))
  return {
    language: html?.attribs['lang'],
    canonical: absolute(canonical?.attribs['href'], base),
    titles: elements.filter(({name}) => name === 'h1' || name === 'title').map(wordsOf),
    pieces: walk.pieces,
    frames: walk.frames,
    hasScripts: elements.some(isScript),
  }
}
