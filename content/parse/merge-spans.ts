/** Neighbouring spans that are marked alike, as one: editors and imports leave text in splinters. */
import type {Citation, Span} from '../model.ts'

const alike = (a: Span, b: Span): boolean =>
  a.marks === b.marks ||
  (a.marks.length === b.marks.length && a.marks.every((mark) => b.marks.includes(mark)))

const isSplintered = (children: readonly (Span | Citation)[]): boolean => {
  for (let at = 1; at < children.length; at++) {
    const [one, next] = [children[at - 1], children[at]]
    if (one?._type === 'span' && next?._type === 'span' && alike(one, next)) return true
  }
  return false
}

/** Says the same text under the same marks; of two spans made one, the first one's key stays. */
export const mergeSpans = (
  children: readonly (Span | Citation)[],
): readonly (Span | Citation)[] => {
  if (!isSplintered(children)) return children
  const merged: (Span | Citation)[] = []
  let run: Span | undefined
  let texts: string[] = []
  const close = (): void => {
    if (run === undefined) return
    merged.push(texts.length === 1 ? run : Object.freeze({...run, text: texts.join('')}))
    run = undefined
  }
  for (const child of children) {
    if (child._type === 'span' && run !== undefined && alike(run, child)) texts.push(child.text)
    else {
      close()
      if (child._type === 'span') {
        run = child
        texts = [child.text]
      } else merged.push(child)
    }
  }
  close()
  return merged
}
