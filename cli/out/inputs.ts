/**
 * What earlier runs made each article's files of, so that the next makes only what has changed: one
 * article a line, in the data folder, for times of files are this machine's own. Losing it costs a
 * full run and nothing else.
 */
import {createHash} from 'node:crypto'
import {appendFile, open} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {eachLine} from '../../content/line-reader.ts'
import {OutFolderError} from '../../errors.ts'
import {CHANNELS, type Channel} from '../../publishers/publisher.ts'
import type {EarlierArticle} from '../../publish-inputs.ts'
import {PieceFile} from './atomic-write.ts'

/** One file for each folder that is published into. `data`: THROWLINE_DATA. */
export const inputsFile = (data: string, out: string): string => {
  const name = createHash('sha256').update(resolve(out)).digest('hex').slice(0, 16)
  return join(data, 'published', `${name}.ndjson`)
}

export interface ArticleInputs extends EarlierArticle {
  readonly id: string
  /** On which it was published whole. */
  readonly channels: readonly Channel[]
  /** Its files below the folder, each with its size and time of change: `1432 1763889000123.4`. */
  readonly files: Readonly<Record<string, string>>
  /** Images of its pages: `assets/…`. */
  readonly assets: readonly string[]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** Nothing for what is no article's inputs. */
export const parseArticleInputs = (value: unknown): readonly ArticleInputs[] => {
  if (!isRecord(value)) return []
  const {id, inputs, uses, channels, files, assets} = value
  if (typeof id !== 'string' || typeof inputs !== 'string' || !isRecord(files)) return []
  if (!areTexts(uses) || !areTexts(channels) || !areTexts(assets)) return []
  const known = CHANNELS.filter((channel) => channels.includes(channel))
  const texts = Object.entries(files).map(([path, stamp]) => [path, String(stamp)])
  return [{id, inputs, uses, channels: known, files: Object.fromEntries(texts), assets}]
}

/**
 * An article's inputs as the file has them and as they stay in memory: a hundred thousand of them as
 * objects would take three times as much.
 */
export type InputsLine = string

export const inputsLine = ({id, assets, ...rest}: ArticleInputs): InputsLine =>
  JSON.stringify({id, ...rest, assets})

/** Nothing for a line that no run wrote. */
export const parseInputsLine = (line: InputsLine): readonly ArticleInputs[] => {
  try {
    return parseArticleInputs(JSON.parse(line))
  } catch {
    return []
  }
}

/** Without reading the line: most articles have no images. */
export const hasAssets = (line: InputsLine): boolean => !line.endsWith('"assets":[]}')

/** `inputsLine` begins with it; the rest is read when it is asked for. */
const ID = /^\{"id":("(?:[^"\\]|\\.)*"),/

const idOf = (line: InputsLine): string | undefined => {
  const literal = ID.exec(line)?.[1]
  return literal === undefined ? undefined : parseInputsId(literal)
}

const parseInputsId = (literal: string): string | undefined => {
  try {
    return String(JSON.parse(literal))
  } catch {
    return undefined
  }
}

/** Each line by itself in memory, so that one may be let go of. What cannot be read is not there. */
export const readInputs = async (file: string): Promise<Map<string, InputsLine>> => {
  const lines = new Map<string, InputsLine>()
  const add = (line: InputsLine): void => {
    const id = idOf(line)
    if (id !== undefined) lines.set(id, line)
  }
  const handle = await open(file).catch(() => undefined)
  if (handle === undefined) return lines
  try {
    await eachLine(handle, ({bytes, start, end}) => add(bytes.toString('utf8', start, end)))
  } catch {
    // the others are made anew
  } finally {
    await handle.close()
  }
  return lines
}

/** In the place of a document's id, which has no colon. */
export const listId = (path: string): string => `list:${path}`

/** Every article of a record that was written whole, one in memory at a time. Throws what reading throws. */
export const eachArticle = async (
  file: string,
  visit: (article: ArticleInputs) => void,
): Promise<void> => {
  const handle = await open(file)
  try {
    await eachLine(handle, ({bytes, start, end}) => {
      for (const article of parseInputsLine(bytes.toString('utf8', start, end))) {
        if (!article.id.startsWith(listId(''))) visit(article)
      }
    })
  } finally {
    await handle.close()
  }
}

export const writeInputs = async (file: string, inputs: Iterable<InputsLine>): Promise<void> => {
  const record = new PieceFile(file)
  try {
    for (const line of inputs) record.add(`${line}\n`)
    record.end()
  } finally {
    record.discard()
  }
}

/** Behind what it has: of an article that stands twice, the last counts. Throws OutFolderError. */
export const appendInputs = async (file: string, inputs: Iterable<InputsLine>): Promise<void> => {
  try {
    await appendFile(file, [...inputs].map((line) => `${line}\n`).join(''))
  } catch (error) {
    throw new OutFolderError({file, cause: error})
  }
}
