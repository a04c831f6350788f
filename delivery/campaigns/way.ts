/** How one delivery leaves: a transport, and the message for it. */
import type {MailTransport, OutgoingMail} from '../mail/transport.ts'
import type {Sent} from '../sent.ts'
import type {OutgoingSms, SmsTransport} from '../sms/transport.ts'
import type {Delivery} from './claim.ts'

export interface Way {
  /** Of its token bucket. */
  readonly name: string
  /** Texts ring. */
  readonly keepsQuietHours: boolean
  send(delivery: Delivery): Promise<Sent & {readonly providerId?: string}>
}

type MessageFor<Message> = (delivery: Delivery) => Message | Promise<Message>

/** Rejects, and so ends the run, when there is no message: that is a fault of ours, not of a network. */
export const mailWay = (transport: MailTransport, messageFor: MessageFor<OutgoingMail>): Way => ({
  name: transport.name,
  keepsQuietHours: false,
  send: async (delivery) => transport.send(await messageFor(delivery)),
})

export const smsWay = (transport: SmsTransport, messageFor: MessageFor<OutgoingSms>): Way => ({
  name: transport.name,
  keepsQuietHours: true,
  send: async (delivery) => transport.send(await messageFor(delivery)),
})
