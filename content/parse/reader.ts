/**
 * Readers are total: each returns a value of its type even when it had to report a problem, so that
 * one pass finds everything that is wrong. A value read with problems is a stand-in and never leaves
 * `parsed()`.
 */
import type {Problem} from '../../errors.ts'
import {isObject, type JsonObject} from '../json-object.ts'
import {show} from './show.ts'
import {Place} from './place.ts'

export type Reader<T> = (value: unknown, place: Place) => T

/** A document of the model, or everything that is wrong with it. */
export type Result<T> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly problems: readonly Problem[]}

/** The only way out of a reader: a value read without a problem, or the problems. */
export const parsed = <T>(documentId: string, value: unknown, reader: Reader<T>): Result<T> => {
  const problems: Problem[] = []
  const result = reader(value, new Place(documentId, problems))
  if (problems.length === 0) return {ok: true, value: result}
  return {ok: false, problems: Object.freeze(problems)}
}

const KIND: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
])

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return KIND.get(typeof value) ?? 'an object'
}

export const reportType = (value: unknown, place: Place, expected: string): void =>
  place.report('WRONG_TYPE', `This is ${kindOf(value)}, not ${expected}. Enter ${expected}.`)

/** Sanity leaves out what is empty; writers past the Studio send null or an empty text. */
const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** The fields of one object. */
export class Fields {
  readonly place: Place
  readonly #object: JsonObject

  constructor(object: JsonObject, place: Place) {
    this.#object = object
    this.place = place
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.#object, name) ? this.#object[name] : undefined
  }

  whole(): JsonObject {
    return this.#object
  }

  required<T>(name: string, reader: Reader<T>): T {
    const value = this.raw(name)
    const place = this.place.field(name)
    if (!isAbsent(value)) return reader(value, place)
    place.report('MISSING', `${name} is missing. Fill it in.`)
    return reader(undefined, place.silent())
  }

  optional<T>(name: string, reader: Reader<T>): T | undefined {
    const value = this.raw(name)
    return isAbsent(value) ? undefined : reader(value, this.place.field(name))
  }
}

/** The object and the lists it holds; what those hold, readers have frozen before. */
const frozen = <T extends object>(built: T): T => {
  for (const name in built) {
    const value: unknown = built[name]
    if (Array.isArray(value) && !Object.isFrozen(value)) Object.freeze(value)
  }
  return Object.freeze(built)
}

export const object =
  <T extends object>(build: (fields: Fields) => T): Reader<T> =>
  (value, place) => {
    if (isObject(value)) return frozen(build(new Fields(value, place)))
    reportType(value, place, 'an object')
    return build(new Fields({}, place.silent()))
  }

export interface ListLimits {
  readonly min?: number
  readonly max?: number
}

/** Absent counts as empty when the field is read with `listOf`. */
export const array =
  <T>(
    item: Reader<T>,
    {min = 0, max = Number.POSITIVE_INFINITY}: ListLimits = {},
  ): Reader<readonly T[]> =>
  (value, place) => {
    if (!Array.isArray(value)) {
      reportType(value, place, 'a list')
      return []
    }
    if (value.length < min) {
      const more = min === 1 ? 'at least one item' : `at least ${min} items`
      place.report('MISSING', `The list has ${value.length} items. Add ${more}.`)
    }
    if (value.length > max) {
      place.report('TOO_MANY', `The list has ${value.length} items. Keep at most ${max}.`)
    }
    return Object.freeze(value.map((each: unknown, index) => item(each, place.item(each, index))))
  }

export const boolean: Reader<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value
  reportType(value, place, 'true or false')
  return false
}

export interface NumberLimits {
  readonly min: number
  readonly max: number
}

export const integer =
  ({min, max}: NumberLimits): Reader<number> =>
  (value, place) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      reportType(value, place, 'a whole number')
      return min
    }
    if (value < min || value > max) {
      place.report(
        'INVALID_FORMAT',
        `${value} is out of range. Enter a whole number from ${min} to ${max}.`,
      )
    }
    return value
  }

/** One of a table's values. */
export const oneOf =
  <T extends string>(values: readonly [T, ...T[]]): Reader<T> =>
  (value, place) => {
    const found = values.find((each) => each === value)
    if (found !== undefined) return found
    place.report(
      'UNKNOWN_VALUE',
      `${show(value)} is not a value of this field. Choose one of: ${values.join(', ')}.`,
    )
    return values[0]
  }
