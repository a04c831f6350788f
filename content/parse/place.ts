/** Where in a document a reader stands, and where it reports what it finds wrong. */
import type {Problem} from '../../errors.ts'
import {isObject} from '../json-object.ts'
import type {ProblemCode} from '../problem-codes.ts'

const KEY = /^[A-Za-z0-9_-]{1,64}$/

/** How a field is written after what is before it. */
const joined = (before: string, name: string): string =>
  before === '' ? name : `${before}.${name}`

/** How an item is told apart: by its `_key` when it has one, by its position when not. */
const itemStep = (item: unknown, index: number): string => {
  const key = isObject(item) ? item['_key'] : undefined
  return typeof key === 'string' && KEY.test(key) ? `[_key=="${key}"]` : `[${index}]`
}

/** In place of a field's name: an item of a list. */
const ITEM = Symbol('item')

export class Place {
  readonly documentId: string
  /** Position in the array when this is an item, from 0. */
  readonly index: number
  readonly #problems: Problem[]
  readonly #parent: Place | undefined
  readonly #step: string | typeof ITEM | undefined
  readonly #item: unknown

  constructor(
    documentId: string,
    problems: Problem[],
    parent?: Place,
    step?: string | typeof ITEM,
    index = 0,
    item?: unknown,
  ) {
    this.documentId = documentId
    this.index = index
    this.#problems = problems
    this.#parent = parent
    this.#step = step
    this.#item = item
  }

  /** Sanity path syntax: `sections[_key=="x"].body[3]`. Written only when it is asked for: most places are fine. */
  get path(): string {
    const before = this.#parent?.path ?? ''
    if (this.#step === undefined) return before
    if (this.#step === ITEM) return `${before}${itemStep(this.#item, this.index)}`
    return joined(before, this.#step)
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

  item(value: unknown, index: number): Place {
    return new Place(this.documentId, this.#problems, this, ITEM, index, value)
  }

  /** The same place, deaf: for reading stand-ins of what was already reported. */
  silent(): Place {
    return new Place(this.documentId, [], this, undefined, this.index)
  }
}
