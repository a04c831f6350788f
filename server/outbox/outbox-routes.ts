/**
 * The outbox: what was sent while trying, mails as they look and texts as they ring. A mail's HTML is
 * shown in a frame of its own, where nothing runs and nothing is fetched.
 */
import {timingSafeEqual} from 'node:crypto'
import {Hono} from 'hono'
import {isObject, stringField} from '../../content/json-object.ts'
import type {Mailbox} from './mailbox.ts'
import {MAIL_VIEWS, mailsPage, type MailView, textsPage} from './outbox-page.ts'

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'"
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; frame-ancestors 'self'"

const ANSWER_MAX = 1600

/** Links open beside the outbox; links and pictures of the site are those of this server. */
const forTrying = (html: string, siteUrl: string): string =>
  html.replaceAll(`href="${siteUrl}/`, 'href="/').replace(/<head>/i, '<head><base target="_blank">')

const viewOf = (name: string | undefined): MailView =>
  MAIL_VIEWS.find((view) => view === name) ?? 'phone'

const isKey = (header: string | undefined, key: string): boolean => {
  const [given, wanted] = [header ?? '', `Bearer ${key}`].map((text) => Buffer.from(text))
  return given !== undefined && wanted !== undefined && given.length === wanted.length
    ? timingSafeEqual(given, wanted)
    : false
}

export interface OutboxDesk {
  /** What another process of ours must show to leave a text message here. */
  readonly key: string
  readonly mailbox: Mailbox
  /** Of the site, as it stands in mails. */
  readonly siteUrl: () => Promise<string>
}

export const outboxRoutes = ({mailbox, siteUrl, key}: OutboxDesk): Hono => {
  const routes = new Hono()
  routes.use('/outbox/*', async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
    if (!context.res.headers.has('content-security-policy')) {
      context.header('content-security-policy', PAGE_POLICY)
    }
  })

  routes.get('/outbox/', async (context) => context.html(mailsPage(await mailbox.mails())))

  routes.get('/outbox/mails/:id/', async (context) => {
    const mail = await mailbox.mail(context.req.param('id'))
    if (mail === undefined) return context.redirect('/outbox/', 302)
    const view = viewOf(context.req.query('view'))
    return context.html(mailsPage(await mailbox.mails(), {mail, view}))
  })

  routes.post('/outbox/mails/:id/returned', async (context) => {
    const id = context.req.param('id')
    const {kind} = await context.req.parseBody()
    const said = typeof kind === 'string' ? await mailbox.giveBack(id, kind) : undefined
    const mail = said === undefined ? undefined : await mailbox.mail(id)
    if (mail === undefined || said === undefined) return context.redirect('/outbox/', 303)
    return context.html(mailsPage(await mailbox.mails(), {mail, view: 'phone', said}))
  })

  routes.get('/outbox/mails/:id/html', async (context) => {
    const mail = await mailbox.mail(context.req.param('id'))
    if (mail === undefined) return context.notFound()
    context.header('content-security-policy', MAIL_POLICY)
    return context.html(forTrying(mail.html, await siteUrl()))
  })

  routes.get('/outbox/texts/', async (context) => context.html(textsPage(await mailbox.texts())))

  routes.post('/outbox/texts/caught', async (context) => {
    if (!isKey(context.req.header('authorization'), key)) return context.json({}, 401)
    const message: unknown = await context.req.json().catch(() => undefined)
    const [to, text, reference = ''] = ['to', 'text', 'reference'].map((name) =>
      isObject(message) ? stringField(message, name) : undefined,
    )
    if (to === undefined || text === undefined) return context.json({}, 400)
    const id = await mailbox.take({to, text, reference})
    return id === undefined ? context.json({}, 400) : context.json({id})
  })

  routes.post('/outbox/texts/', async (context) => {
    const {from, text} = await context.req.parseBody()
    if (typeof from === 'string' && typeof text === 'string' && text.length <= ANSWER_MAX) {
      await mailbox.answer(from, text)
    }
    return context.redirect('/outbox/texts/', 303)
  })
  return routes
}
