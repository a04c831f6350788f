/** Whether the head holds nothing that the whole reading must look at, its style sheet aside. */
import {isMarkup} from '../forbidden.ts'
import type {Kind} from '../kinds.ts'
import type {Part} from '../strict/shell.ts'
import type {TagAt} from '../strict/tags.ts'
import type {Judged} from './judged.ts'
import {firstWordIn, mayBegin} from './words.ts'

const isStyle = (part: Part): boolean => part.kind === 'element' && part.tag.name === 'style'

/** `undefined` where there must be none, or are two. */
export const sheetIn = (parts: readonly Part[], kind: Kind): string | undefined => {
  const [style, another] = parts.filter(isStyle)
  if (style === undefined) return ''
  return kind.sheets && another === undefined ? style.words : undefined
}

/** `shown`: the notice, which nothing in a head may read as. */
export const isPlainPart = (part: Part, tagAt: TagAt<Judged>, shown: string): boolean => {
  if (part.kind === 'space') return true
  if (part.kind === 'comment') return !isMarkup(`<!--${part.words}-->`)
  const {tag, words} = part
  const word = firstWordIn(words, 0, words.length)
  const isOther = word === words.length || !mayBegin(words, word, words.length, shown)
  return isOther && tagAt(tag.text, 0)?.mayCover === false
}
