/** Servers to send to: a real one that keeps what it gets, and one that does as it is told. */
import {createServer, type Server, type Socket} from 'node:net'
import {SMTPServer, type SMTPServerOptions} from 'smtp-server'
import {parseSmtpUrl, type SmtpSettings} from '../../../delivery/mail/smtp-url.ts'

export interface Kept {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: Buffer
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Not listening')
  return address.port
}

export const settingsOf = (port: number, query = '', login = ''): SmtpSettings =>
  parseSmtpUrl(`smtp://${login}127.0.0.1:${port}${query}`)

export interface Running {
  readonly port: number
  readonly kept: readonly Kept[]
  close(): Promise<void>
}

export const realServer = async (options: SMTPServerOptions = {}): Promise<Running> => {
  const kept: Kept[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onData: (stream, {envelope}, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const {mailFrom, rcptTo} = envelope
        const from = mailFrom === false ? '' : mailFrom.address
        kept.push({from, to: rcptTo.map(({address}) => address), raw: Buffer.concat(chunks)})
        done(null, `kept ${kept.length}`)
      })
    },
    ...options,
  })
  server.on('error', () => {
    // a client that hangs up is what some tests are about
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: portOf(server.server),
    kept,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  }
}

/** What a step of the script does: a reply, `STALL` (nothing), or `DROP` (an end of the connection). */
export type Step = string

/** By command; `GREETING` at the start, `BODY` at the first octets after DATA, `DOT` at the end. */
export type Script = Readonly<Record<string, Step | readonly Step[]>>

const USUAL: Readonly<Record<string, string>> = {
  GREETING: '220 test ESMTP',
  EHLO: '250 test',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  DOT: '250 2.0.0 kept',
  RSET: '250 ok',
  QUIT: '221 bye',
}

export interface Scripted extends Running {
  /** Every command and step, in order. */
  readonly log: readonly string[]
}

/** A step given as a list is taken one after the other, the last one for good. */
export const scriptedServer = async (script: Script): Promise<Scripted> => {
  const kept: Kept[] = []
  const log: string[] = []
  const used = new Map<string, number>()
  const sockets = new Set<Socket>()

  const stepOf = (name: string): Step => {
    const steps = script[name] ?? USUAL[name] ?? '500 5.5.1 what?'
    if (typeof steps === 'string') return steps
    const at = used.get(name) ?? 0
    used.set(name, at + 1)
    return steps[Math.min(at, steps.length - 1)] ?? 'DROP'
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    let input = ''
    let isBody = false
    let isBodySeen = false
    const play = (name: string): boolean => {
      const step = stepOf(name)
      log.push(name)
      if (step === 'STALL') return false
      if (step === 'DROP') {
        socket.destroy()
        return false
      }
      socket.write(`${step}\r\n`)
      if (step.startsWith('421')) socket.end()
      return true
    }
    const readBody = (): boolean => {
      if (!isBodySeen && script['BODY'] !== undefined) {
        isBodySeen = true
        if (!play('BODY')) return false
      }
      const end = input.startsWith('.\r\n') ? 0 : input.indexOf('\r\n.\r\n') + 2
      if (end === 1) return false
      kept.push({from: '', to: [], raw: Buffer.from(input.slice(0, end), 'latin1')})
      input = input.slice(end + 3)
      isBody = false
      return play('DOT')
    }
    const readCommand = (): boolean => {
      const end = input.indexOf('\r\n')
      if (end < 0) return false
      const [verb = ''] = input.slice(0, end).toUpperCase().split(/[ :]/, 1)
      input = input.slice(end + 2)
      const step = stepOf(verb)
      used.set(verb, (used.get(verb) ?? 1) - 1)
      if (verb === 'DATA' && step.startsWith('354')) isBody = true
      return play(verb)
    }
    socket.on('error', () => sockets.delete(socket))
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk: Buffer) => {
      input += chunk.toString('latin1')
      for (;;) if (input === '' || !(isBody ? readBody() : readCommand())) return
    })
    play('GREETING')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: portOf(server),
    kept,
    log,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
