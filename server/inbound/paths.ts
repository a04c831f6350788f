/** Where others report to, below the public address. */
export const INBOUND_PATHS = {
  twilio: '/inbound/twilio',
  mailEvents: '/inbound/mail-events',
} as const
