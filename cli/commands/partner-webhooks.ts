/** `throwline partners webhook`: set, remove, list, replay, test. */
import Table from 'cli-table3'
import colors from 'picocolors'
import {webhookConfig} from '../../config.ts'
import {changeCursor} from '../../delivery/changes/cursor.ts'
import {parseAddress} from '../../delivery/subscribers/address.ts'
import type {WebhookEndpoint} from '../../delivery/webhooks/endpoint.ts'
import {openWebhookEndpoints, type WebhookEndpoints} from '../../delivery/webhooks/endpoints.ts'
import {DeliveryFailure} from '../../delivery/webhooks/failure.ts'
import {signedHeaders, testMessage} from '../../delivery/webhooks/message.ts'
import {postMessage} from '../../delivery/webhooks/post.ts'
import {UsageError} from '../../errors.ts'
import {openOffice} from '../open-store.ts'
import {NO_BORDERS} from '../report.ts'
import {grouped} from '../counted.ts'

export interface WebhookCommandOptions {
  readonly contact?: string
  readonly newSecret?: boolean
  readonly since?: string
  readonly json?: boolean
}

export interface WebhookArguments {
  readonly who: string
  readonly action: string
  readonly url?: string | undefined
}

interface Asked extends WebhookCommandOptions {
  readonly who: string
  readonly url: string | undefined
}

const json = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`)
}

const parseContact = (text: string): string => {
  const address = parseAddress(text, '')
  if (!('fault' in address) && address.channel === 'email') return address.address
  throw new UsageError(`--contact ${text}: write a mail address, as web@clinic.example.`)
}

const minute = (time: Date | undefined): string =>
  time === undefined ? 'never' : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`

const about = ({cursor, ...rest}: WebhookEndpoint) => ({...rest, cursor: changeCursor(cursor)})

const stateOf = ({state, failingSince, failure, behind}: WebhookEndpoint): string => {
  const since = failingSince === undefined ? '' : ` since ${minute(failingSince)}: ${failure ?? ''}`
  if (state === 'disabled') return colors.red(`disabled, failing${since}`)
  if (failingSince !== undefined) return colors.yellow(`failing${since}`)
  return behind === 0 ? 'up to date' : 'on its way'
}

const table = (endpoints: readonly WebhookEndpoint[]): string => {
  const head = ['partner', 'address', 'told last', 'to come', 'state']
  const made = new Table({
    head: head.map((title) => colors.dim(title)),
    chars: NO_BORDERS,
    style: {head: [], border: [], 'padding-left': 0, 'padding-right': 0},
  })
  made.push(
    ...endpoints.map((each) => [
      each.partnerName,
      each.url,
      minute(each.deliveredAt),
      grouped(each.behind),
      stateOf(each),
    ]),
  )
  return made.toString().replace(/[ ]+$/gm, '')
}

const EMPTY = `Nobody is told by webhook yet. Set one:

  throwline partners webhook "Clinic North" set https://clinic.example/hooks/throwline`

const set = async (endpoints: WebhookEndpoints, asked: Asked): Promise<number> => {
  const {who, url, contact, newSecret = false} = asked
  if (url === undefined) {
    throw new UsageError('Write where the partner is told: set https://clinic.example/hooks.')
  }
  const {endpoint, secret} = await endpoints.set(who, {
    url,
    hasNewSecret: newSecret,
    ...(contact !== undefined && {contact: parseContact(contact)}),
  })
  if (asked.json === true) {
    json({...about(endpoint), ...(secret !== undefined && {secret})})
    return 0
  }
  say(`${colors.green('✓')} ${endpoint.partnerName} is told of changes at ${endpoint.url}`)
  if (secret === undefined) say('The secret is the one it had.')
  else {
    say('', 'The secret that its server checks signatures with, shown this once:', '')
    say(`  ${colors.bold(secret)}`, '')
  }
  if (endpoint.contact === undefined) {
    say('Nobody will hear when it is disabled: name somebody with --contact.')
  }
  return 0
}

const remove = async (endpoints: WebhookEndpoints, {who, json: isJson}: Asked): Promise<number> => {
  const endpoint = await endpoints.remove(who)
  if (isJson === true) json({...about(endpoint), removed: true})
  else say(`${colors.green('✓')} ${endpoint.partnerName} is told by webhook no more.`)
  return 0
}

const list = async (endpoints: WebhookEndpoints, {who, json: isJson}: Asked): Promise<number> => {
  const found = who === 'list' ? await endpoints.list() : [await endpoints.find(who)]
  if (isJson === true) json({webhooks: found.map(about)})
  else say(found.length === 0 ? EMPTY : table(found))
  return 0
}

const replay = async (endpoints: WebhookEndpoints, asked: Asked): Promise<number> => {
  const {who, since} = asked
  if (since === undefined) {
    throw new UsageError('Write from where: replay --since CURSOR, or --since c0 for everything.')
  }
  const endpoint = await endpoints.replay(who, since)
  if (asked.json === true) json(about(endpoint))
  else {
    const changes = endpoint.behind === 1 ? '1 change' : `${endpoint.behind} changes`
    say(
      `${colors.green('✓')} A running server tells ${endpoint.partnerName} ${changes} again, within seconds.`,
    )
  }
  return 0
}

const test = async (endpoints: WebhookEndpoints, {who, json: isJson}: Asked): Promise<number> => {
  const {id, partnerName, url} = await endpoints.find(who)
  const message = testMessage()
  const headers = signedHeaders(message, await endpoints.secretOf(id))
  try {
    const {allowed} = webhookConfig()
    const status = await postMessage({url, headers, body: message.body}, {allowed})
    if (isJson === true) json({url, taken: true, status})
    else say(`${colors.green('✓')} ${partnerName} took a test message: HTTP ${status}.`)
    return 0
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error
    if (isJson === true) json({url, taken: false, failure: error.message})
    else process.stderr.write(`${colors.red('✗')} ${partnerName} took none: ${error.message}.\n`)
    return 1
  }
}

const ACTIONS: Readonly<
  Record<string, (endpoints: WebhookEndpoints, asked: Asked) => Promise<number>>
> = {set, remove, list, replay, test}

/** Throws UsageError, PartnerError, WebhookError, StoreError, ConfigError. */
export const webhookCommand = async (
  {who, action, url}: WebhookArguments,
  options: WebhookCommandOptions,
): Promise<number> => {
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
  if (run === undefined) {
    throw new UsageError(`${action}: write one of ${Object.keys(ACTIONS).join(', ')}.`)
  }
  const {allowed} = webhookConfig()
  const office = await openOffice()
  try {
    const {store, secret} = office
    return await run(openWebhookEndpoints({store, secret, allowed}), {...options, who, url})
  } finally {
    await office.close()
  }
}
