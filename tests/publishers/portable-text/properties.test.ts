/**
 * Our serializer against toHTML on arbitrary nodes: the same octets, the same calls of components in
 * the same order with the same arguments, the same reports of what has none, and a throw for a throw.
 */
import {isDeepStrictEqual} from 'node:util'
import {toHTML} from '@portabletext/to-html'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {toHtml} from '../../../publishers/html/portable-text/serializer.ts'
import {type Child, isBlock, isSpan} from '../../../publishers/html/portable-text/nodes.ts'
import {portableText} from './arbitrary.ts'
import {LOOKS} from './looks.ts'
import {type Components, type ToHtml, traced} from './trace.ts'

const RUNS = 1500

/** A text on which the two differ, and how. */
const difference = (ours: ToHtml, components: Components): unknown => {
  const result = fc.check(
    fc.property(portableText, (nodes) =>
      isDeepStrictEqual(traced(ours, nodes, components), traced(toHTML, nodes, components)),
    ),
    {numRuns: RUNS, seed: 6},
  )
  if (result.counterexample === null) return undefined
  const [nodes] = result.counterexample
  return {
    nodes,
    ours: traced(ours, nodes, components),
    theirs: traced(toHTML, nodes, components),
  }
}

describe('on nodes of every kind', () => {
  test.each(Object.entries(LOOKS))('toHTML and ours agree with components: %s', (_, components) => {
    expect(difference(toHtml, components)).toBeUndefined()
  })
})

/** A span's first mark alone. */
const oneByOne = (child: Child): Child =>
  typeof child === 'object' && isSpan(child) && child.marks !== undefined
    ? {...child, marks: child.marks.toReversed().slice(0, 1)}
    : child

/** Serializers with one fault each. */
const FAULTY: Readonly<Record<string, ToHtml>> = {
  'loses line breaks': (nodes, {components, ...options}) =>
    toHtml(nodes, {...options, components: {...components, hardBreak: () => ''}}),
  'says nothing of what is missing': (nodes, options) =>
    toHtml(nodes, {...options, onMissingComponent: false}),
  'opens one mark only': (nodes, options) =>
    toHtml(
      nodes.map((node) =>
        isBlock(node) ? {...node, children: node.children.map(oneByOne)} : node,
      ),
      options,
    ),
  'forgets how deep items are': (nodes, options) =>
    toHtml(
      nodes.map((node) => (isBlock(node) ? {...node, level: 1} : node)),
      options,
    ),
  'tells no keys': (nodes, options) =>
    toHtml(
      nodes.map((node) => (isBlock(node) ? {...node, _key: 'k'} : node)),
      options,
    ),
  'counts from one': (nodes, options) => toHtml([{_type: 'nothing'}, ...nodes], options),
}

describe('the comparison', () => {
  const {recorded} = LOOKS
  test.each(Object.entries(FAULTY))('finds a serializer out that %s', (_, faulty) => {
    expect.assert(recorded !== undefined)
    expect(difference(faulty, recorded)).toBeDefined()
  })
})
