/** Whether a refusal means that the address itself is dead, so that it is written to no more. */

/** Enhanced status codes (RFC 3463) that say so; the others may pass, or are about our mail. */
const DEAD: readonly string[] = [
  '5.1.1', // bad destination mailbox address
  '5.1.2', // bad destination system address
  '5.1.3', // bad destination mailbox address syntax
  '5.1.6', // mailbox has moved
  '5.1.10', // recipient address has null MX (RFC 7505)
  '5.2.1', // mailbox disabled
]

/** What servers write that have no code, or a general one. */
const DEAD_WORDS =
  /\b(?:user unknown|unknown user|no such (?:user|mailbox|recipient|address)|does not exist|doesn't exist|unknown (?:recipient|mailbox|address)|mailbox (?:not found|is disabled)|invalid (?:recipient|mailbox)|recipient (?:not found|unknown)|address (?:not found|unknown))\b/i

const GENERAL: readonly string[] = ['', '5.0.0', '5.1.0']

export const enhancedStatus = (text: string): string | undefined =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0]

/** `status`: enhanced, or empty when there is none. */
export const isDeadAddress = (status: string, diagnostic: string): boolean =>
  DEAD.includes(status) || (GENERAL.includes(status) && DEAD_WORDS.test(diagnostic))
