/** What follows from a start tag alone, wherever it stands. */
import {isImageHeight} from '../covering.ts'
import {isNotShown} from '../dom.ts'
import {elementReason} from '../forbidden.ts'
import type {Kind} from '../kinds.ts'
import {elementOf} from '../strict/builder.ts'
import type {StartTag} from '../strict/tags.ts'
import type {Styles} from '../styles.ts'
import {UnreadableCss} from '../stylesheet.ts'

export interface Judged extends StartTag {
  /** In some place it could lie over the notice or push it away. */
  readonly mayCover: boolean
  /** It may stand before the notice. */
  readonly mayPrecede: boolean
  /** Takes no room, nor does what it holds. */
  readonly isHidden: boolean
  readonly isFooter: boolean
  /** A section of the text, unless a footer is around it. */
  readonly isSection: boolean
  /** The element with all it holds taken out. */
  readonly stub: string
}

/**
 * `undefined` for a tag that the whole reading must look at: what it refuses, and an attribute that
 * holds markup, which reads as a comment to those who look for comments alone.
 */
export const judgeTag = (tag: StartTag, kind: Kind, styles: Styles): Judged | undefined => {
  const {text, name, attributes, row, close} = tag
  if (text.lastIndexOf('<') > 0) return undefined
  const element = elementOf(name, attributes)
  if (elementReason(element, kind) !== undefined) return undefined
  try {
    const mayCover = styles.mayDisplace(element).some((styled) => !isImageHeight(element, styled))
    return {
      ...tag,
      mayCover,
      mayPrecede: kind.elements.includes(name),
      isHidden: isNotShown(element),
      isFooter: name === 'footer',
      isSection: name === 'section' && !attributes.has('role'),
      stub: row?.isVoid === true ? text : text + close,
    }
  } catch (error) {
    // Stryker disable next-line ConditionalExpression: nothing else is thrown here, as far as is known
    if (error instanceof UnreadableCss) return undefined
    throw error
  }
}
