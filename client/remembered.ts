/** Answers kept with their ETags, so that what has not changed comes as a 304. */

export interface RememberedAnswer {
  readonly etag: string
  readonly body: string
}

export interface Remembered {
  get(url: string): RememberedAnswer | undefined
  set(url: string, answer: RememberedAnswer): void
}

/** Forgets what was not used for longest when more than `limit` characters are kept. */
export const remembered = (limit: number): Remembered => {
  const answers = new Map<string, RememberedAnswer>()
  let size = 0
  const forget = (url: string): void => {
    size -= answers.get(url)?.body.length ?? 0
    answers.delete(url)
  }
  return {
    get: (url) => {
      const answer = answers.get(url)
      if (answer !== undefined) {
        answers.delete(url)
        answers.set(url, answer)
      }
      return answer
    },
    set: (url, answer) => {
      forget(url)
      if (answer.body.length > limit) return
      answers.set(url, answer)
      size += answer.body.length
      for (const oldest of answers.keys()) {
        if (size <= limit) break
        forget(oldest)
      }
    },
  }
}
