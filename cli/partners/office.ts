/** What the commands about partners have in common: the store, and two ways of saying what was found. */
import {openPartners, type Partners} from '../../delivery/partners/partners.ts'
import type {Store} from '../../delivery/store/store.ts'
import {openOffice} from '../open-store.ts'

/** Gives what the work gives, once the store is closed. */
export const inOffice = async (
  work: (partners: Partners, store: Store) => Promise<number | void>,
): Promise<number> => {
  const office = await openOffice()
  try {
    return (await work(openPartners(office.store), office.store)) ?? 0
  } finally {
    await office.close()
  }
}

export const json = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`)
}
