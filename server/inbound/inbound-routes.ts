/**
 * What others report: Twilio what became of text messages and what people answered, mail services what
 * became of mails. Nothing is believed that is not signed, and nothing of it is logged.
 */
import {type Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {MAIL_EVENT_LIMITS} from '../../delivery/inbound/mail-events.ts'
import type {WebhookAnswer, WebhookRequest} from '../../delivery/sms/twilio-webhook.ts'
import {type MailEventsDesk, takeMailEvents} from './mail-events.ts'
import {INBOUND_PATHS} from './paths.ts'
import {refusalLog} from './refusal-log.ts'

export interface InboundDesk {
  /** Without it there is no route for Twilio. */
  readonly twilio?: {
    /** As Twilio was told: the public one, which its signature covers. */
    readonly url: string
    readonly webhook: (request: WebhookRequest) => Promise<WebhookAnswer>
  }
  /** Without it there is no route for mail services. */
  readonly mailEvents?: MailEventsDesk
  /** Told which requests were refused. */
  readonly onRefused: (line: string) => void
  readonly onError: (error: unknown) => void
}

/** Octets; Twilio's own have some hundred, a message at most 1,600 characters. */
const TWILIO_MOST = 64 * 1024

const TELL_AGAIN = 'Not stored. Tell it again.\n'

export const inboundRoutes = ({twilio, mailEvents, onRefused, onError}: InboundDesk): Hono => {
  const routes = new Hono()
  const refused = refusalLog(onRefused)

  const limit = (path: string, maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (context) => {
        refused(`POST ${path}: a body of more than ${maxSize} octets was refused.`)
        return context.text('Too large.\n', 413)
      },
    })

  const tellAgain = (context: Context, error: unknown): Response => {
    onError(error)
    return context.text(TELL_AGAIN, 503)
  }

  if (twilio !== undefined) {
    const path = INBOUND_PATHS.twilio
    routes.post(path, limit(path, TWILIO_MOST), async (context) => {
      const {status, contentType, body} = await twilio.webhook({
        url: `${twilio.url}${new URL(context.req.url).search}`,
        body: await context.req.text(),
        signature: context.req.header('x-twilio-signature') ?? '',
      })
      if (status === 403) refused(`POST ${path}: a signature that is not right was refused.`)
      return context.body(body, status, {'content-type': contentType})
    })
  }

  if (mailEvents !== undefined) {
    const path = INBOUND_PATHS.mailEvents
    routes.post(path, limit(path, MAIL_EVENT_LIMITS.octets), async (context) => {
      const [id = '', timestamp = '', signature = ''] = ['id', 'timestamp', 'signature'].map(
        (name) => context.req.header(`webhook-${name}`),
      )
      const body = await context.req.text()
      try {
        const answer = await takeMailEvents(mailEvents, {body, id, timestamp, signature})
        if (answer.status === 200) return context.json(answer.counts)
        if (answer.status === 401) {
          refused(`POST ${path}: a signature that is not right, or not of now, was refused.`)
        }
        return context.text(`${answer.fault}\n`, answer.status)
      } catch (error) {
        return tellAgain(context, error)
      }
    })
  }
  return routes
}
