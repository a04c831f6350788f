/** Why a message was not taken, in words for the operator and the partner; no address is in them. */
export class DeliveryFailure extends Error {
  /** The other side says that nothing is to come any more. */
  readonly isGone: boolean
  constructor(message: string, isGone = false) {
    super(message)
    this.name = 'DeliveryFailure'
    this.isGone = isGone
  }
}

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  // several addresses were tried: the first says enough
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Of a connection, or of a name that could not be looked up. */
export const asDeliveryFailure = (error: unknown): DeliveryFailure => {
  if (error instanceof DeliveryFailure) return error
  return new DeliveryFailure(`no connection (${codeOf(error) ?? 'unknown reason'})`)
}
