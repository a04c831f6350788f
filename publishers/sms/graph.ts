/** A message as a bar: what takes how much of one SMS. For reports on a terminal. */
import {CAPACITY} from './encode.ts'
import type {PartName, SmsShape} from './message.ts'

/** Cells of the bar, whatever the encoding. */
const CELLS = 40

const SIGNS: Readonly<Record<PartName, string>> = {
  name: 'n',
  notice: 'C', // the crisis notice
  headline: 'h',
  link: 'l',
  stop: 's',
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** `nnCCCCCCCChhhhhhhllllllllssss..........`, always 40 cells: a letter for what takes that much. */
export const messageBar = ({encoding, parts}: SmsShape): string => {
  const capacity = CAPACITY[encoding]
  const cell = (count: number): number => Math.round((count * CELLS) / capacity)
  let used = 0
  const bar = parts.map((part) => {
    const from = cell(used)
    used += part.units
    return SIGNS[part.name].repeat(cell(used) - from)
  })
  return bar.join('').padEnd(CELLS, '.')
}

/**
 * `[nnCCCCCCCChhhh…llllss....]  146 of 160 septets: name 9, notice 34, …`, and for UCS-2 which
 * character made it so. One line.
 */
export const messageGraph = (message: SmsShape): string => {
  const {encoding, units, parts, forcedBy} = message
  const unit = encoding === 'gsm7' ? 'septets' : 'UCS-2 units'
  const sizes = parts.map((part) => `${part.name} ${part.units}`).join(', ')
  const left = parts.some((part) => part.name === 'headline') ? '' : ', no room for a headline'
  const forced =
    forcedBy === undefined
      ? ''
      : `; UCS-2 for "${forcedBy.character}" (${codePoint(forcedBy.character)}) in the ${forcedBy.part}`
  return `[${messageBar(message)}] ${units} of ${CAPACITY[encoding]} ${unit}: ${sizes}${left}${forced}`
}
