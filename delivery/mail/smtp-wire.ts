/** The octets of an SMTP session (RFC 5321): commands out, replies in, in order. */
import type {Socket} from 'node:net'
import {connect, type ConnectionOptions} from 'node:tls'
import type {SmtpError} from './smtp-outcome.ts'

export interface Reply {
  readonly code: number
  /** All its lines, joined by line breaks, with their codes. */
  readonly text: string
}

/** What ended the wire; nothing more will be answered. */
export interface Ended {
  readonly error: SmtpError
}

export interface Wire {
  /** All of them in one piece, as far as the network can. */
  write(...pieces: readonly (string | Uint8Array)[]): void
  /** The next reply that was not yet taken. Never rejects. */
  reply(): Promise<Reply | Ended>
  /** Milliseconds without an octet, from now on. */
  patience(milliseconds: number): void
  /** TLS from here on; what ended it, if it failed. */
  upgrade(options: ConnectionOptions): Promise<Ended | undefined>
  /** Says QUIT and waits for nobody. */
  quit(): void
  destroy(): void
  readonly isOver: boolean
}

export const isEnded = (answer: Reply | Ended): answer is Ended => 'error' in answer

/** A peer that never ends a reply must not fill the memory. */
const LONGEST_REPLY = 64 * 1024

/** Milliseconds that a peer has to close its side after ours. */
const GRACE = 2000

const LOST: SmtpError = {message: 'The server ended the connection.'}

/** Takes the whole replies from the front of `input`. */
const replies = (input: string): {readonly whole: readonly Reply[]; readonly rest: string} => {
  const whole: Reply[] = []
  let start = 0
  let at = 0
  for (;;) {
    const end = input.indexOf('\n', at)
    if (end < 0) return {whole, rest: input.slice(start)}
    // a line that goes on has a hyphen after its code (RFC 5321 4.2.1)
    if (input[at + 3] !== '-') {
      const text = input.slice(start, end).replace(/\r/g, '')
      whole.push({code: Number(/^\d{3}/.exec(input.slice(at, at + 3))?.[0] ?? 0), text})
      start = end + 1
    }
    at = end + 1
  }
}

export const createWire = (first: Socket): Wire => {
  let socket = first
  let input = ''
  let ended: Ended | undefined
  const ready: Reply[] = []
  const waiting: ((answer: Reply | Ended) => void)[] = []

  const end = (error: SmtpError): void => {
    if (ended !== undefined) return
    ended = {error}
    for (const answer of waiting.splice(0)) answer(ended)
    socket.destroy()
  }
  const onData = (chunk: Buffer): void => {
    const {whole, rest} = replies(input + chunk.toString('utf8'))
    input = rest
    for (const reply of whole) {
      const answer = waiting.shift()
      if (answer === undefined) ready.push(reply)
      else answer(reply)
    }
    if (input.length > LONGEST_REPLY) end({message: 'The server never ends its reply.'})
  }
  const onError = (error: Error): void => {
    const code = 'code' in error ? String(error.code) : undefined
    end({message: error.message, code})
  }
  const onClose = (): void => end(LOST)
  const onTimeout = (): void => end({message: 'The server says nothing.', code: 'ETIMEDOUT'})
  const listen = (): void => {
    socket.on('data', onData).on('error', onError).on('close', onClose).on('timeout', onTimeout)
  }
  const unlisten = (): void => {
    socket.off('data', onData).off('error', onError).off('close', onClose)
    socket.off('timeout', onTimeout)
  }
  listen()

  return {
    get isOver() {
      // a reply that nobody asked for is the server's farewell: 421
      return ended !== undefined || ready.length > 0
    },
    write: (...pieces) => {
      if (ended !== undefined) return
      socket.cork()
      for (const piece of pieces) socket.write(piece)
      socket.uncork()
    },
    reply: () => {
      const reply = ready.shift()
      if (reply !== undefined) return Promise.resolve(reply)
      if (ended !== undefined) return Promise.resolve(ended)
      return new Promise((resolve) => {
        waiting.push(resolve)
      })
    },
    patience: (milliseconds) => {
      socket.setTimeout(milliseconds)
    },
    upgrade: (options) =>
      new Promise((resolve) => {
        if (input !== '' || ready.length > 0) {
          // what stands before the handshake was put there by somebody on the way (RFC 3207 6)
          end({message: 'The server spoke before the TLS handshake.', code: 'ETLS'})
        }
        if (ended !== undefined) {
          resolve(ended)
          return
        }
        unlisten()
        const plain = socket
        plain.setTimeout(0)
        const secure = connect({...options, socket: plain})
        secure.setTimeout(plain.timeout ?? 0)
        const fail = (error: Error): void => {
          const code = 'code' in error ? `ETLS ${String(error.code)}` : 'ETLS'
          end({message: error.message, code})
          resolve(ended)
        }
        const onEnd = (): void => fail(new Error('The connection ended in the TLS handshake.'))
        secure.once('error', fail).once('close', onEnd)
        secure.once('secureConnect', () => {
          secure.off('error', fail).off('close', onEnd)
          socket = secure
          listen()
          resolve(undefined)
        })
      }),
    quit: () => {
      if (ended !== undefined) return
      ended = {error: LOST}
      unlisten()
      // whatever comes now is of no interest
      socket.on('error', () => socket.destroy())
      socket.resume()
      socket.end('QUIT\r\n')
      setTimeout(() => socket.destroy(), GRACE).unref()
    },
    destroy: () => end(LOST),
  }
}
