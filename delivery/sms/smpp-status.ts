/** What an SMSC's refusal means for the message: command_status of submit_sm_resp (SMPP 3.4 5.1.3). */
import type {SentFailed} from '../sent.ts'

interface Meaning {
  readonly name: string
  readonly code: 'SMS_REFUSED' | 'SMS_NUMBER_INVALID' | 'SMS_THROTTLED' | 'SMS_PROVIDER_FAILED'
}

const MEANINGS: ReadonlyMap<number, Meaning> = new Map([
  [0x01, {name: 'esme_rinvmsglen', code: 'SMS_REFUSED'}],
  [0x02, {name: 'esme_rinvcmdlen', code: 'SMS_REFUSED'}],
  [0x04, {name: 'esme_rinvbndsts', code: 'SMS_PROVIDER_FAILED'}],
  [0x08, {name: 'esme_rsyserr', code: 'SMS_PROVIDER_FAILED'}],
  [0x0a, {name: 'esme_rinvsrcadr', code: 'SMS_REFUSED'}],
  [0x0b, {name: 'esme_rinvdstadr', code: 'SMS_NUMBER_INVALID'}],
  [0x14, {name: 'esme_rmsgqful', code: 'SMS_THROTTLED'}],
  [0x45, {name: 'esme_rsubmitfail', code: 'SMS_PROVIDER_FAILED'}],
  [0x48, {name: 'esme_rinvsrcton', code: 'SMS_REFUSED'}],
  [0x49, {name: 'esme_rinvsrcnpi', code: 'SMS_REFUSED'}],
  [0x50, {name: 'esme_rinvdstton', code: 'SMS_REFUSED'}],
  [0x51, {name: 'esme_rinvdstnpi', code: 'SMS_REFUSED'}],
  [0x58, {name: 'esme_rthrottled', code: 'SMS_THROTTLED'}],
  [0x64, {name: 'esme_rx_t_appn', code: 'SMS_PROVIDER_FAILED'}],
  [0x65, {name: 'esme_rx_p_appn', code: 'SMS_REFUSED'}],
  [0x66, {name: 'esme_rx_r_appn', code: 'SMS_REFUSED'}],
  [0xff, {name: 'esme_runknownerr', code: 'SMS_PROVIDER_FAILED'}],
])

/** A status that the table has not (vendors have their own) is taken for one that passes. */
export const statusFailure = (status: number): SentFailed => {
  const hex = `0x${status.toString(16).toUpperCase().padStart(8, '0')}`
  const {name, code} = MEANINGS.get(status) ?? {
    name: 'unknown',
    code: 'SMS_PROVIDER_FAILED' as const,
  }
  return Object.freeze({
    state: 'failed',
    code,
    message: `The SMSC answered ${name.toUpperCase()} (${hex}).`,
    isPermanent: code === 'SMS_REFUSED' || code === 'SMS_NUMBER_INVALID',
    ...(code === 'SMS_NUMBER_INVALID' && {isHardBounce: true}),
    ...(code === 'SMS_THROTTLED' && {isThrottled: true}),
  })
}
