/**
 * Signatures of Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over id, time and body, not older
 * than five minutes.
 */
import {Webhook} from 'standardwebhooks'

export interface SignedRequest {
  /** As it came, not parsed. */
  readonly body: string
  /** The header webhook-id, and the two others; empty when one is not there. */
  readonly id: string
  readonly timestamp: string
  readonly signature: string
}

/** By any of the secrets (`whsec_…`): while one takes the place of another, both count. */
export const isSignedBy = (
  secrets: readonly string[],
  {body, id, timestamp, signature}: SignedRequest,
): boolean => {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  }
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(body, headers, {jsonParse: false})
      return true
    } catch {
      return false
    }
  })
}
