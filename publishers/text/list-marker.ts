/** Where an item of a list stands and what stands before it. */
import type {TextBlock} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'

/** Deeper levels are shown as this one, so that no nesting can push the text off the line. */
const DEEPEST = 12

interface Level {
  readonly kind: string
  readonly count: number
  /** Columns that the level's markers take: what is nested in it starts after them. */
  readonly width: number
}

const MISSING: Level = {kind: '', count: 0, width: 2}

const signFor = (kind: string, count: number): string => {
  if (kind === 'bullet') return '- '
  if (kind === 'number') return `${count}. `
  throw new UnknownBlockError(`list item ${kind}`)
}

/**
 * One run of list items: call it with each item in order. Numbers go on over a nested list, and
 * start again when the kind of list changes at their level.
 */
export const listMarkers = (): ((item: TextBlock) => {
  readonly first: string
  readonly rest: string
}) => {
  const levels: Level[] = []
  return ({listItem: kind = '', level = 1}) => {
    const depth = Math.min(Math.max(Math.trunc(level), 1), DEEPEST)
    while (levels.length < depth - 1) levels.push(MISSING)
    const before = levels[depth - 1]
    const count = before?.kind === kind ? before.count + 1 : 1
    const sign = signFor(kind, count)
    // What was nested in the item before is over.
    levels.splice(depth - 1)
    const indent = ' '.repeat(levels.reduce((sum, {width}) => sum + width, 0))
    levels.push({kind, count, width: sign.length})
    return {first: `${indent}${sign}`, rest: `${indent}${' '.repeat(sign.length)}`}
  }
}
