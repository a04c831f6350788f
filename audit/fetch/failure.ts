/** Why there is no page to read. Thrown inside this room only; the auditor makes a verdict of it. */
export class FetchFailure extends Error {
  readonly verdict: 'unreachable' | 'refused'
  constructor(verdict: FetchFailure['verdict'], message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'FetchFailure'
    this.verdict = verdict
  }
}

export const unreachable = (message: string, cause?: unknown): FetchFailure =>
  new FetchFailure('unreachable', message, cause)

/** Codes of Node's network errors, in words. */
const WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody vouches for its certificate',
  EAI_AGAIN: 'its name could not be looked up just now',
  ECONNREFUSED: 'nothing answers at its address',
  ECONNRESET: 'it broke the connection off',
  EHOSTUNREACH: 'there is no way to its address',
  ENETUNREACH: 'there is no way to its address',
  ENOTFOUND: 'there is no host of that name',
  EPROTO: 'it does not speak HTTPS as it should',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  ETIMEDOUT: 'it did not answer in time',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody vouches for its certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody vouches for its certificate',
}

export const asFailure = (error: unknown): FetchFailure => {
  if (error instanceof FetchFailure) return error
  if (!(error instanceof Error)) return unreachable(String(error))
  // the reason of an aborted request, or of the lookup before it
  if (error.cause instanceof FetchFailure) return error.cause
  const code = 'code' in error ? String(error.code) : ''
  const isTimeout = error.name === 'TimeoutError' || error.name === 'AbortError'
  return unreachable(
    WORDS[isTimeout ? 'ETIMEDOUT' : code] ?? (error.message === '' ? code : error.message),
    error,
  )
}
