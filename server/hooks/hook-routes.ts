/**
 * What a Sanity project reports. It says only which documents may have changed: the source reads them
 * again, so that reports may come in any order, twice, or never.
 */
import {Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {SourceError} from '../../errors.ts'
import {refusalLog} from '../inbound/refusal-log.ts'
import {isSanitySignature} from './sanity-signature.ts'

export interface HookDesk {
  /** As in the webhook's settings of the project. */
  readonly secret: string
  /** Reads these documents again. */
  readonly touch: (ids: readonly string[]) => Promise<void>
  /** Told which requests were refused. */
  readonly onRefused: (line: string) => void
  readonly onError: (error: unknown) => void
}

export const SANITY_HOOK = '/hooks/sanity'

/** Octets. Without a projection Sanity sends the whole document, the largest of which have some hundred KB. */
const MOST = 4 * 1024 * 1024
const MOST_IDS = 1000

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** `{"_id": …}`, as every projection should have it, or `{"ids": […]}`; `undefined` for anything else. */
export const readIds = (body: string): readonly string[] | undefined => {
  const report = parse(body)
  if (!isRecord(report)) return undefined
  const {_id: id, ids} = report
  if (typeof id === 'string') return [id]
  if (!Array.isArray(ids) || ids.length > MOST_IDS) return undefined
  const texts = ids.filter((each) => typeof each === 'string')
  return texts.length === ids.length ? texts : undefined
}

export const hookRoutes = ({secret, touch, onRefused, onError}: HookDesk): Hono => {
  const routes = new Hono()
  const refused = refusalLog(onRefused)
  const limit = bodyLimit({
    maxSize: MOST,
    onError: (context) => {
      refused(`POST ${SANITY_HOOK}: a body of more than ${MOST} octets was refused.`)
      return context.text('Too large.\n', 413)
    },
  })
  routes.post(SANITY_HOOK, limit, async (context) => {
    const body = await context.req.text()
    const signature = context.req.header('sanity-webhook-signature') ?? ''
    if (!(await isSanitySignature(body, signature, secret))) {
      refused(`POST ${SANITY_HOOK}: a signature that is not right was refused.`)
      return context.text('The signature is not right.\n', 401)
    }
    const ids = readIds(body)
    if (ids === undefined) {
      return context.text('No _id is in it. Take {_id} as the projection of the webhook.\n', 400)
    }
    try {
      await touch(ids)
      return context.body(null, 204)
    } catch (error) {
      onError(error)
      if (!(error instanceof SourceError)) throw error
      return context.text('The project cannot be read now. Tell it again.\n', 503)
    }
  })
  return routes
}
