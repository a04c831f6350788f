/** One thing wrong, and the problem that names it. */
import {block, type RawDocument, section} from '../documents.ts'

export type Row = readonly [what: string, documents: readonly RawDocument[], expected: string]

/** The dataset's section with these blocks. */
export const body = (...nodes: readonly unknown[]): readonly RawDocument[] => [
  section({body: nodes}),
]

export const spanWith = (text: string): readonly RawDocument[] => body(block(text))
