/**
 * `text::query(…)`, which groq-js parses and does not answer. Here a document matches when every
 * term is found in its texts: a word, `"several words"` in a row, `wor*` at a beginning, `-word`
 * not at all. Letters are compared without case and accents. The service ranks; here every match
 * scores the same.
 */
import {type ExprNode, Path} from 'groq-js'
import {BadRequest} from '../bad-request.ts'
import type {LakeDocument} from '../document.ts'
import {isObject, type JsonObject} from '../json.ts'

interface Term {
  readonly words: readonly string[]
  readonly isPrefix: boolean
  readonly isExcluded: boolean
}

const TERM = /(-?)(?:"([^"]*)"|(\S+))/g
const WORD = /[\p{L}\p{N}]+/gu

const PLAIN = /^[\0-\x7f]*$/

/** Taking letters apart costs ten times as much as making them small. */
const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const splitFolded = (folded: string): readonly string[] => folded.match(WORD) ?? []

export const parseTerms = (query: string): readonly Term[] =>
  [...query.matchAll(TERM)].flatMap(([, minus, phrase, single]) => {
    const words = splitFolded(fold(phrase ?? single ?? ''))
    const isPrefix = phrase === undefined && single?.endsWith('*') === true
    return words.length === 0 ? [] : {words, isPrefix, isExcluded: minus === '-'}
  })

/** Fields that a reader would call names, not text. */
const NOT_TEXT = /^_/

const gather = (value: unknown, texts: string[]): void => {
  if (typeof value === 'string') texts.push(value)
  else if (Array.isArray(value)) for (const item of value) gather(item, texts)
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) if (!NOT_TEXT.test(key)) gather(inner, texts)
  }
}

const follows = (words: readonly string[], at: number, {words: wanted, isPrefix}: Term): boolean =>
  wanted.every((word, offset) => {
    const found = words[at + offset]
    const isLast = offset === wanted.length - 1
    return isLast && isPrefix ? found?.startsWith(word) === true : found === word
  })

const holds = (folded: string, term: Term): boolean => {
  const [first = ''] = term.words
  if (!folded.includes(first)) return false
  const words = splitFolded(folded)
  return words.some((_word, at) => follows(words, at, term))
}

export const matchesTerms = (document: LakeDocument, terms: readonly Term[]): boolean => {
  const texts: string[] = []
  gather(document, texts)
  const folded = texts.map(fold)
  return terms.every((term) => folded.some((text) => holds(text, term)) !== term.isExcluded)
}

/** Ids, as something that GROQ's `in` asks one by one. */
export class IdSet extends Path {
  readonly #ids: ReadonlySet<string>
  constructor(ids: ReadonlySet<string>) {
    super('**')
    this.#ids = ids
  }
  override matches(id: string): boolean {
    return this.#ids.has(id)
  }
}

/** The ids of the documents that match; none when the query has no word. */
export const searchText = (documents: Iterable<LakeDocument>, query: string): IdSet => {
  const terms = parseTerms(query)
  const ids = new Set<string>()
  if (terms.length > 0) {
    for (const document of documents) if (matchesTerms(document, terms)) ids.add(document._id)
  }
  return new IdSet(ids)
}

/** What `text::query()` was given. Throws BadRequest when that depends on the document. */
export const constantText = (node: ExprNode, params: JsonObject): string => {
  const isParameter = node.type === 'Parameter'
  const found: unknown = isParameter ? params[node.name] : node.type === 'Value' ? node.value : null
  if (typeof found === 'string') return found
  throw new BadRequest(
    'The local Content Lake answers text::query() for a text or a parameter only',
  )
}
