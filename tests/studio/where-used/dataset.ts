/** Documents of the example, drafts and all, and a dataset that answers GROQ about them. */
import {evaluate, parse} from 'groq-js'
import {documents} from '../../../examples/dataset.ts'
import {type Stored, storedOf} from '../../../studio/where-used/stored.ts'
import type {Ask} from '../../../studio/where-used/load.ts'

export type Document = Readonly<Record<string, unknown>> & {
  readonly _id: string
  readonly _type: string
}

export const example: readonly Document[] = documents

/** As the service stores it. */
export const stored = (list: readonly Document[]): readonly Stored[] =>
  storedOf(list.map((document, index) => ({_rev: `r${index}`, ...document})))

export const askAbout =
  (list: readonly Document[]): Ask =>
  async (query, params) => {
    const dataset = list.map((document, index) => ({_rev: `r${index}`, ...document}))
    const tree = parse(query, {params: {...params}})
    const value = await evaluate(tree, {dataset, params: {...params}})
    const answer: unknown = await value.get()
    return answer
  }

export const ref = (id: string) => ({_type: 'reference', _ref: id})
