/** What a serializer does with a text: its HTML or that it throws, whom it called, what it missed. */
import {deserialize, serialize as octets} from 'node:v8'
import type {PortableTextComponents, toHTML} from '@portabletext/to-html'
import type {Node} from '../../../publishers/html/portable-text/nodes.ts'
import type {SerializerOptions} from '../../../publishers/html/portable-text/serializer.ts'

export type ToHtml = (nodes: Node[], options: SerializerOptions) => string

export interface Trace {
  readonly html: unknown
  readonly calls: readonly unknown[]
}

export type Components = (calls: unknown[]) => PortableTextComponents

/** Words of a TypeError are the engine's. */
const outcome = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? {thrown: error.name} : {thrown: typeof error}
  }
}

/** Each run gets nodes of its own: toHTML adds to lists that came with the input. */
export const traced = (
  toHtml: ToHtml | typeof toHTML,
  nodes: unknown,
  components: Components,
): Trace => {
  const own: Node[] = deserialize(octets(nodes))
  const calls: unknown[] = []
  const html = outcome(() =>
    toHtml(own, {
      components: components(calls),
      onMissingComponent: (...missing) => calls.push(missing),
    }),
  )
  return {html, calls}
}
