/** Bounces: delivery status notifications (RFC 3464), and mails that only come back. */
import {fieldGroups, withoutType} from './fields.ts'
import {enhancedStatus, isDeadAddress} from './hard-status.ts'
import type {OpenedMail} from './open-mail.ts'

export interface BounceReading {
  /** The address itself is dead. */
  readonly isHard: boolean
  /** RFC 3463, or empty. */
  readonly status: string
  /** One line, shortened. */
  readonly diagnostic: string
}

const DIAGNOSTIC = 200

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, DIAGNOSTIC)

const reading = (status: string, diagnostic: string): BounceReading =>
  Object.freeze({
    isHard: isDeadAddress(status, diagnostic),
    status,
    diagnostic: oneLine(diagnostic),
  })

/**
 * `undefined` when it is no DSN; `passing` for one that says anything but failed: delayed, delivered,
 * relayed, expanded (2.3.3).
 */
export const dsnReading = ({parts}: OpenedMail): BounceReading | 'passing' | undefined => {
  const report = parts.find(({type}) =>
    ['message/delivery-status', 'message/global-delivery-status'].includes(type),
  )
  if (report === undefined) return undefined
  const failed = fieldGroups(report.content).find(
    (group) => group.get('action')?.toLowerCase().split(/\s/, 1)[0] === 'failed',
  )
  if (failed === undefined) return 'passing'
  const diagnostic = withoutType(failed.get('diagnostic-code') ?? '')
  const status = enhancedStatus(failed.get('status') ?? '') ?? ''
  // servers on the way say 5.0.0 and leave the reason to the text
  const exact = ['', '5.0.0'].includes(status) ? enhancedStatus(diagnostic) : undefined
  return reading(exact ?? status, diagnostic)
}

const MAILER = /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon)@/i

/**
 * A mail without a report that came to a bounce address. Holiday answers come there too: only what a
 * mail server wrote, or what names a failure's code, is a bounce.
 */
export const plainReading = (mail: OpenedMail): BounceReading | 'passing' => {
  const isAnswer =
    /^auto-replied/i.test(mail.header('auto-submitted')) ||
    mail.header('x-autoreply') !== '' ||
    mail.header('x-autorespond') !== '' ||
    /^auto_reply/i.test(mail.header('precedence'))
  const isMailer = MAILER.test(mail.from) || mail.header('return-path') === '<>'
  const text = `${mail.subject}\n${mail.text}`.slice(0, 20_000)
  const status = enhancedStatus(text) ?? ''
  if (status.startsWith('4') || status.startsWith('2')) return 'passing'
  if (!isMailer && (isAnswer || status === '')) return 'passing'
  const line = text.split('\n').find((each) => enhancedStatus(each) ?? /\b5\d\d\b/.exec(each)) ?? ''
  const found = reading(status, line === '' ? mail.subject : line)
  return status === '' ? Object.freeze({...found, isHard: isDeadAddress('', text)}) : found
}
