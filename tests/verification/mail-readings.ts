/** Both readings of a mail, side by side. */
import {readFully} from '../../verification/mail/full.ts'
import {type Parts, readStrictly} from '../../verification/mail/strict/read.ts'

export type Reader = (message: string) => Parts | undefined

const fully = async (message: string): Promise<Parts | string> => {
  try {
    return await readFully(message)
  } catch (error) {
    return `it cannot be read: ${String(error)}`
  }
}

const firstDifference = (a: string, b: string): string => {
  const at = Array.from(a).findIndex((_each, index) => a[index] !== b[index])
  const from = Math.max(0, at === -1 ? a.length : at)
  return `${JSON.stringify(a.slice(from, from + 40))} for ${JSON.stringify(b.slice(from, from + 40))}`
}

/** '' when both are the same, 'left' when the strict reading leaves it to the full one. */
export const mailDifference = async (
  message: string,
  reader: Reader = readStrictly,
): Promise<string> => {
  const strict = reader(message)
  if (strict === undefined) return 'left'
  const full = await fully(message)
  if (typeof full === 'string') return `taken, though ${full}`
  if (strict.text !== full.text) return `text: ${firstDifference(strict.text, full.text)}`
  return strict.html === full.html ? '' : `html: ${firstDifference(strict.html, full.html)}`
}
