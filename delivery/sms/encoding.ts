/** From a text to the octets of one short message. */
import {encode} from '../../verification/sms/decode.ts'
import type {SentFailed} from '../sent.ts'

export interface ShortMessage {
  /** SMPP 3.4 5.2.19: 0 the SMSC's default alphabet, GSM 7-bit, a septet an octet; 8 UCS-2. */
  readonly dataCoding: 0 | 8
  readonly octets: Buffer
  /** Septets or UCS-2 units. */
  readonly units: number
}

const CAPACITY = {gsm7: 160, ucs2: 70} as const
const DATA_CODING = {gsm7: 0, ucs2: 8} as const

interface TooLong {
  readonly units: number
  readonly capacity: number
}

/** One message or none: a text that would take two is `TooLong`, never cut and never joined from parts. */
export const shortMessage = (text: string): ShortMessage | TooLong => {
  const {encoding, hex, units} = encode(text)
  const capacity = CAPACITY[encoding]
  if (units > capacity) return Object.freeze({units, capacity})
  const octets = Buffer.from(hex, 'hex')
  return Object.freeze({dataCoding: DATA_CODING[encoding], octets, units})
}

export const tooLong = ({units, capacity}: TooLong): SentFailed =>
  Object.freeze({
    state: 'failed',
    code: 'SMS_TOO_LONG',
    message: `The text takes ${units} units, and one SMS holds ${capacity}.`,
    isPermanent: true,
  })
