/** Whether a Sanity project has sent this: `sanity-webhook-signature: t=<milliseconds>,v1=<HMAC-SHA256>`. */
import {timingSafeEqual} from 'node:crypto'
import {decodeSignatureHeader, encodeSignatureHeader, isSignatureError} from '@sanity/webhook'

const isSame = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * How old it is does not matter: what it says is read again, never believed, so that one that is sent again
 * does nothing. The library's own check compares in a time that tells where two differ.
 */
export const isSanitySignature = async (
  body: string,
  header: string,
  secret: string,
): Promise<boolean> => {
  try {
    const {timestamp, hashedPayload} = decodeSignatureHeader(header)
    const wanted = await encodeSignatureHeader(body, timestamp, secret)
    return isSame(`t=${timestamp},v1=${hashedPayload}`, wanted)
  } catch (error) {
    if (isSignatureError(error)) return false
    throw error
  }
}
