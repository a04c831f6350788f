/** Size and time of a file: others, and somebody wrote it since. */
import {statSync} from 'node:fs'

export interface FileStamp {
  /** Bytes. */
  readonly size: number
  /** Milliseconds. */
  readonly modified: number
}

/** Undefined when there is no such file. Synchronous: it takes a tenth of the time. */
export const fileStamp = (file: string): FileStamp | undefined => {
  const found = statSync(file, {throwIfNoEntry: false})
  return found && {size: found.size, modified: found.mtimeMs}
}

export const isSameStamp = (one: FileStamp | undefined, other: FileStamp | undefined): boolean =>
  one !== undefined && one.size === other?.size && one.modified === other.modified

/** As the record has it: `1432 1763889000123.4`. */
export const stampText = ({size, modified}: FileStamp): string => `${size} ${modified}`

export const parseStamp = (text: string): FileStamp => {
  const [size = Number.NaN, modified = Number.NaN] = text.split(' ').map(Number)
  return {size, modified}
}
