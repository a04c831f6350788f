/**
 * The children of a text block as HTML, in one pass: a mark stays open from span to span while both
 * carry it, and what is rendered is appended to the innermost mark that is open. The toolkit makes a
 * tree first, sorts the marks of every span, and copies a mark's children at each span.
 */
import {inOrder} from './marks.ts'
import {type Block, type Child, isSpan, type MarkDefinition} from './nodes.ts'
import {reportMissing} from './missing.ts'
import {printed, type Rendering} from './rendering.ts'

interface Mark {
  readonly markKey: string
  readonly markType: string
  readonly value: MarkDefinition | undefined
  /** All that is in it, as HTML and as it was written. */
  html: string
  text: string
}

export const markHtml = (
  {markKey, markType, value, html, text}: Readonly<Mark>,
  {components: {marks, unknownMark}, onMissing, renderNode}: Rendering,
): string => {
  const component = marks[markType] || unknownMark
  if (component === unknownMark) reportMissing(onMissing, 'mark', markType)
  return component({text, value, markType, markKey, renderNode, children: html})
}

export const lineBreak = ({components: {hardBreak}}: Rendering): string =>
  hardBreak ? printed(hardBreak()) : '\n'

class Inline {
  html = ''
  readonly #rendering: Rendering
  readonly #definitions: readonly MarkDefinition[]
  readonly #open: Mark[] = []
  #innermost: Mark | undefined
  /** Children of the block so far, spans split at line breaks. Those of marks are asked for by nobody. */
  #count = 0

  constructor(block: Block, rendering: Rendering) {
    this.#rendering = rendering
    this.#definitions = block.markDefs ?? []
  }

  object(child: Child): void {
    this.#close(0)
    this.html += printed(this.#rendering.nodeHtml(child, this.#count, true))
    this.#count += 1
  }

  text(text: string): void {
    const {escapeHTML} = this.#rendering.components
    if (!text.includes('\n')) {
      this.#piece(text, printed(escapeHTML(text)))
      return
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.#piece('\n', lineBreak(this.#rendering))
      this.#piece(line, printed(escapeHTML(line)))
    }
  }

  /** Closes and opens what has to be for a span with these marks. */
  marks(marks: readonly string[], index: number, children: Block['children']): void {
    if (marks.length === 0) {
      this.#close(0)
      return
    }
    const [only = ''] = marks
    if (marks.length === 1) {
      const isOpen = this.#open[0]?.markKey === only
      this.#close(isOpen ? 1 : 0)
      if (!isOpen) this.#start(only)
      return
    }
    const left = [...marks]
    let kept = 0
    for (const {markKey} of this.#open) {
      const at = left.indexOf(markKey)
      if (at === -1) break
      left.splice(at, 1)
      kept += 1
    }
    this.#close(kept)
    for (const mark of left.length < 2 ? left : inOrder(left, index, children)) this.#start(mark)
  }

  end(): string {
    this.#close(0)
    return this.html
  }

  #piece(text: string, html: string): void {
    const mark = this.#innermost
    if (mark === undefined) {
      this.html += html
      this.#count += 1
    } else {
      mark.html += html
      mark.text += text
    }
  }

  #start(markKey: string): void {
    const value = this.#definitions.find(({_key}) => _key === markKey)
    const markType = value === undefined ? markKey : value._type
    const mark: Mark = {markKey, markType, value, html: '', text: ''}
    if (this.#innermost === undefined) this.#count += 1
    this.#open.push(mark)
    this.#innermost = mark
  }

  #close(kept: number): void {
    while (this.#open.length > kept) {
      const mark = this.#open.pop()
      if (mark === undefined) return
      const outer = this.#open.at(-1)
      this.#innermost = outer
      const html = printed(markHtml(mark, this.#rendering))
      if (outer === undefined) this.html += html
      else {
        outer.html += html
        outer.text += mark.text
      }
    }
  }
}

const NO_MARKS: readonly string[] = []

export const inlineHtml = (block: Block, rendering: Rendering): string => {
  const {children} = block
  const inline = new Inline(block, rendering)
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index]
    if (child === undefined) continue
    if (isSpan(child)) {
      inline.marks(child.marks ?? NO_MARKS, index, children)
      inline.text(child.text)
    } else inline.object(child)
  }
  return inline.end()
}
