/** Rules for the text of articles. */
import {fieldsOf, itemsOf, textOf} from '../shapes.ts'
import {advise, firstOf, type Verdict} from '../verdict.ts'
import {closedDirections} from './text.ts'

const childrenOf = (block: unknown): readonly unknown[] => itemsOf(fieldsOf(block)['children'])

const typeOf = (value: unknown): unknown => fieldsOf(value)['_type']

const plainText = (block: unknown): string =>
  childrenOf(block)
    .map((child) => fieldsOf(child)['text'])
    .filter((text) => typeof text === 'string')
    .join('')

/** For a required text: empty paragraphs are no text. */
export const hasWords = (blocks: unknown): Verdict =>
  blocks === undefined ||
  itemsOf(blocks).some((block) => typeOf(block) !== 'block' || textOf(plainText(block)) !== '')
    ? true
    : advise('There is nothing to read here yet. Write something.')

/** Deeper lists leave no room for words on a phone. */
const DEEPEST_LIST = 10

const shallow = (block: unknown): Verdict => {
  const {level} = fieldsOf(block)
  return typeof level === 'number' && level > DEEPEST_LIST
    ? advise(
        `This list is ${level} levels deep. Move the item up to level ${DEEPEST_LIST} or less.`,
      )
    : true
}

/** For each paragraph. */
export const readable = (block: unknown): Verdict =>
  firstOf([shallow(block), closedDirections(plainText(block))])

const holds = (blocks: unknown, type: string): boolean =>
  itemsOf(blocks).some((block) =>
    [block, ...childrenOf(block)].some((each) => typeOf(each) === type),
  )

/** For texts outside articles: there is no reference list to cite, and no call-out to show. */
export const withoutApparatus = (blocks: unknown): Verdict => {
  if (holds(blocks, 'citation')) {
    return advise('There is no reference list here. Remove the citation, or tell it in an article.')
  }
  return holds(blocks, 'warningRef')
    ? advise('Call-outs belong in articles. Remove it here.')
    : true
}

/** For a warning's own text: call-outs within call-outs could go round in a circle. */
export const withoutCallOuts = (blocks: unknown): Verdict =>
  holds(blocks, 'warningRef')
    ? advise('A call-out cannot hold another one. Remove it, and show it in the article instead.')
    : true
