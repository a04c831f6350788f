/**
 * Mails that come back, for trying: what a mail service would write about a mail of the outbox. Sent by
 * real SMTP to the server's own port for returns, where they are read like anybody's.
 */
import {smtpTransport} from '../mail/smtp-transport.ts'
import {parseSmtpUrl} from '../mail/smtp-url.ts'
import type {OutboxMail} from './entry.ts'

/** `bounce`: there is no such mailbox; `complaint`: its reader pressed "spam"; `leave`: List-Unsubscribe by mail. */
export const RETURN_KINDS = ['bounce', 'complaint', 'leave'] as const
export type ReturnKind = (typeof RETURN_KINDS)[number]

interface GivenBack {
  readonly to: string
  readonly lines: readonly string[]
}

const BOUNDARY = 'the-way-back'

const headerOf = ({raw}: OutboxMail): string => raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''

const leaveAddress = ({headers}: OutboxMail): string | undefined => {
  const field = headers.find(({name}) => name.toLowerCase() === 'list-unsubscribe')
  return /<mailto:([^?>\s]+)/.exec(field?.value ?? '')?.[1]
}

/** Whether it is a mail to a list, which is what returns are about. */
export const canBeGivenBack = (mail: OutboxMail): boolean =>
  mail.envelope.from !== '' && leaveAddress(mail) !== undefined

/** A report in three parts (RFC 6522): for people, for machines, and the header of the mail it is about. */
const report = (
  mail: OutboxMail,
  {
    type,
    subject,
    words,
    fields,
  }: {
    readonly type: string
    readonly subject: string
    readonly words: string
    readonly fields: readonly string[]
  },
): GivenBack => ({
  to: mail.envelope.from,
  lines: [
    'From: Mail Delivery System <mailer-daemon@localhost>',
    `To: <${mail.envelope.from}>`,
    `Subject: ${subject}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/plain',
    '',
    words,
    `--${BOUNDARY}`,
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/rfc822-headers',
    '',
    headerOf(mail),
    '',
    `--${BOUNDARY}--`,
    '',
  ],
})

const WRITERS: Readonly<Record<ReturnKind, (mail: OutboxMail) => GivenBack>> = {
  // RFC 3464
  bounce: (mail) =>
    report(mail, {
      type: 'delivery-status',
      subject: 'Undelivered Mail Returned to Sender',
      words: 'There is no such mailbox here.',
      fields: [
        'Reporting-MTA: dns; localhost',
        '',
        `Final-Recipient: rfc822; ${mail.envelope.to[0] ?? ''}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      ],
    }),
  // RFC 5965
  complaint: (mail) =>
    report(mail, {
      type: 'feedback-report',
      subject: 'A reader reports a mail as spam',
      words: 'This is an email abuse report.',
      fields: ['Feedback-Type: abuse', 'User-Agent: outbox', 'Version: 1'],
    }),
  leave: (mail) => ({
    to: leaveAddress(mail) ?? '',
    lines: [`From: <${mail.envelope.to[0] ?? ''}>`, 'Subject: unsubscribe', '', ''],
  }),
}

/** `returnsUrl`: `smtp://…` of the port for returns. Gives what was answered there; never rejects. */
export const giveBack = async (
  mail: OutboxMail,
  kind: ReturnKind,
  returnsUrl: string,
): Promise<string> => {
  const {to, lines} = WRITERS[kind](mail)
  // the port is our own, whatever address it is reached by
  const transport = smtpTransport({settings: {...parseSmtpUrl(returnsUrl), isLoopback: true}})
  try {
    const raw = Buffer.from(lines.join('\r\n'), 'latin1')
    const sent = await transport.send({envelope: {from: '', to}, raw})
    return sent.state === 'sent' ? sent.response : sent.message
  } finally {
    await transport.close()
  }
}
