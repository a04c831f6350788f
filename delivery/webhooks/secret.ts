/**
 * The secret that a partner checks signatures with. It is needed in the clear for each message, so it is
 * kept sealed: the database alone gives it to nobody.
 */
import {randomBytes} from 'node:crypto'
import {createSeal} from '../links/sealed.ts'
import {StoreError} from '../../errors.ts'

/** What one seal takes, and within what Standard Webhooks asks for (24 to 64). */
const OCTETS = 32
const TAG = 16

export interface WebhookSecrets {
  make(): {readonly secret: string; readonly sealed: string}
  /** `whsec_…`. Throws StoreError STORE_SECRET_CHANGED for what another secret has sealed. */
  open(sealed: string): string
}

/** `secret`: the installation's. */
export const webhookSecrets = (secret: string): WebhookSecrets => {
  const seal = createSeal({secret, purpose: 'webhook secret', tagLength: TAG})
  return Object.freeze({
    make: () => {
      const plain = randomBytes(OCTETS)
      return {
        secret: `whsec_${plain.toString('base64')}`,
        sealed: seal.close(plain).toString('base64url'),
      }
    },
    open: (sealed: string) => {
      const plain = seal.open(Buffer.from(sealed, 'base64url'))
      if (plain !== undefined) return `whsec_${plain.toString('base64')}`
      throw new StoreError(
        'STORE_SECRET_CHANGED',
        'The secret of a webhook was sealed with another THROWLINE_SECRET. Set the one that was used before, or make a new secret with "throwline partners webhook PARTNER set URL --new-secret".',
      )
    },
  })
}
