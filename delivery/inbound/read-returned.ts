/**
 * What a mail that came back says. Pure: storing it is the caller's. Nothing is believed without a
 * token of our own, so nobody can have another person unsubscribed or suppressed by a forged report.
 */
import type {Tokens} from '../links/tokens.ts'
import {dsnReading, plainReading} from './bounce.ts'
import {complaintReading} from './complaint.ts'
import {openMail} from './open-mail.ts'
import {bouncedDelivery, deliveryOf, leavingSubscriber} from './tokens-in.ts'

export type Returned =
  | {
      readonly kind: 'bounce'
      readonly deliveryId: number
      /** Suppress the address. */
      readonly isHard: boolean
      /** RFC 3463, or empty. */
      readonly status: string
      readonly diagnostic: string
    }
  | {readonly kind: 'complaint'; readonly deliveryId: number; readonly feedback: string}
  /** A mail to the address of List-Unsubscribe: unsubscribe at once. */
  | {readonly kind: 'leave'; readonly subscriberId: number}
  | {readonly kind: 'ignored'; readonly reason: string}
  /** Not even read. */
  | {readonly kind: 'refused'; readonly reason: string}

export interface ReturnedMail {
  readonly raw: Uint8Array
  /** From the envelope, where it is known; else the header's are taken. */
  readonly recipients?: readonly string[]
  readonly tokens: Tokens
}

const ignored = (reason: string): Returned => Object.freeze({kind: 'ignored', reason})

/** Never rejects. */
export const readReturned = async ({raw, recipients, tokens}: ReturnedMail): Promise<Returned> => {
  const opened = await openMail(raw)
  if (opened.state === 'refused') return Object.freeze({kind: 'refused', reason: opened.reason})
  const {mail} = opened
  const to = (recipients ?? mail.recipients).join('\n')

  const subscriberId = leavingSubscriber(tokens, to)
  if (subscriberId !== undefined) return Object.freeze({kind: 'leave', subscriberId})

  const complaint = complaintReading(mail)
  if (complaint === 'passing') return ignored('The reader says that it is no spam.')
  if (complaint !== undefined) {
    const deliveryId = deliveryOf(tokens, complaint.about) ?? bouncedDelivery(tokens, to)
    if (deliveryId === undefined) return ignored('The complaint is about no mail of ours.')
    return Object.freeze({kind: 'complaint', deliveryId, feedback: complaint.feedback})
  }

  const originals = mail.parts.map(({content}) => content).join('\n')
  const verp = bouncedDelivery(tokens, to)
  const report = dsnReading(mail)
  const deliveryId = verp ?? (report === undefined ? undefined : deliveryOf(tokens, originals))
  if (deliveryId === undefined) return ignored('It is about no mail of ours.')
  const bounce = report ?? plainReading(mail)
  if (bounce === 'passing') return ignored('It names no lasting failure.')
  return Object.freeze({kind: 'bounce', deliveryId, ...bounce})
}
