/** Where in a document a reader stands, and where it reports what it finds wrong. */
import type {Problem} from '../../errors.ts'
import {isObject} from '../json-object.ts'
import type {ProblemCode} from '../problem-codes.ts'

const KEY = /^[A-Za-z0-9_-]{1,64}$/
const NAME = /^[A-Za-z_]\w*$/

export class Place {
  readonly documentId: string
  /** Sanity path syntax: `sections[_key=="x"].body[3]`. */
  readonly path: string
  /** Position in the array when this is an item, from 0. */
  readonly index: number
  readonly #problems: Problem[]

  constructor(documentId: string, problems: Problem[], path = '', index = 0) {
    this.documentId = documentId
    this.path = path
    this.index = index
    this.#problems = problems
  }

  /** `message` says what is wrong, then what to do about it. */
  report(code: ProblemCode, message: string): void {
    this.#problems.push({documentId: this.documentId, path: this.path, code, message})
  }

  adopt(problem: Problem): void {
    this.#problems.push(problem)
  }

  field(name: string): Place {
    const step = NAME.test(name) ? name : `[${JSON.stringify(name)}]`
    const path = this.path === '' ? step : `${this.path}.${step}`
    return new Place(this.documentId, this.#problems, path)
  }

  /** An item of an array: by its `_key` when it has one, by its position when not. */
  item(value: unknown, index: number): Place {
    const key = isObject(value) ? value['_key'] : undefined
    const step = typeof key === 'string' && KEY.test(key) ? `_key=="${key}"` : String(index)
    return new Place(this.documentId, this.#problems, `${this.path}[${step}]`, index)
  }

  /** The same place, deaf: for reading stand-ins of what was already reported. */
  silent(): Place {
    return new Place(this.documentId, [], this.path, this.index)
  }
}
