/** Every publisher, in the order in which their artefacts are made. */
import {emailPublisher} from './email/email-publisher.ts'
import {partnerPublisher} from './partner/partner-publisher.ts'
import type {Publisher} from './publisher.ts'
import {smsPublisher} from './sms/sms-publisher.ts'
import {webPublisher} from './web/web-publisher.ts'

export const publishers: readonly Publisher[] = Object.freeze([
  webPublisher,
  emailPublisher,
  smsPublisher,
  partnerPublisher,
])
