/** The operations, mounted: a request is read by the schemas that the document is made of. */
import {type z} from '@hono/zod-openapi'
import {type Context, Hono} from 'hono'
import type {ChangeLog} from '../../delivery/changes/log.ts'
import type {Asking} from './answers/asking.ts'
import {readArticle} from './answers/article.ts'
import {listArticles} from './answers/articles.ts'
import {listChanges} from './answers/changes.ts'
import {listHelplines, readNotice} from './answers/help.ts'
import {OPERATIONS, type OperationName} from './document/operations.ts'
import * as parameters from './document/parameters.ts'
import {finishBody, finishProblem, toResponse} from './finish.ts'
import {chooseEncoding, chooseMedia, MEDIA, type Media} from './negotiate.ts'
import type {Prepared} from './prepared.ts'
import {ApiProblem} from './problems.ts'
import type {Visitor} from './doors/doorman.ts'

export interface Bindings {
  readonly asking: Asking
  readonly visitor: Visitor
  /** Told of a body that answers every like request while the edition is the same. */
  readonly onBody: (prepared: Prepared) => void
  /** Told of what should not have happened. */
  readonly onFault: (error: unknown) => void
}

type ApiContext = Context<{Bindings: Bindings}>

/** Throws ApiProblem PARAMETER_INVALID, naming the parameter. */
const read = <Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> => {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue?.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys
    throw new ApiProblem(
      'PARAMETER_INVALID',
      `There is no parameter ${JSON.stringify(name.slice(0, 40))}.`,
    )
  }
  const name = issue?.path.join('.') ?? ''
  throw new ApiProblem('PARAMETER_INVALID', `${name}: ${issue?.message ?? 'it cannot be read'}.`)
}

/** Each once: of two values nobody knows which one is meant. */
const queryOf = (context: ApiContext): Readonly<Record<string, string>> => {
  const all = context.req.queries()
  const twice = Object.entries(all).find(([, values]) => values.length > 1)
  if (twice !== undefined) {
    throw new ApiProblem(
      'PARAMETER_INVALID',
      `${JSON.stringify(twice[0].slice(0, 40))} is there twice.`,
    )
  }
  return Object.fromEntries(Object.entries(all).map(([name, [value = '']]) => [name, value]))
}

/** Throws ApiProblem NOT_ACCEPTABLE. */
const mediaOf = (context: ApiContext, offered: readonly Media[]): Media => {
  const media = chooseMedia(context.req.header('accept'), offered)
  if (media !== undefined) return media
  throw new ApiProblem('NOT_ACCEPTABLE', `This is there as ${offered.join(', ')}.`)
}

const aroundOf = (context: ApiContext) => {
  const {partner, standing} = context.env.visitor
  return {standing, scope: partner.scope, origin: context.req.header('origin')}
}

const send = async (context: ApiContext, prepared: Prepared): Promise<Response> => {
  const encoded = await prepared.encoded(chooseEncoding(context.req.header('accept-encoding')))
  const conditions = {
    ifNoneMatch: context.req.header('if-none-match'),
    ifModifiedSince: context.req.header('if-modified-since'),
  }
  return toResponse(finishBody(prepared, encoded, conditions, aroundOf(context)))
}

const JSON_ALONE: readonly Media[] = ['application/json']

type Work = (context: ApiContext) => Promise<Prepared>

/** `openLog`: undefined where there is no database. */
export const apiRoutes = (changes: ChangeLog | undefined): Hono<{Bindings: Bindings}> => {
  const routes = new Hono<{Bindings: Bindings}>()

  const works: Readonly<Record<OperationName, Work>> = {
    listArticles: (context) => {
      mediaOf(context, JSON_ALONE)
      const query = read(parameters.articlesQuery, queryOf(context))
      return listArticles(context.env.asking, query)
    },
    readArticle: (context) => {
      const media = mediaOf(context, MEDIA)
      const {slug} = read(parameters.articlePath, context.req.param())
      const query = read(parameters.articleQuery, queryOf(context))
      return readArticle(context.env.asking, {...query, slug, media})
    },
    listHelplines: (context) => {
      mediaOf(context, JSON_ALONE)
      const query = read(parameters.helplinesQuery, queryOf(context))
      return listHelplines(context.env.asking, query)
    },
    readNotice: (context) => {
      mediaOf(context, JSON_ALONE)
      const path = read(parameters.noticePath, context.req.param())
      const query = read(parameters.noticeQuery, queryOf(context))
      return readNotice(context.env.asking, {...path, ...query})
    },
    listChanges: (context) => {
      mediaOf(context, JSON_ALONE)
      const query = read(parameters.changesQuery, queryOf(context))
      return listChanges(context.env.asking, changes, query)
    },
  }
  /** Those that stay the same while the edition does. */
  const lasting = {
    listArticles: true,
    readArticle: true,
    listHelplines: true,
    readNotice: true,
    listChanges: false,
  } as const satisfies Readonly<Record<OperationName, boolean>>

  const mount = (name: OperationName): void => {
    routes.get(OPERATIONS[name].getRoutingPath(), async (context) => {
      const prepared = await works[name](context)
      if (lasting[name]) context.env.onBody(prepared)
      return send(context, prepared)
    })
  }
  mount('listArticles')
  mount('readArticle')
  mount('listHelplines')
  mount('readNotice')
  mount('listChanges')

  const refuse = (context: ApiContext, problem: ApiProblem): Response => {
    const {publicUrl} = context.env.asking
    return toResponse(
      finishProblem(problem, {publicUrl, path: context.req.path}, aroundOf(context)),
    )
  }
  routes.notFound((context) => refuse(context, new ApiProblem('PATH_UNKNOWN', '')))
  routes.onError((error, context) => {
    if (error instanceof ApiProblem) return refuse(context, error)
    context.env.onFault(error)
    return refuse(context, new ApiProblem('FAULT', ''))
  })
  return routes
}
