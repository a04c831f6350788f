/**
 * The outbox: what was sent while trying, mails as they look and texts as they ring. A mail's HTML is
 * shown in a frame of its own, where nothing runs and nothing is fetched.
 */
import {Hono} from 'hono'
import type {Mailbox} from './mailbox.ts'
import {MAIL_VIEWS, mailsPage, type MailView, textsPage} from './outbox-page.ts'

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'"
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'"

const ANSWER_MAX = 1600

/** Links open beside the outbox; those to the site lead to this server, where its pages are. */
const forTrying = (html: string, siteUrl: string): string =>
  html.replaceAll(`href="${siteUrl}/`, 'href="/').replace(/<head>/i, '<head><base target="_blank">')

const viewOf = (name: string | undefined): MailView =>
  MAIL_VIEWS.find((view) => view === name) ?? 'phone'

export interface OutboxDesk {
  readonly mailbox: Mailbox
  /** Of the site, as it stands in mails. */
  readonly siteUrl: () => Promise<string>
}

export const outboxRoutes = ({mailbox, siteUrl}: OutboxDesk): Hono => {
  const routes = new Hono()
  routes.use('*', async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
    if (!context.res.headers.has('content-security-policy')) {
      context.header('content-security-policy', PAGE_POLICY)
    }
  })

  routes.get('/', async (context) => context.html(mailsPage(await mailbox.mails())))

  routes.get('/mails/:id/', async (context) => {
    const mail = await mailbox.mail(context.req.param('id'))
    if (mail === undefined) return context.redirect('/outbox/', 302)
    const view = viewOf(context.req.query('view'))
    return context.html(mailsPage(await mailbox.mails(), {mail, view}))
  })

  routes.get('/mails/:id/html', async (context) => {
    const mail = await mailbox.mail(context.req.param('id'))
    if (mail === undefined) return context.notFound()
    context.header('content-security-policy', MAIL_POLICY)
    return context.html(forTrying(mail.html, await siteUrl()))
  })

  routes.get('/texts/', async (context) => context.html(textsPage(await mailbox.texts())))

  routes.post('/texts/', async (context) => {
    const {from, text} = await context.req.parseBody()
    if (typeof from === 'string' && typeof text === 'string' && text.length <= ANSWER_MAX) {
      await mailbox.answer(from, text)
    }
    return context.redirect('/outbox/texts/', 303)
  })
  return routes
}
