/**
 * Signing up, confirming, choosing and leaving. No cookies, no scripts. Every page carries the notice,
 * and no answer tells whether an address is known.
 */
import {type Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import type {LinkPurpose, Tokens} from '../../delivery/links/tokens.ts'
import type {Subscriber} from '../../delivery/subscribers/list.ts'
import {TOPICS} from '../../content/topics.ts'
import {type JoiningPage, joiningOutput} from '../../publishers/web/joining/joining-page.ts'
import type {Edition} from '../site/edition.ts'
import {networkAddress} from './network-address.ts'
import {readForm, signUp, type SignUpDesk} from './sign-up.ts'

export interface JoiningDesk extends SignUpDesk {
  readonly tokens: Tokens
  /** Called with what went wrong after the answer was given. */
  readonly onError: (error: unknown) => void
}

/** Octets of a form; ours have a few hundred. */
const FORM_MAX = 64 * 1024

/** Milliseconds in which a sign-up must be confirmed: a week. */
const CONFIRM_WITHIN = 7 * 86_400_000

type Status = 200 | 400 | 429

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')

export const joiningRoutes = (desk: JoiningDesk): Hono => {
  const {newsroom, subscribers, tokens, limits, secret, onError} = desk
  const routes = new Hono()

  const show = async (
    context: Context,
    page: JoiningPage,
    {status = 200, country}: {readonly status?: Status; readonly country?: string} = {},
  ): Promise<Response> => {
    const edition = await newsroom.edition()
    const audience =
      country !== undefined && edition.countries.includes(country)
        ? country
        : edition.site.defaultCountry
    const {output} = await edition.compose(audience, (site) => joiningOutput(site, page))
    context.header('cache-control', 'no-store')
    context.header('x-robots-tag', 'noindex')
    return context.html(output.text, status)
  }

  const refuseLink = (context: Context): Promise<Response> =>
    show(context, {kind: 'linkInvalid'}, {status: 400})

  /** Whose link it is; undefined when it was not made by us, for this. */
  const holderOf = async (purpose: LinkPurpose, token: string): Promise<Subscriber | undefined> => {
    const ticket = tokens.readLink(purpose, token)
    if (ticket === undefined) return undefined
    const age = Date.now() - ticket.issuedAt.getTime()
    if (purpose === 'confirm' && age > CONFIRM_WITHIN) return undefined
    return subscribers.byId(ticket.subscriberId)
  }

  const signUpPage = ({countries, site}: Edition, isWrong: boolean): JoiningPage => ({
    kind: 'signUp',
    countries,
    country: site.defaultCountry,
    isWrong,
  })

  routes.use('*', bodyLimit({maxSize: FORM_MAX}))

  routes.get('/subscribe/', async (context) =>
    show(context, signUpPage(await newsroom.edition(), false)),
  )

  routes.post('/subscribe/', async (context) => {
    const from = networkAddress(context)
    if (!(await limits.mayTry(from))) return show(context, {kind: 'tooMany'}, {status: 429})
    const body = await context.req.parseBody({all: true})
    const edition = await newsroom.edition()
    const [email = '', phone = '', country = ''] = ['email', 'phone', 'country'].map(
      (name) => texts(body[name])[0] ?? '',
    )
    const topics = texts(body['topics'])
    const wanted = readForm({email, phone, country, topics, networkAddress: from}, edition, secret)
    if (wanted === undefined) {
      return show(context, signUpPage(edition, true), {status: 400})
    }
    // not waited for: how long it takes would tell whether the address is known
    signUp(desk, wanted).catch(onError)
    return context.redirect('sent/', 303)
  })

  routes.get('/subscribe/sent/', (context) => show(context, {kind: 'sent'}))

  // a button, since mail scanners open every link
  routes.get('/confirm/:token', async (context) => {
    const token = context.req.param('token')
    const holder = await holderOf('confirm', token)
    if (holder === undefined) return refuseLink(context)
    return show(context, {kind: 'confirm', token}, {country: holder.country})
  })

  routes.post('/confirm/:token', async (context) => {
    const holder = await holderOf('confirm', context.req.param('token'))
    const isDone = holder !== undefined && (await subscribers.confirm(holder.id))
    if (!isDone) return refuseLink(context)
    return show(context, {kind: 'confirmed'}, {country: holder.country})
  })

  routes.get('/unsubscribe/:token', async (context) => {
    const token = context.req.param('token')
    const holder = await holderOf('unsubscribe', token)
    if (holder === undefined) return refuseLink(context)
    return show(context, {kind: 'leave', token}, {country: holder.country})
  })

  // RFC 8058: a mail program posts here by itself, without cookie, login or redirect
  routes.post('/unsubscribe/:token', async (context) => {
    const holder = await holderOf('unsubscribe', context.req.param('token'))
    if (holder === undefined) return refuseLink(context)
    await subscribers.leave(holder.id, 'unsubscribed')
    return show(context, {kind: 'left'}, {country: holder.country})
  })

  routes.get('/preferences/:token', async (context) => {
    const token = context.req.param('token')
    const holder = await holderOf('preferences', token)
    if (holder === undefined) return refuseLink(context)
    const {topics, language, country, state} = holder
    const languages = (await newsroom.edition()).languagesOf(country)
    return show(
      context,
      {
        kind: 'preferences',
        token,
        topics,
        languages: [...new Set([...languages, language])],
        language,
        isPaused: state === 'paused',
      },
      {country},
    )
  })

  routes.post('/preferences/:token', async (context) => {
    const holder = await holderOf('preferences', context.req.param('token'))
    if (holder === undefined) return refuseLink(context)
    const body = await context.req.parseBody({all: true})
    const chosen = texts(body['topics'])
    const [language = holder.language] = texts(body['language'])
    const offered = (await newsroom.edition()).languagesOf(holder.country)
    await subscribers.choose(holder.id, {
      topics: TOPICS.filter((topic) => chosen.includes(topic)),
      language: offered.includes(language) ? language : holder.language,
      paused: texts(body['pause']).includes('yes'),
    })
    return show(context, {kind: 'saved'}, {country: holder.country})
  })

  // links without a token, as in the files of `publish`
  for (const path of ['/unsubscribe/', '/preferences/', '/confirm/']) {
    routes.get(path, refuseLink)
  }
  return routes
}
