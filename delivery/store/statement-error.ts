/** What the database refused, as it crosses from the thread or the process that owns the database. */
export interface Failure {
  readonly message: string
  /** SQLSTATE, when the database said it. */
  readonly code?: string
  readonly detail?: string
  readonly constraint?: string
}

/** With its SQLSTATE as `code`, as the driver of PostgreSQL says it. */
export class StatementError extends Error {
  readonly code: string | undefined
  readonly detail: string | undefined
  readonly constraint: string | undefined
  constructor({message, code, detail, constraint}: Failure) {
    super(message)
    this.name = 'StatementError'
    this.code = code
    this.detail = detail
    this.constraint = constraint
  }
}

const text = (error: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}

export const failureOf = (error: unknown): Failure => {
  if (!(error instanceof Error)) return {message: String(error)}
  const [code, detail, constraint] = ['code', 'detail', 'constraint'].map((n) => text(error, n))
  return {
    message: error.message,
    ...(code !== undefined && {code}),
    ...(detail !== undefined && {detail}),
    ...(constraint !== undefined && {constraint}),
  }
}
