/** The outbox as the server shows it: a catch-all for mail and text messages, when there is no other way out. */
import {canBeGivenBack, giveBack, RETURN_KINDS} from '../../delivery/outbox/give-back.ts'
import {type Outbox, openOutbox} from '../../delivery/outbox/outbox.ts'
import type {OutboxEntry, OutboxMail, OutboxSms} from '../../delivery/outbox/entry.ts'
import type {CaughtMail, CaughtText, Mailbox} from '../../server/outbox/mailbox.ts'

/** Entries shown; the outbox itself keeps more. */
const SHOWN = 200

const caughtMail = (mail: OutboxMail): CaughtMail => ({
  id: mail.id,
  at: new Date(mail.at),
  from: mail.from,
  to: mail.envelope.to.join(', '),
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  returns: canBeGivenBack(mail) ? RETURN_KINDS : [],
  source: mail.raw.toString('utf8'),
})

const caughtText = ({id, at, number, text, direction}: OutboxSms): CaughtText => ({
  id,
  at: new Date(at),
  to: number,
  text,
  isAnswer: direction === 'in',
})

const isMail = (entry: OutboxEntry): entry is OutboxMail => entry.kind === 'mail'
const isText = (entry: OutboxEntry): entry is OutboxSms => entry.kind === 'sms'

/** `250 2.0.0 bounced: …` without what is for machines. */
const words = (answer: string): string => answer.replace(/^\d{3} (?:\d\.\d\.\d )?/, '')

/** `returnsUrl`: where mail that comes back is taken; without it nothing can be given back. */
export const mailboxOf = (outbox: Outbox, returnsUrl?: string): Mailbox => ({
  mails: async () => (await outbox.list({limit: SHOWN})).filter(isMail).map(caughtMail),
  mail: async (id) => {
    const entry = await outbox.read(id)
    return entry?.kind === 'mail' ? caughtMail(entry) : undefined
  },
  giveBack: async (id, name) => {
    const entry = await outbox.read(id)
    const kind = RETURN_KINDS.find((each) => each === name)
    if (entry?.kind !== 'mail' || kind === undefined || returnsUrl === undefined) return undefined
    if (!canBeGivenBack(entry)) return undefined
    return words(await giveBack(entry, kind, returnsUrl))
  },
  texts: async () => (await outbox.list({limit: SHOWN})).filter(isText).map(caughtText),
  answer: (number, text) => outbox.answer({number, text}),
  take: async (message) => {
    const sent = await outbox.sms.send(message)
    return sent.state === 'sent' ? sent.providerId : undefined
  },
})

export const openOutboxIn = (folder: string): Promise<Outbox> => openOutbox({folder})
