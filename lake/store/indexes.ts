/** What finds documents without reading them all: by type, by what they share an id with, by what they refer to. */
import type {LakeDocument} from '../document.ts'
import {publishedId} from '../ids.ts'
import {type References, referencesOf} from '../references.ts'

const NONE: ReadonlySet<string> = new Set()
const NO_REFERRERS: References = new Map()

const add = (index: Map<string, Set<string>>, key: string, id: string): void => {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, new Set([id]))
  else ids.add(id)
}

const remove = (index: Map<string, Set<string>>, key: string, id: string): void => {
  const ids = index.get(key)
  ids?.delete(id)
  if (ids?.size === 0) index.delete(key)
}

export class Indexes {
  readonly #byType = new Map<string, Set<string>>()
  readonly #byGroup = new Map<string, Set<string>>()
  /** Target id to the ids that refer to it, strongly or not. */
  readonly #referrers = new Map<string, Map<string, boolean>>()

  /** `before` undefined: created. `after` undefined: deleted. */
  replace(before: LakeDocument | undefined, after: LakeDocument | undefined): void {
    if (before !== undefined) this.#remove(before, after)
    if (after !== undefined) this.#add(after, before)
  }

  ofType(type: string): ReadonlySet<string> {
    return this.#byType.get(type) ?? NONE
  }

  /** A published document, its draft and its versions. */
  ofGroup(id: string): ReadonlySet<string> {
    return this.#byGroup.get(publishedId(id)) ?? NONE
  }

  referrers(target: string): References {
    return this.#referrers.get(target) ?? NO_REFERRERS
  }

  #remove(document: LakeDocument, next: LakeDocument | undefined): void {
    const {_id: id, _type: type} = document
    if (next?._type !== type) remove(this.#byType, type, id)
    if (next === undefined) remove(this.#byGroup, publishedId(id), id)
    for (const target of referencesOf(document).keys()) {
      const referrers = this.#referrers.get(target)
      referrers?.delete(id)
      if (referrers?.size === 0) this.#referrers.delete(target)
    }
  }

  #add(document: LakeDocument, previous: LakeDocument | undefined): void {
    const {_id: id, _type: type} = document
    if (previous?._type !== type) add(this.#byType, type, id)
    if (previous === undefined) add(this.#byGroup, publishedId(id), id)
    for (const [target, strong] of referencesOf(document)) {
      const referrers = this.#referrers.get(target)
      if (referrers === undefined) this.#referrers.set(target, new Map([[id, strong]]))
      else referrers.set(id, strong)
    }
  }
}
