import type {Doc} from './lake.ts'

/** One rule: a change to a whole, valid document, and what the editor is told about it. */
export interface Case {
  readonly rule: string
  /** The type whose whole document is changed. */
  readonly of: string
  readonly bad: Readonly<Record<string, unknown>>
  /** A second, passing change; without it the whole document is the passing one. */
  readonly good?: Readonly<Record<string, unknown>>
  /** Where it is said: `helplines[].topic`; empty for the document. */
  readonly at: string
  readonly says: string
  readonly level?: 'warning'
  /** Also in the dataset. */
  readonly beside?: readonly Doc[]
}
