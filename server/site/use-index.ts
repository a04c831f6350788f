/** The reverse index: which articles were made of a document. Filled as articles are read. */
export class UseIndex {
  readonly #uses = new Map<string, ReadonlySet<string>>()
  readonly #users = new Map<string, Set<string>>()

  add(articleId: string, uses: ReadonlySet<string>): void {
    this.drop([articleId])
    this.#uses.set(articleId, uses)
    for (const id of uses) {
      const users = this.#users.get(id)
      if (users === undefined) this.#users.set(id, new Set([articleId]))
      else users.add(articleId)
    }
  }

  has(articleId: string): boolean {
    return this.#uses.has(articleId)
  }

  /** Of the articles read so far, those that a change of the documents may change. */
  usersOf(ids: Iterable<string>): ReadonlySet<string> {
    const users = new Set<string>()
    for (const id of ids) {
      for (const user of this.#users.get(id) ?? []) users.add(user)
    }
    return users
  }

  /** Of those articles nothing is known until they are read again. */
  drop(articleIds: Iterable<string>): void {
    for (const articleId of articleIds) {
      for (const id of this.#uses.get(articleId) ?? []) this.#users.get(id)?.delete(articleId)
      this.#uses.delete(articleId)
    }
  }
}
