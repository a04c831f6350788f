/**
 * One bound connection to an SMSC. Whatever ends it, every message under way learns so: `lost` when
 * its octets may have left, `unsent` when they certainly did not.
 */
import smpp, {type Pdu, type Session} from 'smpp'
import type {SmppSettings} from './smpp-url.ts'

export type Submitted =
  | {readonly state: 'answered'; readonly status: number; readonly messageId: string}
  | {readonly state: 'unsent'; readonly reason: string}
  | {readonly state: 'lost'; readonly reason: string}

export interface BoundSession {
  readonly closed: Promise<void>
  submit(fields: Readonly<Record<string, unknown>>): Promise<Submitted>
  close(): Promise<void>
}

export interface SmppTimes {
  /** All in milliseconds. Until bound. */
  readonly bind: number
  /** Until an answer. */
  readonly response: number
  /** Between two enquire_link. */
  readonly enquire: number
}

export type Binding =
  | {readonly state: 'bound'; readonly session: BoundSession}
  | {readonly state: 'failed'; readonly reason: string}

interface BindOptions {
  readonly settings: SmppSettings
  readonly times: SmppTimes
  /** The status of the answer; when it rejects the SMSC is asked to deliver again. */
  readonly onDeliver: (pdu: Pdu) => Promise<void>
}

const SMPP_34 = 0x34
const OK = 0
/** ESME_RX_T_APPN: deliver it again. */
const LATER = 0x64

const boundSession = (
  session: Session,
  {times, onDeliver}: Pick<BindOptions, 'times' | 'onDeliver'>,
  ended: Promise<string>,
): BoundSession => {
  const underway = new Set<(outcome: Submitted) => void>()
  let isOpen = true

  const enquire = setInterval(() => {
    const deadline = setTimeout(() => {
      session.destroy()
    }, times.response)
    deadline.unref()
    session.enquire_link(() => {
      clearTimeout(deadline)
    })
  }, times.enquire)
  enquire.unref()

  const closed = ended.then((reason) => {
    isOpen = false
    clearInterval(enquire)
    for (const settle of underway) settle({state: 'lost', reason})
    underway.clear()
  })

  session.on('deliver_sm', (pdu: Pdu) => {
    onDeliver(pdu).then(
      () => session.send(pdu.response({command_status: OK})),
      () => session.send(pdu.response({command_status: LATER})),
    )
  })
  session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()))
  session.on('unbind', (pdu: Pdu) => {
    isOpen = false
    session.send(pdu.response())
    session.close()
  })

  return Object.freeze({
    closed,
    submit: (fields: Readonly<Record<string, unknown>>) =>
      new Promise<Submitted>((resolve) => {
        if (!isOpen) {
          resolve({state: 'unsent', reason: 'The connection is closed.'})
          return
        }
        const settle = (outcome: Submitted): void => {
          clearTimeout(deadline)
          underway.delete(settle)
          resolve(outcome)
        }
        const deadline = setTimeout(() => {
          settle({state: 'lost', reason: `No answer in ${times.response} ms.`})
          // what does not answer one message is not asked for the next
          session.destroy()
        }, times.response)
        underway.add(settle)
        const isWritten = session.submit_sm(fields, ({command_status: status, message_id: id}) => {
          settle({state: 'answered', status, messageId: typeof id === 'string' ? id : ''})
        })
        if (!isWritten) settle({state: 'unsent', reason: 'The connection is not open.'})
      }),
    close: async () => {
      if (!isOpen) {
        session.destroy()
        return closed
      }
      isOpen = false
      const deadline = setTimeout(() => {
        session.destroy()
      }, times.response)
      session.unbind(() => {
        session.close()
      })
      await closed
      clearTimeout(deadline)
    },
  })
}

/** Never rejects. */
export const bindSession = ({settings, times, onDeliver}: BindOptions): Promise<Binding> =>
  new Promise((resolve) => {
    const {host, port, tls, systemId, password, systemType} = settings
    let reason = 'The connection was closed.'
    let bound = false
    const session = smpp.connect({host, port, tls, ...(tls && {servername: host})}, () => {
      session.bind_transceiver(
        {
          system_id: systemId,
          password,
          system_type: systemType,
          interface_version: SMPP_34,
        },
        ({command_status: status}) => {
          clearTimeout(deadline)
          if (status !== OK) {
            reason = `The SMSC refused the login with status 0x${status.toString(16)}.`
            session.destroy()
            return
          }
          bound = true
          resolve({state: 'bound', session: boundSession(session, {times, onDeliver}, ended)})
        },
      )
    })
    const deadline = setTimeout(() => {
      reason = `No login in ${times.bind} ms.`
      session.destroy()
    }, times.bind)
    session.on('error', (error: unknown) => {
      reason = error instanceof Error ? error.message : String(error)
      // a PDU that cannot be read leaves the rest of the stream without meaning
      session.destroy()
    })
    const ended = new Promise<string>((close) => {
      session.on('close', () => {
        clearTimeout(deadline)
        close(reason)
        if (!bound) resolve({state: 'failed', reason})
      })
    })
  })
