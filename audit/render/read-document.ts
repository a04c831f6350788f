/**
 * Read inside the browser: sent there as it stands, so it leans on nothing outside of itself. What is
 * measured here, the static reading estimates.
 */
import type {Frame, PageView, Piece} from '../read/view.ts'

export interface ReadArgument {
  /** Attribute → why its words are not seen (read/unseen.ts). */
  readonly unseen: Readonly<Record<string, string>>
  /** On each `<iframe>`: its place in `frames`. */
  readonly frameMark: string
}

interface Placed {
  readonly element: Element
  readonly boxes: () => readonly DOMRect[]
  readonly hide: (reason: string) => void
}

export const readDocument = ({unseen, frameMark}: ReadArgument): PageView => {
  const pieces: Piece[] = []
  const frames: Frame[] = []
  /** To be looked at once more, for what lies over it. */
  const placed: Placed[] = []

  const named = (element: Element): string => {
    const id = element.id === '' ? '' : ` id="${element.id.slice(0, 40)}"`
    const classes = (element.getAttribute('class') ?? '').trim().slice(0, 40)
    const label = id !== '' || classes === '' ? id : ` class="${classes}"`
    return `<${element.localName}${label}>`
  }

  /** Of an element and all that it holds. */
  const reasonOf = (element: Element): string | undefined => {
    const style = getComputedStyle(element)
    const name = element.localName
    if (name === 'head') return undefined
    if (['script', 'style', 'template', 'noscript'].includes(name)) {
      return `it stands in <${name}>`
    }
    const details = element.parentElement
    if (details instanceof HTMLDetailsElement && !details.open && name !== 'summary') {
      return 'it stands in a closed <details>'
    }
    if (style.display === 'none') return `display: none on ${named(element)}`
    if (style.contentVisibility === 'hidden')
      return `content-visibility: hidden on ${named(element)}`
    if (Number(style.opacity) < 0.15) return `opacity: ${style.opacity} on ${named(element)}`
    if (/^inset\((?:[5-9]\d|100)%\)|^circle\(0/.test(style.clipPath)) {
      return `${named(element)} is clipped away`
    }
    const isPositioned = ['absolute', 'fixed'].includes(style.position)
    if (isPositioned && /^rect\((?:[01]px[\s,]*){4}\)$/.test(style.clip)) {
      return `${named(element)} is clipped away`
    }
    return element.getAttribute('aria-hidden') === 'true'
      ? `aria-hidden on ${named(element)}: screen readers pass it over`
      : undefined
  }

  const channels = (color: string): readonly number[] | undefined => {
    const found = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(color)
    return found === null ? undefined : found.slice(1).map((each) => Number(each ?? 1))
  }

  const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((each) => {
      const share = each / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  const parentOf = (element: Element): Element | null => {
    if (element.assignedSlot !== null) return element.assignedSlot
    const root = element.getRootNode()
    return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  }

  /** Where it is painted in one colour; `undefined` where it is not known. */
  const paperOf = (from: Element): readonly number[] | undefined => {
    for (let element: Element | null = from; element !== null; element = parentOf(element)) {
      const {backgroundColor, backgroundImage} = getComputedStyle(element)
      if (backgroundImage !== 'none') return undefined
      const color = channels(backgroundColor)
      if (color === undefined || (color[3] !== 0 && color[3] !== 1)) return undefined
      if (color[3] === 1) return color
    }
    return [255, 255, 255, 1]
  }

  const faintReason = (element: Element): string | undefined => {
    const style = getComputedStyle(element)
    if (style.visibility !== 'visible') return `visibility: ${style.visibility}`
    const size = Number.parseFloat(style.fontSize)
    if (size < 7) return `its letters are ${size} px high`
    const fill = style.getPropertyValue('-webkit-text-fill-color')
    const ink = channels(fill === '' ? style.color : fill)
    if (ink === undefined) return undefined
    if ((ink[3] ?? 1) < 0.15) return 'its letters are transparent'
    const paper = paperOf(element)
    if (paper === undefined || ink[3] !== 1) return undefined
    const [dark = 0, light = 0] = [luminance(ink), luminance(paper)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05) < 2
      ? `its letters are ${style.color} on rgb(${paper.slice(0, 3).join(', ')})`
      : undefined
  }

  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }

  /** Cut off by a box around it that a reader cannot scroll, or off the page. */
  const cutReason = (rect: Box, from: Element): string | undefined => {
    let box = rect
    for (let element: Element | null = from; element !== null; element = parentOf(element)) {
      if (element === document.body || element === document.documentElement) break
      const {overflowX, overflowY, display, position} = getComputedStyle(element)
      const own = element.getBoundingClientRect()
      if (display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible')) {
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`) && own.width > 8 && own.height > 8) {
          box = own
        } else {
          const width = Math.min(box.right, own.right) - Math.max(box.left, own.left)
          const height = Math.min(box.bottom, own.bottom) - Math.max(box.top, own.top)
          const isWide = width >= (box.right - box.left) / 2
          if (!isWide || height < (box.bottom - box.top) / 2) return `${named(element)} cuts it off`
        }
      }
      if (position === 'fixed') break
    }
    const {scrollWidth} = document.documentElement
    const isOff =
      box.right + scrollX <= 1 || box.bottom + scrollY <= 1 || box.left + scrollX >= scrollWidth
    return isOff ? `${named(from)} is off the page` : undefined
  }

  const boxReason = (range: Range, element: Element): string | undefined => {
    const rects = [...range.getClientRects()].filter(({width, height}) => width > 1 && height > 1)
    if (rects.length === 0) return `${named(element)} takes no room`
    return rects.map((rect) => cutReason(rect, element)).find((each) => each !== undefined)
  }

  const put = (text: string, hidden: string | undefined, link?: Piece['link']): void => {
    pieces.push({
      text,
      ...(hidden !== undefined && {hidden}),
      ...(link !== undefined && {link}),
    })
  }

  /** The piece that comes next. */
  const place = (element: Element, boxes: () => DOMRectList): void => {
    const at = pieces.length
    placed.push({
      element,
      boxes: () => [...boxes()],
      hide: (hidden) => {
        const piece = pieces[at]
        if (piece !== undefined) pieces[at] = {...piece, hidden}
      },
    })
  }

  /** Word by word where only some of it is cut off. */
  const putText = (node: Text, element: Element, hidden: string | undefined): void => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const own = node.data.trim() === '' ? hidden : (hidden ?? faintReason(element))
    const cut = own === undefined && node.data.trim() !== '' ? boxReason(range, element) : undefined
    if (cut === undefined) {
      if (own === undefined && node.data.trim() !== '') place(element, () => range.getClientRects())
      put(node.data, own)
      return
    }
    for (const word of node.data.matchAll(/\S+\s*|\s+/g)) {
      range.setStart(node, word.index)
      range.setEnd(node, word.index + word[0].trimEnd().length)
      put(word[0], word[0].trim() === '' ? undefined : boxReason(range, element))
    }
  }

  const unseenWords = (element: Element, hidden: string | undefined): void => {
    for (const [name, why] of Object.entries(unseen)) {
      const value = element.getAttribute(name)
      if (value !== null && value.trim() !== '') put(`\n${value}\n`, hidden ?? why)
    }
  }

  const childrenOf = (element: Element): readonly Node[] => {
    if (element.shadowRoot !== null) return [...element.shadowRoot.childNodes]
    if (element instanceof HTMLSlotElement) {
      const assigned = element.assignedNodes()
      if (assigned.length > 0) return assigned
    }
    return [...(element instanceof HTMLTemplateElement ? element.content : element).childNodes]
  }

  const visit = (element: Element, around: string | undefined): void => {
    const isData = element.localName === 'script' && /json/.test(element.getAttribute('type') ?? '')
    const hidden = around ?? (isData ? 'it is in data for machines (JSON-LD)' : reasonOf(element))
    const isInline = /^(?:inline|contents)/.test(getComputedStyle(element).display)
    if (!isInline) put('\n', undefined)
    unseenWords(element, around)
    const own =
      hidden ??
      (getComputedStyle(element).visibility === 'visible' ? undefined : 'visibility: hidden')
    if (element instanceof HTMLAnchorElement && element.href !== '') {
      const words = element.textContent.replace(/\s+/g, ' ').trim()
      const {width, height} = element.getBoundingClientRect()
      const room = width > 1 && height > 1 ? undefined : `${named(element)} takes no room`
      const [box] = element.getClientRects()
      const why = own ?? (box === undefined ? room : cutReason(box, element))
      if (why === undefined) place(element, () => element.getClientRects())
      put('', why, {href: element.href, words})
    }
    if (element instanceof HTMLIFrameElement) {
      const box = element.getBoundingClientRect()
      const size = box.width < 40 || box.height < 40 ? 'its frame has no room' : undefined
      const why = own ?? size ?? cutReason(box, element)
      const at = frames.length
      const frame = {src: element.src}
      element.setAttribute(frameMark, String(at))
      frames.push({...frame, ...(why !== undefined && {hidden: why})})
      if (why === undefined) {
        const hide = (cover: string): void => {
          frames[at] = {...frame, hidden: cover}
        }
        placed.push({element, boxes: () => [...element.getClientRects()], hide})
      }
    }
    if (element.localName === 'style' || (element.localName === 'script' && !isData)) return
    for (const child of childrenOf(element)) {
      if (child instanceof Text) putText(child, element, hidden)
      else if (child instanceof Element) visit(child, hidden)
      else if (child instanceof Comment) {
        put(`\n${child.data.replace(/<[^>]*>/g, ' ')}\n`, 'it stands in a comment of the HTML')
      }
    }
    if (!isInline) put('\n', undefined)
  }

  const isOpaque = (element: Element): boolean => {
    const {backgroundColor, backgroundImage, opacity, backdropFilter} = getComputedStyle(element)
    if (Number(opacity) < 0.8) return false
    const isPicture = ['img', 'video', 'canvas', 'iframe'].includes(element.localName)
    const alpha = channels(backgroundColor)?.[3] ?? 1
    return isPicture || alpha >= 0.8 || backgroundImage !== 'none' || /blur/.test(backdropFilter)
  }

  const contains = (outer: Element, inner: Element): boolean => {
    for (let each: Element | null = inner; each !== null; each = parentOf(each)) {
      if (each === outer) return true
    }
    return false
  }

  /** What lies over the middle of it, however far a reader has scrolled. */
  const coverOf = ({element, boxes}: Placed): string | undefined => {
    const middle = (): readonly [x: number, y: number] | undefined => {
      const box = boxes().find(({width, height}) => width > 1 && height > 1)
      return box && [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    }
    let cover: string | undefined
    // scrolling costs a layout: what is in sight as it is needs none
    for (const block of [undefined, 'center', 'start', 'end'] as const) {
      if (block !== undefined) {
        element.scrollIntoView({block, inline: 'nearest', behavior: 'instant'})
      }
      const point = middle()
      if (point === undefined) return undefined
      const [x, y] = point
      const isInSight = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
      if (!isInSight) continue
      const stack = document.elementsFromPoint(x, y)
      const own = stack.findIndex((each) => contains(each, element))
      const above = stack.slice(0, own === -1 ? undefined : own)
      const over = above.find((each) => isOpaque(each) && !contains(element, each))
      if (over === undefined) return undefined
      cover = `${named(over)} lies over it`
    }
    return cover
  }

  visit(document.documentElement, undefined)
  // last of all, since it scrolls
  for (const each of placed) {
    const cover = coverOf(each)
    if (cover !== undefined) each.hide(cover)
  }
  scrollTo(0, 0)

  const canonical = document.querySelector('link[rel~="canonical" i]')
  return {
    language: document.documentElement.lang || undefined,
    canonical: canonical instanceof HTMLLinkElement ? canonical.href : undefined,
    titles: [
      document.title,
      ...[...document.querySelectorAll('h1')].map((each) => each.textContent),
    ],
    pieces,
    frames,
    hasScripts: document.scripts.length > 0,
  }
}
