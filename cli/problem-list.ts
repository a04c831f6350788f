/** Problems as a person mends them: what is the same for many documents is said once, with all of them. */
import colors from 'picocolors'
import type {Problem} from '../errors.ts'
import {grouped} from './counted.ts'

const WIDTH = 100

export interface Paint {
  code(text: string): string
  place(text: string): string
}

export const REFUSED: Paint = {code: colors.red, place: colors.bold}
export const WARNED: Paint = {code: colors.yellow, place: colors.bold}

const located = ({documentId, path}: Problem): string =>
  path === '' ? documentId : `${documentId} ${path}`

/** Words in lines of at most WIDTH, each indented by two. */
const wrapped = (words: readonly string[]): string => {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && line.length + word.length + 3 > WIDTH) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((each) => `  ${each}\n`).join('')
}

const groupText = (group: readonly Problem[], paint: Paint): string => {
  const [first, ...others] = group
  if (first === undefined) return ''
  const {code, message} = first
  if (others.length === 0)
    return `${paint.code(code)} ${paint.place(located(first))}\n  ${message}\n`
  const names = group.map((problem, index) =>
    index === group.length - 1 ? located(problem) : `${located(problem)},`,
  )
  const count = `${grouped(group.length)} documents`
  return `${paint.code(code)} ${paint.place(count)}\n  ${message}\n${wrapped(names)}`
}

/** Every problem, each of its documents named, in the order in which they first came. */
export const problemText = (problems: readonly Problem[], paint: Paint = REFUSED): string => {
  const groups = Map.groupBy(problems, ({code, message}) => `${code} ${message}`)
  return [...groups.values()].map((group) => groupText(group, paint)).join('')
}
