/** Rows of CSV (RFC 4180) under a header, with `,`, `;` or tab between values. */
import {Readable} from 'node:stream'
import {CsvError, parse} from 'csv-parse'
import {SubscriberFileError} from '../../errors.ts'
import type {FileRow} from './file-row.ts'
import {COLUMNS, type Column} from './row.ts'

/** Characters of one row. More is a quote that nobody closed, or not a CSV at all. */
const ROW_MAX = 4_000_000
const DELIMITERS = [',', ';', '\t'] as const

const isColumn = (name: string): name is Column => COLUMNS.some((column) => column === name)

/** Of the header alone: a topic list holds `;` too. */
const delimiterOf = (header: string): string =>
  DELIMITERS.find((delimiter) => header.includes(delimiter)) ?? ','

/** Waits for the first line, tells its delimiter, and hands on everything. */
const peeked = async (
  texts: AsyncIterable<string>,
): Promise<{readonly delimiter: string; readonly all: AsyncIterable<string>}> => {
  const iterator = texts[Symbol.asyncIterator]()
  let start = ''
  while (!/[\r\n]/.test(start) && start.length < ROW_MAX) {
    const {done, value} = await iterator.next()
    if (done === true) break
    start += value
  }
  async function* all(): AsyncGenerator<string> {
    yield start
    for (;;) {
      const {done, value} = await iterator.next()
      if (done === true) return
      yield value
    }
  }
  return {delimiter: delimiterOf(start.split(/[\r\n]/, 1)[0] ?? ''), all: all()}
}

const parseHeader = (cells: readonly string[]): readonly Column[] => {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const known = names.filter(isColumn)
  const unknown = names.filter((name) => !isColumn(name))
  const columns = COLUMNS.join(',')
  if (unknown.length > 0) {
    const listed = unknown.slice(0, 5).map((name) => JSON.stringify(name.slice(0, 60)))
    throw new SubscriberFileError(
      'SUBSCRIBERS_HEADER',
      1,
      `The first line names ${listed.join(', ')}, which no column is called. Write the names of the columns there: ${columns}.`,
    )
  }
  const twice = known.find((name, index) => known.indexOf(name) !== index)
  if (twice !== undefined) {
    throw new SubscriberFileError(
      'SUBSCRIBERS_HEADER',
      1,
      `The first line names "${twice}" twice. Remove one of the two columns.`,
    )
  }
  return known
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: {readonly lines: number}
}

const unreadable = (error: CsvError): SubscriberFileError => {
  const line: unknown = error['lines']
  return new SubscriberFileError(
    'SUBSCRIBERS_UNREADABLE',
    typeof line === 'number' ? line : 0,
    'From here on the file is not CSV, most likely for a quote that is not closed. Rows before it may be in already, which does no harm. Close the quote, or write "" for a quote inside a value, and import again.',
  )
}

/** Throws SubscriberFileError for a header that names no columns, or a file that is no CSV. */
export async function* csvRows(texts: AsyncIterable<string>): AsyncGenerator<FileRow> {
  const {delimiter, all} = await peeked(texts)
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: ROW_MAX,
  })
  const source = Readable.from(all)
  source.on('error', (error) => parser.destroy(error))
  const rows: AsyncIterable<Parsed> = source.pipe(parser)
  let columns: readonly Column[] | undefined
  try {
    for await (const {record, info} of rows) {
      if (columns === undefined) {
        columns = parseHeader(record)
        continue
      }
      const line = info.lines
      if (record.length !== columns.length) {
        const message = `The row has ${record.length} values, and the first line ${columns.length} columns. Put quotes around values that hold a "${delimiter === '\t' ? 'tab' : delimiter}".`
        yield {line, fault: {code: 'ROW_UNREADABLE', message}}
        continue
      }
      yield {line, value: Object.fromEntries(columns.map((name, at) => [name, record[at] ?? '']))}
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error)
    throw error
  }
}
