/** The tokens of our own that a mail from outside names us by; only what this installation made counts. */
import type {AddressPurpose, Tokens} from '../links/tokens.ts'

/** `returns+bounce-<token>@host`, as delivery/mail/header.ts writes it. */
const RETURN_ADDRESS = /\+(bounce|leave)-([a-z2-7]{26})@/gi
/** `<token@host>`: our Message-ID. */
const MESSAGE_ID = /<([a-z2-7]{26})@[\w.-]+>/gi

/** Whom the first genuine token of the purpose names. */
const firstOf = (
  tokens: Tokens,
  purpose: AddressPurpose,
  candidates: readonly string[],
): number | undefined => {
  for (const candidate of candidates) {
    const id = tokens.readAddress(purpose, candidate)
    if (id !== undefined) return id
  }
  return undefined
}

/** More are not tried: each costs a signature. */
const MOST = 20

const returnTokens = (text: string, purpose: 'bounce' | 'leave'): readonly string[] =>
  Array.from(text.matchAll(RETURN_ADDRESS), ([, kind = '', token = '']) => ({kind, token}))
    .filter(({kind}) => kind.toLowerCase() === purpose)
    .slice(0, MOST)
    .map(({token}) => token)

/** The delivery whose bounce address the text holds. */
export const bouncedDelivery = (tokens: Tokens, text: string): number | undefined =>
  firstOf(tokens, 'bounce', returnTokens(text, 'bounce'))

/** The subscriber whose address for leaving the text holds. */
export const leavingSubscriber = (tokens: Tokens, text: string): number | undefined =>
  firstOf(tokens, 'leave', returnTokens(text, 'leave'))

/** The delivery that the text, a mail of ours or its header, was. */
export const deliveryOf = (tokens: Tokens, text: string): number | undefined => {
  const ids = Array.from(text.matchAll(MESSAGE_ID), ([, token = '']) => token).slice(0, MOST)
  return firstOf(tokens, 'message', ids) ?? bouncedDelivery(tokens, text)
}
