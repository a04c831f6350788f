/** Where in a document a reader stands, and where it reports what it finds wrong. */
import type {Problem} from '../../errors.ts'
import {isObject} from '../json-object.ts'
import type {ProblemCode} from '../problem-codes.ts'

const KEY = /^[A-Za-z0-9_-]{1,64}$/

/** How one step is written after what is before it. */
const joined = (before: string, step: string): string =>
  before === '' || step.startsWith('[') ? `${before}${step}` : `${before}.${step}`

export class Place {
  readonly documentId: string
  /** Position in the array when this is an item, from 0. */
  readonly index: number
  readonly #problems: Problem[]
  readonly #parent: Place | undefined
  readonly #step: string | number | undefined

  constructor(
    documentId: string,
    problems: Problem[],
    parent?: Place,
    step?: string | number,
    index = 0,
  ) {
    this.documentId = documentId
    this.index = index
    this.#problems = problems
    this.#parent = parent
    this.#step = step
  }

  /** Sanity path syntax: `sections[_key=="x"].body[3]`. Written only when it is asked for: most places are fine. */
  get path(): string {
    const before = this.#parent?.path ?? ''
    const step = this.#step
    if (step === undefined) return before
    if (typeof step === 'number') return `${before}[${step}]`
    return joined(before, step)
  }

  /** `message` says what is wrong, then what to do about it. */
  report(code: ProblemCode, message: string): void {
    this.#problems.push({documentId: this.documentId, path: this.path, code, message})
  }

  adopt(problem: Problem): void {
    this.#problems.push(problem)
  }

  /** `name` is a name of the model, never one from a document. */
  field(name: string): Place {
    return new Place(this.documentId, this.#problems, this, name)
  }

  /** An item of an array: by its `_key` when it has one, by its position when not. */
  item(value: unknown, index: number): Place {
    const key = isObject(value) ? value['_key'] : undefined
    const step = typeof key === 'string' && KEY.test(key) ? `[_key=="${key}"]` : index
    return new Place(this.documentId, this.#problems, this, step, index)
  }

  /** The same place, deaf: for reading stand-ins of what was already reported. */
  silent(): Place {
    return new Place(this.documentId, [], this, undefined, this.index)
  }
}
