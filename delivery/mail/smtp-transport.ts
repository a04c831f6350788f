/**
 * Mail by SMTP, over nodemailer's connections. The pool is ours: nodemailer's hands a message over
 * by its composer's stream (`createReadStream` in its pool-resource), so that nothing could tell a
 * connection lost before the final dot from one lost behind it, and sends again of its own accord,
 * which is the ledger's to decide. Nothing here reads files or addresses of the web: a message is
 * octets, and the composer, which can read them, is not used.
 */
import type {ConnectionOptions} from 'node:tls'
import type {Sent} from '../sent.ts'
import {openSmtpLine, type SmtpLine} from './smtp-connection.ts'
import type {SmtpTimeouts} from './smtp-session.ts'
import {createWindow} from '../sms/window.ts'
import type {SmtpSettings} from './smtp-url.ts'
import type {MailTransport, OutgoingMail} from './transport.ts'

export interface SmtpTransportOptions {
  /** Of parseSmtpUrl. */
  readonly settings: SmtpSettings
  readonly timeouts?: Partial<SmtpTimeouts>
  /** Certificates to trust besides the system's, and the like. */
  readonly tls?: ConnectionOptions
  /** Milliseconds that an idle connection is kept. */
  readonly idle?: number
}

const TIMEOUTS: SmtpTimeouts = {connect: 30_000, greeting: 60_000, silence: 600_000}
const IDLE = 30_000

const CLOSED: Sent = Object.freeze({
  state: 'failed',
  code: 'MAIL_SERVER_UNREACHABLE',
  message: 'The transport was closed before the message was sent.',
  isPermanent: false,
})

interface Idle {
  readonly line: SmtpLine
  readonly timer: NodeJS.Timeout
}

/** Connections that may be used again; those left idle are closed. */
const shelf = (kept: number) => {
  const idle: Idle[] = []
  const take = (): SmtpLine | undefined => {
    for (;;) {
      const last = idle.pop()
      if (last === undefined) return undefined
      clearTimeout(last.timer)
      if (!last.line.isOver) return last.line
    }
  }
  const put = (line: SmtpLine): void => {
    const timer = setTimeout(() => {
      const at = idle.findIndex((each) => each.line === line)
      if (at >= 0) idle.splice(at, 1)
      line.close()
    }, kept)
    // an idle connection is no reason for the process to live
    timer.unref()
    idle.push({line, timer})
  }
  const clear = (): void => {
    for (const {line, timer} of idle.splice(0)) {
      clearTimeout(timer)
      line.close()
    }
  }
  return {take, put, clear}
}

export const smtpTransport = (options: SmtpTransportOptions): MailTransport => {
  const {settings, tls} = options
  const timeouts = {...TIMEOUTS, ...options.timeouts}
  const lines = shelf(options.idle ?? IDLE)
  const window = createWindow(settings.connections)
  let isClosed = false

  const attempt = async (mail: OutgoingMail): Promise<Sent> => {
    for (;;) {
      const line = lines.take() ?? (await openSmtpLine(settings, timeouts, tls))
      if ('state' in line) return line
      const {sent, wasStale} = await line.send(mail)
      if (!line.isOver) {
        if (line.messages < settings.messages) lines.put(line)
        else line.close()
      }
      // the server may end an idle connection at any time; a new one is asked once more
      if (!wasStale) return sent
    }
  }

  return Object.freeze({
    name: 'smtp',
    send: (mail: OutgoingMail): Promise<Sent> =>
      window.run(async () => (isClosed ? CLOSED : attempt(mail))),
    close: async (): Promise<void> => {
      isClosed = true
      await window.idle()
      lines.clear()
    },
  })
}
