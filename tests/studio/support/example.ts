/** The example dataset as a Studio meets it: documents by id, their images as assets of a lake. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {isObject, type JsonObject, stringField} from '../../../content/json-object.ts'
import {Newsroom} from '../../../studio/newsroom/newsroom.ts'
import type {Papers} from '../../../studio/newsroom/papers.ts'

export const TODAY = '2026-11-23'

const FILE = new URL('../../../examples/health.ndjson', import.meta.url)

const assetId = (path: string): string =>
  `image-${createHash('sha1').update(path).digest('hex')}-1200x630-png`

/** What an import does: `_sanityAsset` becomes a reference, and the asset gets a document. */
const imported = (value: unknown, assets: Map<string, JsonObject>): unknown => {
  if (Array.isArray(value)) return value.map((each) => imported(each, assets))
  if (!isObject(value)) return value
  const path = stringField(value, '_sanityAsset')
  const fields = Object.entries(value).map(([name, inner]) => [name, imported(inner, assets)])
  if (path === undefined) return Object.fromEntries(fields)
  const _id = assetId(path)
  const url = `http://localhost:3900/images/local/production/${_id}`
  assets.set(_id, {_id, _type: 'sanity.imageAsset', url})
  const {_sanityAsset: _file, ...rest} = Object.fromEntries(fields)
  return {...rest, asset: {_type: 'reference', _ref: _id}}
}

export const examplePapers = (): Map<string, JsonObject> => {
  const papers = new Map<string, JsonObject>()
  const lines = readFileSync(FILE, 'utf8').split('\n').filter(Boolean)
  for (const line of lines) {
    const document = imported(JSON.parse(line), papers)
    if (isObject(document)) papers.set(String(document['_id']), document)
  }
  return papers
}

export const exampleNewsroom = (papers: Papers = examplePapers()): Newsroom =>
  new Newsroom(papers, {today: TODAY})

/** A copy with other fields. Throws when there is no such document. */
export const changed = (
  papers: Papers,
  id: string,
  change: (document: JsonObject) => JsonObject,
): JsonObject => {
  const document = papers.get(id)
  if (document === undefined || document === null) throw new RangeError(`No document ${id}`)
  return {...document, ...change(document)}
}
