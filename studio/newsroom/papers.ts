/** Documents at hand, as Sanity wrote them, by the id that references use. */
import {isObject, type JsonObject, stringField} from '../../content/json-object.ts'
import {type Needs, needsOf} from '../../content/needs.ts'
import {publishedId} from '../../schemas/rules/dataset.ts'

/** `null`: somebody looked, and the dataset has no such document. */
export type Papers = ReadonlyMap<string, JsonObject | null>

/** What a form holds, under the id it will have when it is published. */
export const asPublished = (document: JsonObject): JsonObject => ({
  ...document,
  _id: publishedId(stringField(document, '_id') ?? ''),
})

export const idOf = (document: JsonObject): string => stringField(document, '_id') ?? ''

export const typeOf = (document: JsonObject | null | undefined): string | undefined =>
  stringField(document, '_type')

/** What editors call a document. */
export const titleOf = (document: JsonObject | null | undefined): string | undefined => {
  for (const field of ['title', 'heading', 'name']) {
    const title = stringField(document, field)?.trim()
    if (title !== undefined && title !== '') return title
  }
  return undefined
}

const known = new WeakMap<object, Needs>()

const needs = (document: JsonObject): Needs => {
  const found = known.get(document) ?? needsOf(document)
  known.set(document, found)
  return found
}

/** As content/assemble.ts does: articles and digests link to articles, whose own content is not theirs. */
const isFollowed = (document: JsonObject, root: JsonObject): boolean =>
  document === root || typeOf(document) !== 'article'

/** Everything that a document's join reads, and the ids of it that nobody has looked for yet. */
export const reach = (
  root: JsonObject,
  papers: Papers,
): {readonly found: ReadonlySet<string>; readonly missing: readonly string[]} => {
  const found = new Set<string>()
  const missing: string[] = []
  const open: JsonObject[] = [root]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isFollowed(next, root)) continue
    for (const id of needs(next).references) {
      if (found.has(id)) continue
      found.add(id)
      const paper = papers.get(id)
      if (paper === undefined) missing.push(id)
      else if (isObject(paper)) open.push(paper)
    }
  }
  return {found, missing}
}
