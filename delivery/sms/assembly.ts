/**
 * A long message comes in parts (3GPP TS 23.040 9.2.3.24.1, SMPP 3.4 5.3.2.22): STOP fits one, but
 * somebody in distress writes more, and a phrase may lie across two. Parts wait for each other for a
 * moment; nobody is told that a part was taken before the whole was, so a crash loses none.
 */
import type {InboundSms} from './transport.ts'

export interface Part {
  /** The same for the parts of one message. */
  readonly reference: string
  readonly total: number
  /** From 1. */
  readonly sequence: number
}

interface Group {
  readonly parts: Map<number, InboundSms>
  readonly timer: NodeJS.Timeout
  readonly done: Promise<void>
  settle(outcome: Promise<void>): void
}

export interface Assembly {
  /** Settles as `deliver` does for the message that the part is of. */
  add(message: InboundSms, part: Part): Promise<void>
  /** Hands on what is there. */
  flush(): void
}

/** More at once than these, and parts are handed on as they are. */
const MOST_GROUPS = 200
const MOST_PARTS = 20

const newGroup = (wait: number, onTimeout: () => void): Group => {
  let settle: (outcome: Promise<void>) => void = () => undefined
  const done = new Promise<void>((resolve) => {
    settle = resolve
  })
  const timer = setTimeout(onTimeout, wait)
  timer.unref()
  return {parts: new Map(), timer, done, settle}
}

/** `wait`: milliseconds from the first part; then what is there is one message. */
export const createAssembly = ({
  wait,
  deliver,
}: {
  readonly wait: number
  readonly deliver: (message: InboundSms) => Promise<void>
}): Assembly => {
  const groups = new Map<string, Group>()

  const finish = (key: string): void => {
    const group = groups.get(key)
    if (group === undefined) return
    groups.delete(key)
    clearTimeout(group.timer)
    const parts = Array.from(group.parts).toSorted(([a], [b]) => a - b)
    const [first] = parts
    if (first === undefined) return
    const text = parts.map(([, message]) => message.text).join('')
    group.settle(deliver(Object.freeze({...first[1], text})))
  }

  return Object.freeze({
    add: (message: InboundSms, {reference, total, sequence}: Part) => {
      const key = [message.from, message.to, reference, total].join('\0')
      const isUsable = total > 1 && total <= MOST_PARTS && sequence >= 1 && sequence <= total
      if (!isUsable || (groups.size >= MOST_GROUPS && !groups.has(key))) return deliver(message)
      const group = groups.get(key) ?? newGroup(wait, () => finish(key))
      groups.set(key, group)
      group.parts.set(sequence, message)
      if (group.parts.size === total) finish(key)
      return group.done
    },
    flush: () => {
      for (const key of groups.keys()) finish(key)
    },
  })
}
