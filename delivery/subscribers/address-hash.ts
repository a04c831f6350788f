/** Recognises an address without keeping it. */
import {createHmac} from 'node:crypto'
import type {SubscriberChannel} from '../store/schema.ts'

/** Of a channel and an address key; without the secret nobody can try addresses against it. */
export type AddressHash = (channel: SubscriberChannel, key: string) => string

export const addressHash =
  (secret: string): AddressHash =>
  (channel, key) =>
    createHmac('sha256', secret).update(`throwline address\0${channel}\0${key}`).digest('base64url')

/** Of a network address that consented: enough to answer "was it I?", and not to find anybody by. */
export const networkHash = (secret: string, address: string): string =>
  createHmac('sha256', secret).update(`throwline network\0${address}`).digest('base64url')
