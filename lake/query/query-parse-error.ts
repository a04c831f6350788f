/** A query that is not GROQ. */
export class QueryParseError extends Error {
  readonly query: string
  readonly start: number
  constructor(query: string, start: number, message: string) {
    super(message)
    this.name = 'QueryParseError'
    this.query = query
    this.start = start
  }
}
