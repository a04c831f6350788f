/** Who wants to know what came back; a transport tells them all. */
import type {InboundListener, InboundSms, ReceiptListener, SmsReceipt} from './transport.ts'

export interface Listeners {
  onReceipt(listener: ReceiptListener): () => void
  onInbound(listener: InboundListener): () => void
  /** Rejects when a listener does, or there is none: then the provider has to be told to deliver it again. */
  receipt(receipt: SmsReceipt): Promise<void>
  inbound(message: InboundSms): Promise<void>
}

const registry = <Value>() => {
  const listeners = new Set<(value: Value) => void | Promise<void>>()
  return {
    add: (listener: (value: Value) => void | Promise<void>) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    tell: async (value: Value) => {
      // acknowledged, it would be gone: the provider keeps it for a process that listens
      if (listeners.size === 0) throw new Error('Nobody listens.')
      await Promise.all(Array.from(listeners, async (listener) => listener(value)))
    },
  }
}

export const createListeners = (): Listeners => {
  const receipts = registry<SmsReceipt>()
  const messages = registry<InboundSms>()
  return Object.freeze({
    onReceipt: receipts.add,
    onInbound: messages.add,
    receipt: receipts.tell,
    inbound: messages.tell,
  })
}
