/**
 * Rewrites `*[…]` so that it reads only documents that an index knows. `*[_type == $t && …]`
 * becomes `lookup[_type == $t && …]`: the filter stays as it is, so an index can only save work,
 * never change an answer.
 */
import type {ExprNode} from 'groq-js'
import {ALL, FOUND, LOOKUP, type LookupKind, OR, VALUE_END} from './lookup.ts'

const value = (data: string): ExprNode => ({type: 'Value', value: data})

const plus = (left: ExprNode, right: ExprNode): ExprNode => ({type: 'OpCall', op: '+', left, right})

const coalesce = (...args: ExprNode[]): ExprNode => ({
  type: 'FuncCall',
  namespace: 'global',
  name: 'coalesce',
  args,
})

/** An expression for a lookup's text; null when the value is of another kind than expected. */
interface Lookup {
  readonly kind: LookupKind
  readonly expression: ExprNode
}

/** Best first: how few documents a lookup leaves. */
const RANK: Readonly<Record<LookupKind, number>> = {id: 0, versions: 1, references: 2, type: 3}

/**
 * The same value, evaluated outside the filter: undefined when it depends on the document.
 * `outer` false: what `^` means outside is not known.
 */
const lift = (node: ExprNode, outer: boolean): ExprNode | undefined => {
  if (node.type === 'Value' || node.type === 'Parameter') return node
  if (node.type === 'Group') return lift(node.base, outer)
  if (node.type === 'Parent' && outer) {
    return node.n === 1 ? {type: 'This'} : {...node, n: node.n - 1}
  }
  if (node.type === 'AccessAttribute' && node.base !== undefined) {
    const base = lift(node.base, outer)
    return base === undefined ? undefined : {...node, base}
  }
  if (node.type === 'OpCall' && node.op === '+') {
    const left = lift(node.left, outer)
    const right = lift(node.right, outer)
    return left === undefined || right === undefined ? undefined : {...node, left, right}
  }
  if (node.type === 'ArrayCoerce') {
    const base = lift(node.base, outer)
    return base === undefined ? undefined : {...node, base}
  }
  if (node.type === 'Array') {
    const elements = node.elements.flatMap((element) => {
      const lifted = lift(element.value, outer)
      return lifted === undefined ? [] : {...element, value: lifted}
    })
    return elements.length === node.elements.length ? {...node, elements} : undefined
  }
  return undefined
}

const one = (kind: LookupKind, wanted: ExprNode): Lookup => ({
  kind,
  // what is not a text equals no id and no type
  expression: coalesce(plus(value(`${kind}:`), wanted), value(`${kind}:`)),
})

const joined = (wanted: ExprNode): ExprNode => ({
  type: 'FuncCall',
  namespace: 'array',
  name: 'join',
  args: [wanted, value(VALUE_END)],
})

/** A list that holds other things than texts cannot be looked up: null. */
const many = (kind: LookupKind, wanted: ExprNode): Lookup => ({
  kind,
  expression: plus(value(`${kind}:`), joined(wanted)),
})

const oneOrMany = (kind: LookupKind, wanted: ExprNode): Lookup => ({
  kind,
  expression: coalesce(plus(value(`${kind}:`), wanted), many(kind, wanted).expression),
})

const KIND_OF_FIELD: Readonly<Record<string, LookupKind>> = {_id: 'id', _type: 'type'}

const fieldKind = (node: ExprNode): LookupKind | undefined => {
  if (node.type === 'Group') return fieldKind(node.base)
  return node.type === 'AccessAttribute' && node.base === undefined
    ? KIND_OF_FIELD[node.name]
    : undefined
}

const ofComparison = (
  node: Extract<ExprNode, {type: 'OpCall'}>,
  outer: boolean,
): readonly Lookup[] => {
  if (node.op === '==') {
    const sides = [
      [node.left, node.right],
      [node.right, node.left],
    ] as const
    return sides.flatMap(([attribute, other]) => {
      const kind = fieldKind(attribute)
      const wanted = lift(other, outer)
      return kind === undefined || wanted === undefined ? [] : one(kind, wanted)
    })
  }
  if (node.op !== 'in') return []
  const kind = fieldKind(node.left)
  const wanted = lift(node.right, outer)
  return kind === undefined || wanted === undefined ? [] : [many(kind, wanted)]
}

const ofCall = (node: Extract<ExprNode, {type: 'FuncCall'}>, outer: boolean): readonly Lookup[] => {
  const [argument] = node.args
  const wanted = argument === undefined || node.args.length > 1 ? undefined : lift(argument, outer)
  if (wanted === undefined) return []
  if (node.namespace === 'global' && node.name === 'references') {
    return [oneOrMany('references', wanted)]
  }
  if (node.namespace === 'sanity' && node.name === 'versionOf') return [one('versions', wanted)]
  return []
}

/** The lookups whose documents together hold every match; empty: all documents must be read. */
const lookupsOf = (filter: ExprNode, outer: boolean): readonly Lookup[] => {
  switch (filter.type) {
    case 'Group':
      return lookupsOf(filter.base, outer)
    case 'And': {
      const sides = [lookupsOf(filter.left, outer), lookupsOf(filter.right, outer)]
      const worst = (side: readonly Lookup[]): number =>
        Math.max(...side.map(({kind}) => RANK[kind]))
      return sides.filter((side) => side.length > 0).sort((a, b) => worst(a) - worst(b))[0] ?? []
    }
    case 'Or': {
      const left = lookupsOf(filter.left, outer)
      const right = lookupsOf(filter.right, outer)
      return left.length === 0 || right.length === 0 ? [] : [...left, ...right]
    }
    case 'OpCall':
      return ofComparison(filter, outer).slice(0, 1)
    case 'FuncCall':
      return ofCall(filter, outer)
    default:
      return []
  }
}

const lookup = (wanted: ExprNode): ExprNode => ({
  type: 'AccessAttribute',
  name: FOUND,
  base: {
    type: 'Deref',
    base: {
      type: 'Object',
      attributes: [
        {type: 'ObjectAttributeValue', name: '_ref', value: plus(value(LOOKUP), wanted)},
      ],
    },
  },
})

/** `*` itself: read only when a query comes to it. */
export const everything: ExprNode = lookup(value(ALL))

/**
 * What a filter over `*` may read instead of `*`. `outer` says whether `^` in the filter is what
 * surrounds it.
 */
export const narrowed = (filter: ExprNode, outer: boolean): ExprNode => {
  const lookups = lookupsOf(filter, outer)
  const [first, ...others] = lookups.map(({expression}) => expression)
  if (first === undefined) return everything
  return coalesce(
    lookup(others.reduce((left, right) => plus(plus(left, value(OR)), right), first)),
    everything,
  )
}
