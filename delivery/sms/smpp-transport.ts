/**
 * SMS through an SMSC by SMPP 3.4 as a transceiver. The connection is opened with the first message,
 * kept, and opened again after it was lost, since receipts and answers come by it too.
 */
import type {Pdu} from 'smpp'
import type {SentFailed} from '../sent.ts'
import {createAssembly} from './assembly.ts'
import {shortMessage, tooLong} from './encoding.ts'
import {createListeners} from './listeners.ts'
import {type Deliver, readDeliver} from './smpp-deliver.ts'
import {smppAddress} from './smpp-number.ts'
import {type Binding, bindSession, type BoundSession, type SmppTimes} from './smpp-session.ts'
import {statusFailure} from './smpp-status.ts'
import type {SmppSettings} from './smpp-url.ts'
import type {OutgoingSms, SmsSent, SmsTransport} from './transport.ts'
import {createWindow} from './window.ts'

const TIMES: SmppTimes = {bind: 15_000, response: 30_000, enquire: 30_000}
/** Milliseconds from a lost connection to the next; doubled each time up to the longest. */
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000
/** An SMSC that gives one part only after the answer to the one before is not kept waiting. */
const PART_WAIT = 3000

const unreachable = (reason: string): SentFailed =>
  Object.freeze({
    state: 'failed',
    code: 'SMS_PROVIDER_UNREACHABLE',
    message: reason,
    isPermanent: false,
  })

interface SmppOptions {
  readonly settings: SmppSettings
  readonly times?: SmppTimes
  /** Milliseconds before the first attempt to connect again. */
  readonly pause?: number
  /** Milliseconds that the parts of a long message wait for each other. */
  readonly partWait?: number
}

export const smppTransport = ({
  settings,
  times = TIMES,
  pause = FIRST_PAUSE,
  partWait = PART_WAIT,
}: SmppOptions): SmsTransport => {
  const listeners = createListeners()
  const window = createWindow(settings.window)
  const source = smppAddress(settings.from)
  const assembly = createAssembly({wait: partWait, deliver: listeners.inbound})
  let isClosed = false
  let binding: Promise<Binding> | undefined
  let pauses = 0
  let retry: NodeJS.Timeout | undefined
  /** Why there is no connection, while the next attempt is waited for. */
  let outage: string | undefined

  const onDeliver = async (pdu: Pdu): Promise<void> => {
    const deliver: Deliver = readDeliver(pdu, settings.country)
    if (deliver.kind === 'receipt') await listeners.receipt(deliver.receipt)
    if (deliver.kind !== 'message') return
    const {message, part} = deliver
    await (part === undefined ? listeners.inbound(message) : assembly.add(message, part))
  }

  const again = (): void => {
    binding = undefined
    if (isClosed) return
    retry = setTimeout(connect, Math.min(pause * 2 ** pauses, LONGEST_PAUSE))
    // a process that has nothing else to do may end
    retry.unref()
    pauses += 1
  }
  const watch = async (made: Promise<Binding>): Promise<void> => {
    const result = await made
    if (result.state === 'failed') {
      outage = result.reason
    } else {
      pauses = 0
      await result.session.closed
    }
    again()
  }
  const connect = (): Promise<Binding> => {
    clearTimeout(retry)
    outage = undefined
    if (binding === undefined) {
      binding = bindSession({settings, times, onDeliver})
      void watch(binding)
    }
    return binding
  }

  const submit = async (session: BoundSession, {to, text}: OutgoingSms): Promise<SmsSent> => {
    const message = shortMessage(text)
    if (!('octets' in message)) return tooLong(message)
    const destination = smppAddress(to)
    const outcome = await session.submit({
      source_addr_ton: source.ton,
      source_addr_npi: source.npi,
      source_addr: source.address,
      dest_addr_ton: destination.ton,
      dest_addr_npi: destination.npi,
      destination_addr: destination.address,
      registered_delivery: 1,
      data_coding: message.dataCoding,
      short_message: message.octets,
    })
    if (outcome.state === 'unsent') return unreachable(outcome.reason)
    if (outcome.state === 'lost') return {state: 'unknown', message: outcome.reason}
    if (outcome.status !== 0) return statusFailure(outcome.status)
    const {messageId} = outcome
    return {state: 'sent', response: messageId, ...(messageId !== '' && {providerId: messageId})}
  }

  const send = async (message: OutgoingSms): Promise<SmsSent> => {
    if (isClosed) return unreachable('The transport is closed.')
    return window.run(async () => {
      if (outage !== undefined) return unreachable(outage)
      const bound = await connect()
      return bound.state === 'failed' ? unreachable(bound.reason) : submit(bound.session, message)
    })
  }

  return Object.freeze({
    name: 'smpp',
    send,
    onReceipt: listeners.onReceipt,
    onInbound: listeners.onInbound,
    close: async () => {
      isClosed = true
      await window.idle()
      clearTimeout(retry)
      assembly.flush()
      const bound = await binding
      if (bound?.state === 'bound') await bound.session.close()
    },
  })
}
