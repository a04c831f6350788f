/** `throwline send bounces`: one mail that came back, on standard input, into the ledger. */
import {INBOUND_LIMITS} from '../../delivery/inbound/limits.ts'
import {readReturned} from '../../delivery/inbound/read-returned.ts'
import {createTokens} from '../../delivery/links/tokens.ts'
import {UsageError} from '../../errors.ts'
import {openOffice} from '../open-store.ts'
import {actOnReturned} from '../delivery/returned.ts'

const readAll = async (): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let octets = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk)
    octets += bytes.length
    if (octets > INBOUND_LIMITS.octets) {
      throw new UsageError(
        `The mail has more than ${INBOUND_LIMITS.octets} bytes. Leave out what is attached.`,
      )
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

export interface BouncesOptions {
  /** The envelope's recipient, when the mail system tells it: where the token stands. */
  readonly to?: string
}

/** 1 when the mail could not be read; one that is about no mail of ours is let be. */
export const sendBouncesCommand = async ({to}: BouncesOptions): Promise<number> => {
  const raw = await readAll()
  const office = await openOffice()
  try {
    const returned = await readReturned({
      raw,
      tokens: createTokens(office.secret),
      ...(to !== undefined && {recipients: [to]}),
    })
    process.stdout.write(`${await actOnReturned(office, returned)}\n`)
    return returned.kind === 'refused' ? 1 : 0
  } finally {
    await office.close()
  }
}
