/**
 * The outline of a body: every element that may read as the notice, whole, and what it stands in; of
 * all else no more than the start tags that selectors can see from there. What is left out has been
 * looked at tag by tag, and cannot change what the whole reading says of the rest:
 *
 * - An element can read as the notice only where its first words begin it (words.ts).
 * - Selectors see what an element stands in, and the siblings of it all; whatever else they ask counts
 *   as true (selectors.ts). So the children of what a kept element stands in are kept as stubs.
 * - What may cover the notice is kept as well; what stands before it is counted here.
 */
import {isMarkup} from '../forbidden.ts'
import type {Sink} from '../strict/body.ts'
import type {Judged} from './judged.ts'
import {firstWordIn, mayBegin} from './words.ts'

export interface Outline {
  readonly html: string
  /** How many elements were kept because they may read as the notice. */
  readonly notices: number
  /** Offset of the character after the first of them, in the page. */
  readonly firstEnd: number
  /** The last of them stands after the last section of the text, if there is one. */
  readonly isRepeated: boolean
}

export interface Wanted {
  /** The notice, white space collapsed. */
  readonly shown: string
  /** How many characters may stand before it. */
  readonly words: number
  /** A `tbody` that is not written, judged as if it were. */
  readonly implied: Judged
  /** There may be selectors, which see siblings. */
  readonly hasSheet: boolean
}

/** An open element. */
interface Open {
  readonly tag: Judged
  readonly at: number
  /** How many pieces there were before it. */
  readonly pieces: number
  /** How many characters a reader had met before it. */
  readonly met: number
  /** Its first words may begin the notice. */
  mayRead: boolean
  /** Something in it is kept, */
  isKept: boolean
  /** a notice perhaps. */
  hasNotice: boolean
}

export class Outliner implements Sink<Judged> {
  readonly #html: string
  readonly #wanted: Wanted
  readonly #pieces: string[] = []
  #used = 0
  readonly #stack: Open[] = []
  #isRefused = false
  /** The outermost open element that takes no room. */
  #hidden: Open | undefined
  #footers = 0
  /** Characters that a reader has met, from the first word on. */
  #met = 0
  /** Something was opened since the last words: the next ones are its first. */
  #isFresh = true
  #lastWords = -1
  /** Where the first element stands that may not precede a notice. */
  #stranger = Infinity
  #lastSection = -1
  #notices = 0
  #firstEnd = 0
  #lastNotice = -1

  constructor(html: string, wanted: Wanted) {
    this.#html = html
    this.#wanted = wanted
  }

  open(tag: Judged, at: number): void {
    const opened: Open = {
      tag,
      at,
      pieces: this.#used,
      met: this.#met,
      mayRead: false,
      isKept: false,
      hasNotice: false,
    }
    this.#stack.push(opened)
    this.#add(tag.text)
    this.#isFresh = true
    if (tag.isHidden) this.#hidden ??= opened
    if (tag.isFooter) this.#footers += 1
    if (tag.isSection && this.#footers === 0) this.#lastSection = at
  }

  imply(at: number): void {
    this.open(this.#wanted.implied, at)
  }

  close(end: number | null): void {
    const element = this.#stack.pop()
    if (element === undefined) return
    const {tag, at, hasNotice, mayRead} = element
    if (tag.isFooter) this.#footers -= 1
    const isNotice = mayRead && !hasNotice && end !== null && end - at >= this.#wanted.shown.length
    if (isNotice) this.#keepWhole(element, end)
    else this.#keepOutline(element)
    // A notice without an end tag has no end to speak of.
    if (end === null && mayRead && !hasNotice) this.#isRefused = true
    const isStranger = !isNotice && !hasNotice && this.#hidden === undefined && !tag.mayPrecede
    if (isStranger && this.#notices === 0 && at < this.#stranger) this.#stranger = at
    if (this.#hidden === element) this.#hidden = undefined
    const around = this.#stack.at(-1)
    if (around === undefined) return
    if (isNotice || hasNotice) around.hasNotice = true
    if (isNotice || element.isKept || tag.mayCover) around.isKept = true
  }

  text(from: number, to: number): void {
    const isBefore = this.#notices === 0 && this.#hidden === undefined
    if (!isBefore && !this.#isFresh) return
    const word = firstWordIn(this.#html, from, to)
    if (isBefore && (this.#met > 0 || word < to)) this.#met += to - from
    if (word === to || !this.#isFresh) return
    if (mayBegin(this.#html, word, to, this.#wanted.shown)) this.#mark()
    this.#isFresh = false
    this.#lastWords = from
  }

  comment(words: string): void {
    if (isMarkup(`<!--${words}-->`)) this.#isRefused = true
  }

  /** `undefined`: the whole reading must be asked. */
  outline(): Outline | undefined {
    if (this.#isRefused || this.#notices === 0) return undefined
    return {
      html: this.#pieces.slice(0, this.#used).join(''),
      notices: this.#notices,
      firstEnd: this.#firstEnd,
      isRepeated: this.#lastNotice > this.#lastSection,
    }
  }

  #add(piece: string): void {
    this.#pieces[this.#used] = piece
    this.#used += 1
  }

  /** All that was opened since the last words has its first ones now. */
  #mark(): void {
    for (let depth = this.#stack.length - 1; depth >= 0; depth -= 1) {
      const open = this.#stack[depth]
      if (open === undefined || open.at <= this.#lastWords) return
      open.mayRead = true
    }
  }

  #keepWhole({at, pieces, met}: Open, end: number): void {
    this.#used = pieces
    this.#add(this.#html.slice(at, end))
    this.#lastNotice = at
    this.#notices += 1
    if (this.#notices > 1) return
    this.#firstEnd = end
    if (met > this.#wanted.words || this.#stranger < at) this.#isRefused = true
  }

  #keepOutline({tag, pieces, isKept}: Open): void {
    if (isKept) {
      this.#add(tag.close)
      return
    }
    this.#used = pieces
    if (this.#wanted.hasSheet) this.#add(tag.stub)
    // Whether it does may depend on its siblings, which are not kept.
    else if (tag.mayCover) this.#isRefused = true
  }
}
