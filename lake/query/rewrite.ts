/** One walk over a parsed query: filters over `*` are narrowed, and what groq-js lacks is put in. */
import type {ExprNode} from 'groq-js'
import {BadRequest} from '../bad-request.ts'
import {isObject} from '../json.ts'
import {everything, narrowed} from './narrow.ts'

/** Functions of GROQ that neither groq-js nor the lake answers: refused by name, never answered wrongly. */
const UNANSWERED: ReadonlySet<string> = new Set([
  'text::semanticSimilarity',
  'geo::latLng',
  'geo::contains',
  'geo::intersects',
  'geo::distance',
  'documents::get',
  'documents::incomingRefCount',
  'documents::incomingGlobalDocumentReferenceCount',
  'media::aspect',
  'user::attributes',
  'global::anywhere',
])

/** `*[_type == "system.release"]` */
const ALL_RELEASES: ExprNode = {
  type: 'Filter',
  base: {type: 'Everything'},
  expr: {
    type: 'OpCall',
    op: '==',
    left: {type: 'AccessAttribute', name: '_type'},
    right: {type: 'Value', value: 'system.release'},
  },
}

export interface RewriteOptions {
  /** Instead of the documents of a view, for a filter over documents given one by one. */
  readonly everything?: ExprNode
  /** The ids that a text search finds, as something that `in` takes. */
  readonly textQuery: (argument: ExprNode) => ExprNode
}

const isNode = (value: unknown): value is ExprNode =>
  isObject(value) && typeof value['type'] === 'string'

const isEverything = (node: ExprNode): boolean =>
  node.type === 'Everything' || (node.type === 'Group' && isEverything(node.base))

/** `hidden`: inside a `[]` traversal groq-js skips a scope, and `^` is not what it seems. */
export const rewrite = (root: ExprNode, options: RewriteOptions): ExprNode => {
  const inner = (value: unknown, hidden: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => inner(item, hidden))
    if (isNode(value)) return walk(value, hidden)
    // a Value node may hold anything, regular expressions and dates among it
    if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, inner(item, hidden)]),
    )
  }

  const children = (node: ExprNode, hidden: boolean): ExprNode => {
    if (node.type === 'Value') return node
    const entries = Object.entries(node).map(([key, item]: [string, unknown]) => {
      const isHidden =
        key === 'expr'
          ? node.type === 'Map' || node.type === 'FlatMap'
            ? true
            : node.type === 'Projection' || node.type === 'Filter'
              ? false
              : hidden
          : hidden
      return [key, inner(item, isHidden)]
    })
    const copy: unknown = Object.fromEntries(entries)
    return isNode(copy) ? copy : node
  }

  const walk = (node: ExprNode, hidden: boolean): ExprNode => {
    if (node.type === 'Everything') return options.everything ?? everything
    if (node.type === 'FuncCall') {
      const name = `${node.namespace}::${node.name}`
      if (name === 'text::query') {
        const [argument] = node.args
        if (argument === undefined) throw new BadRequest('text::query() needs a text')
        return {
          type: 'OpCall',
          op: 'in',
          left: {type: 'AccessAttribute', name: '_id'},
          right: options.textQuery(argument),
        }
      }
      if (name === 'releases::all') return walk(ALL_RELEASES, hidden)
      if (UNANSWERED.has(name)) {
        throw new BadRequest(
          `${name}() is not answered by the local Content Lake: use a hosted dataset for this query`,
        )
      }
    }
    const copy = children(node, hidden)
    return options.everything === undefined &&
      copy.type === 'Filter' &&
      node.type === 'Filter' &&
      isEverything(node.base)
      ? {...copy, base: narrowed(node.expr, !hidden)}
      : copy
  }

  return walk(root, false)
}
