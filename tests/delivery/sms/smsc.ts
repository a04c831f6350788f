/** An SMSC on a loopback port: takes binds, keeps every submit_sm, answers as told. */
import {createServer, type Server, type Socket} from 'node:net'
import smpp, {type Pdu, type Session} from 'smpp'

/** A status to answer with; `drop` closes the connection in place of an answer, `stall` says nothing. */
type Reaction = number | 'drop' | 'stall'

export interface Smsc {
  readonly url: string
  readonly port: number
  readonly submitted: readonly Pdu[]
  readonly answers: readonly Pdu[]
  readonly binds: () => number
  /** Most submit_sm that waited for an answer at once. */
  readonly mostWaiting: () => number
  deliver(fields: Readonly<Record<string, unknown>>): Promise<Pdu>
  dropAll(): void
  close(): Promise<void>
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

export const startSmsc = async ({
  react = () => 0,
  bindStatus = 0,
  query = '?from=%2B15550100&window=4',
}: {
  readonly react?: (index: number, pdu: Pdu) => Reaction
  readonly bindStatus?: number
  readonly query?: string
} = {}): Promise<Smsc> => {
  const submitted: Pdu[] = []
  const answers: Pdu[] = []
  const sessions = new Set<Session>()
  let binds = 0
  let waiting = 0
  let most = 0
  const server = smpp.createServer({}, (session) => {
    sessions.add(session)
    session.on('close', () => sessions.delete(session))
    session.on('error', () => session.destroy())
    session.on('bind_transceiver', (pdu: Pdu) => {
      binds += 1
      session.send(pdu.response({command_status: bindStatus}))
    })
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response())
      session.close()
    })
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()))
    session.on('submit_sm', (pdu: Pdu) => {
      const reaction = react(submitted.length, pdu)
      submitted.push(pdu)
      if (reaction === 'drop') return session.destroy()
      if (reaction === 'stall') return undefined
      waiting += 1
      most = Math.max(most, waiting)
      setImmediate(() => {
        waiting -= 1
        session.send(
          pdu.response({command_status: reaction, message_id: `m${submitted.indexOf(pdu)}`}),
        )
      })
      return undefined
    })
  })
  const port = await listening(server)
  return {
    url: `smpp://name:secret@127.0.0.1:${port}${query}`,
    port,
    submitted,
    answers,
    binds: () => binds,
    mostWaiting: () => most,
    deliver: (fields) =>
      new Promise((resolve, reject) => {
        const [session] = sessions
        if (session === undefined) reject(new Error('Nobody is bound'))
        else session.deliver_sm(fields, resolve)
      }),
    dropAll: () => {
      for (const session of sessions) session.destroy()
    },
    close: () =>
      new Promise((resolve) => {
        for (const session of sessions) session.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** What is no SMSC: `greet` is written to whoever connects. */
export const startOther = async (
  greet: (socket: Socket) => void,
): Promise<{readonly port: number; close(): Promise<void>}> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    greet(socket)
  })
  const port = await listening(server)
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}
