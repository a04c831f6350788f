/** What the end of a try by SMTP means for the message (RFC 5321 4.2, RFC 3463). */
import type {NodemailerError} from 'nodemailer/lib/errors'
import {enhancedStatus, isDeadAddress} from '../inbound/hard-status.ts'
import type {Sent, SentFailed} from '../sent.ts'

/** What went wrong; most fields may be missing. */
export interface SmtpError {
  readonly message: string
  /** Of the system, or one of ours: EAUTH, ETLS, EMESSAGE, EENVELOPE. */
  readonly code?: string | undefined
  /** The server's whole reply. */
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
  /** What was answered: `CONN`, `STARTTLS`, `AUTH`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  readonly command?: string | undefined
}

export const LOST: SmtpError = {message: 'The server ended the connection.', code: 'ECONNECTION'}

export const SILENT: SmtpError = {message: 'The server says nothing.', code: 'ETIMEDOUT'}

export const OUT_OF_STEP: SmtpError = {message: 'The server answers what it was not asked.'}

/** What nodemailer's codes mean where the server has said nothing. */
const WORDS: ReadonlyMap<string | undefined, string> = new Map([
  ['ECONNECTION', LOST.message],
  ['EPROTOCOL', 'The server never ends its reply.'],
  ['ETIMEDOUT', SILENT.message],
])

/** Of an error of nodemailer's, whose own code hides the system's. */
export const smtpError = (error: NodemailerError): SmtpError => {
  const {code, originalCode, timeoutType, response, responseCode, command} = error
  const isTls = code === 'ETLS' || timeoutType === 'UPGRADE_TIMEOUT'
  // a refusal has the code of a fault of ours: EENVELOPE, EMESSAGE
  const isRefusal = response !== undefined && code !== 'EAUTH'
  return {
    message: response ?? WORDS.get(code) ?? error.message,
    code: isTls ? 'ETLS' : isRefusal ? undefined : (originalCode ?? code),
    response,
    responseCode,
    command,
  }
}

/** The ledger keeps a line, not a letter. */
const LONGEST = 300

const line = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST)

const THROTTLE_WORDS =
  /\b(?:rate|too many|too much|too fast|throttl\w*|unusual|exceeded|slow down|concurrent)\b/i

/** Gmail's code for too much at once, and RFC 3463's for a system that takes no more now. */
const THROTTLE_CODES: ReadonlySet<string> = new Set(['4.7.28', '4.3.2', '4.4.5', '4.5.3'])

/** Only the answer to RCPT is about the address; a message may be refused for what it holds. */
const isDead = ({command}: SmtpError, response: string): boolean =>
  command === 'RCPT TO' && isDeadAddress(enhancedStatus(response) ?? '', response)

const failed = (failure: Omit<SentFailed, 'state'>): SentFailed =>
  Object.freeze({state: 'failed', ...failure})

const deferred = (responseCode: number, response: string): SentFailed => {
  const isThrottled =
    responseCode === 421 ||
    THROTTLE_CODES.has(enhancedStatus(response) ?? '') ||
    THROTTLE_WORDS.test(response)
  const message = line(response)
  return isThrottled
    ? failed({code: 'MAIL_THROTTLED', message, isPermanent: false, isThrottled})
    : failed({code: 'MAIL_DEFERRED', message, isPermanent: false})
}

/** It is about us, not this reader: whoever sends mends it, and the reader still gets the mail. */
const senderRefused = (response: string): SentFailed =>
  failed({code: 'MAIL_SENDER_REFUSED', message: line(response), isPermanent: false})

/** The server answered, so what it did is known. */
const answered = (error: SmtpError, responseCode: number): SentFailed => {
  const response = error.response ?? error.message
  if (responseCode < 500) return deferred(responseCode, response)
  if (error.command === 'MAIL FROM') return senderRefused(response)
  // the session was in the wrong state, the message was not looked at
  if (responseCode === 503) return deferred(responseCode, response)
  return isDead(error, response)
    ? failed({
        code: 'MAIL_ADDRESS_DEAD',
        message: line(response),
        isPermanent: true,
        isHardBounce: true,
      })
    : failed({code: 'MAIL_REFUSED', message: line(response), isPermanent: true})
}

/** Node's names for what is wrong with a certificate or a handshake. */
const TLS = /CERT|TLS|SSL|ISSUER|SIGNATURE|ALTNAME/

/** There is no session, so that no message can have left: nothing here is about a reader. */
export const connectOutcome = (error: SmtpError): SentFailed => {
  const {responseCode = 0, response = error.message, code = ''} = error
  const message = line(response)
  if (code === 'EAUTH') return failed({code: 'MAIL_LOGIN_REFUSED', message, isPermanent: false})
  if (TLS.test(code)) {
    return failed({code: 'MAIL_TLS_FAILED', message, isPermanent: false})
  }
  if (responseCode >= 500) return senderRefused(response)
  if (responseCode >= 400) return deferred(responseCode, response)
  return failed({code: 'MAIL_SERVER_UNREACHABLE', message, isPermanent: false})
}

/**
 * `wasTaken`: the server had agreed to DATA and the message was written. From then on a connection that
 * ends without an answer may have ended before the final dot or after it, and nobody on this side
 * can tell: the outcome is `unknown`. Before, not an octet of the message has left, so that
 * trying again is safe. An answer always decides.
 */
export const outcomeOf = (error: SmtpError, wasTaken: boolean): Sent => {
  const {responseCode = 0} = error
  if (responseCode >= 400 && responseCode < 600) return answered(error, responseCode)
  const message = line(error.message)
  if (wasTaken) return Object.freeze({state: 'unknown', message})
  if (error.code === 'EMESSAGE' || error.code === 'EENVELOPE') {
    // more octets than the server says it takes, or an address that no command may carry
    return failed({code: 'MAIL_REFUSED', message, isPermanent: true})
  }
  return connectOutcome(error)
}
