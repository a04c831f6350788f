/** Rows of NDJSON: an object a line. */
import type {FileRow} from './file-row.ts'

/** Characters; nothing that a row may hold is near it. */
const LINE_MAX = 100_000

const parse = (line: number, text: string): FileRow => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return {line, value}
  } catch {
    // told below
  }
  return {
    line,
    fault: {
      code: 'ROW_UNREADABLE',
      message: 'The line is not a JSON object. Write one row a line, as {"email": "…"}.',
    },
  }
}

export async function* ndjsonRows(texts: AsyncIterable<string>): AsyncGenerator<FileRow> {
  let rest = ''
  let line = 0
  let tooLong = false
  const take = (text: string): readonly FileRow[] => {
    line += 1
    if (tooLong || text.length > LINE_MAX) {
      tooLong = false
      const message = `The line has more than ${LINE_MAX.toLocaleString('en')} characters. Shorten its values.`
      return [{line, fault: {code: 'TOO_LONG', message}}]
    }
    return text.trim() === '' ? [] : [parse(line, text)]
  }
  for await (const text of texts) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const each of lines) yield* take(each)
    if (rest.length > LINE_MAX) {
      // forgotten as it comes, and told once, at its end
      tooLong = true
      rest = ''
    }
  }
  if (rest !== '' || tooLong) yield* take(rest)
}
