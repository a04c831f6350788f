/** GROQ over a view: parsed and rewritten once, answered from the indexes where they can help. */
import {evaluateSync, type ExprNode, GroqSyntaxError, parse, toJS} from 'groq-js'
import {BadRequest} from '../bad-request.ts'
import type {JsonObject} from '../json.ts'
import type {Store} from '../store/store.ts'
import {dereferencer} from './lookup.ts'
import {QueryParseError} from './query-parse-error.ts'
import {rewrite} from './rewrite.ts'
import {constantText, searchText} from './text-search.ts'
import type {View} from './view.ts'

export interface QueryContext {
  readonly store: Store
  readonly view: View
  readonly params: JsonObject
  readonly identity: string
  readonly projectId: string
  readonly dataset: string
}

/** Slices take their bounds from the parameters, while the query is parsed. */
const SLICE_BY_PARAMETER = /\[[^\]]*\$/

/** Throws QueryParseError. */
export const parseQuery = (query: string, params: JsonObject): ExprNode => {
  try {
    return parse(query, {params: {...params}})
  } catch (error) {
    if (error instanceof GroqSyntaxError) {
      throw new QueryParseError(query, error.position, error.message)
    }
    throw new BadRequest(error instanceof Error ? error.message : String(error))
  }
}

const MOST_KEPT = 500
const prepared = new Map<string, ExprNode>()

/** Queries come again and again: the Studio's every few seconds. */
const prepare = (query: string, {params, view}: QueryContext): ExprNode => {
  const known = prepared.get(query)
  if (known !== undefined) return known
  let isConstant = !SLICE_BY_PARAMETER.test(query)
  const tree = rewrite(parseQuery(query, params), {
    textQuery: (argument) => {
      isConstant = false
      return {type: 'Value', value: searchText(view.all(), constantText(argument, params))}
    },
  })
  if (isConstant) {
    if (prepared.size >= MOST_KEPT) prepared.clear()
    prepared.set(query, tree)
  }
  return tree
}

/** The result as JSON can hold it. Throws QueryParseError or BadRequest. */
export const runQuery = (query: string, context: QueryContext): unknown => {
  const {store, view, params, identity, projectId, dataset} = context
  const tree = prepare(query, context)
  try {
    const value = evaluateSync(tree, {
      // rewritten: what was `*` is now a lookup
      dataset: [],
      params: {...params},
      identity,
      sanity: {projectId, dataset},
      dereference: dereferencer(store, view),
    })
    return toJS(value)
  } catch (error) {
    if (error instanceof BadRequest) throw error
    throw new BadRequest(
      `The local Content Lake cannot answer this query: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
