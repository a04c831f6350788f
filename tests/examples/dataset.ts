/** Ways to look at the example as a reader of the file sees it: objects of unknown make. */
import {isList, isObject, type Json, type JsonObject} from '../../examples/notation/json.ts'
import {documents} from '../../examples/dataset.ts'

export {documents}
export {isList, isObject, type Json, type JsonObject}

export const ofType = (type: string): readonly JsonObject[] =>
  documents.filter((document) => document._type === type)

const byId: ReadonlyMap<string, JsonObject> = new Map(
  documents.map((document) => [document._id, document]),
)

export const get = (id: string): JsonObject => {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`The example has no document ${id}.`)
  return found
}

export const string = (value: Json | undefined): string => {
  if (typeof value !== 'string') throw new Error(`Not a string: ${JSON.stringify(value)}`)
  return value
}

export const objects = (value: Json | undefined): readonly JsonObject[] =>
  value !== undefined && isList(value) ? value.filter(isObject) : []

export const strings = (value: Json | undefined): readonly string[] =>
  value !== undefined && isList(value) ? value.map(string) : []

export const child = (object: JsonObject, field: string): JsonObject => {
  const value = object[field]
  if (value === undefined || !isObject(value)) throw new Error(`No object in ${field}`)
  return value
}

export const followed = (reference: JsonObject): JsonObject => get(string(reference['_ref']))

/** The value and everything inside it, in reading order. */
export const walk = function* (value: Json): Generator<Json> {
  yield value
  if (isList(value)) for (const item of value) yield* walk(item)
  else if (isObject(value)) for (const item of Object.values(value)) yield* walk(item)
}

export const every = (value: Json, type: string): readonly JsonObject[] =>
  [...walk(value)].filter(isObject).filter((object) => object['_type'] === type)

/** A text with its warnings opened where they stand. */
const opened = (text: readonly JsonObject[]): readonly JsonObject[] =>
  text.flatMap((block) =>
    block['_type'] === 'warningRef'
      ? [block, ...opened(objects(followed(child(block, 'warning'))['body']))]
      : [block],
  )

/** All blocks of an article as a reader meets them: opening, warnings, sections. */
export const blocksOf = (article: JsonObject): readonly JsonObject[] =>
  opened([
    ...objects(article['opening']),
    ...objects(article['warnings']).flatMap((warning) => objects(followed(warning)['body'])),
    ...objects(article['sections']).flatMap((section) => objects(followed(section)['body'])),
  ])

export const plain = (block: JsonObject): string =>
  objects(block['children'])
    .map((span) => (typeof span['text'] === 'string' ? span['text'] : ''))
    .join('')

/** Each citation's source ids, in reading order. */
export const citationsOf = (article: JsonObject): readonly (readonly string[])[] =>
  blocksOf(article)
    .flatMap((block) => objects(block['children']))
    .filter((item) => item['_type'] === 'citation')
    .map((citation) => objects(citation['sources']).map((source) => string(source['_ref'])))

/** Sources by number: the first is 1. */
export const numbered = (article: JsonObject): readonly string[] => [
  ...new Set(citationsOf(article).flat()),
]
