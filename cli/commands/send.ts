/** `throwline send`: digests to subscribers, and what became of them. */
import colors from 'picocolors'
import {openContent} from '../../content/assemble.ts'
import type {Content} from '../../content/content.ts'
import {sanitySource} from '../../content/sanity-source.ts'
import {
  cancelCampaign,
  pauseCampaign,
  resumeCampaign,
  retryUnknown,
} from '../../delivery/campaigns/control.ts'
import type {RunOutcome} from '../../delivery/campaigns/run.ts'
import {
  type Campaign,
  campaignOfDigest,
  campaignStatus,
  type CampaignStatus,
  deadLetters,
  listCampaigns,
} from '../../delivery/campaigns/status.ts'
import {SUBSCRIBER_CHANNELS, type SubscriberChannel} from '../../delivery/store/schema.ts'
import {CampaignError, UsageError} from '../../errors.ts'
import {type DigestDesk, openDigestDesk} from '../delivery/digest-desk.ts'
import {planCampaign, type Prepared, prepareCampaign} from '../delivery/prepare-campaign.ts'
import {type ChannelOptions, runChannel} from '../delivery/run-channel.ts'
import {countsText, faultsText, statusTable, unservedText} from '../delivery/send-report.ts'
import {openConfiguredContent, parseToday} from '../open-content.ts'
import {type Office, openOffice} from '../open-store.ts'
import {findProject} from '../project.ts'
import {grouped} from '../counted.ts'

/** Dead letters told of; `send status ID --json` has them all. */
const SHOWN = 20
const LISTED = 20
const EVERY_FAULT = 1_000_000

export interface SendOptions {
  readonly dataset?: string
  readonly channel?: string
  readonly audience?: string
  readonly at?: string
  readonly today?: string
  readonly dryRun?: boolean
  readonly again?: boolean
  readonly background?: boolean
  readonly recipientsOf?: string
  readonly retryUnknown?: boolean
  readonly json?: boolean
}

const isChannel = (name: string): name is SubscriberChannel =>
  SUBSCRIBER_CHANNELS.some((channel) => channel === name)

const parseChannels = (value: string | undefined, desk: DigestDesk) => {
  if (value === undefined) {
    const asked = desk.digests.flatMap((digest) => digest.channels)
    return SUBSCRIBER_CHANNELS.filter((channel) => asked.includes(channel))
  }
  return value.split(',').map((name) => {
    if (isChannel(name)) return name
    throw new UsageError(`--channel ${name}: choose from ${SUBSCRIBER_CHANNELS.join(', ')}.`)
  })
}

const parseAudiences = (value: string | undefined): readonly string[] => {
  if (value === undefined) return []
  return value.split(',').map((name) => {
    if (/^[A-Z]{2}-[a-z]{2,3}(?:-\w+)*$/.test(name)) return name
    throw new UsageError(`--audience ${name}: write country and language, as in US-en,GB-en.`)
  })
}

const parseTime = (value: string | undefined): Date => {
  if (value === undefined) return new Date()
  const time = new Date(value)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) || Number.isNaN(time.valueOf())) {
    throw new UsageError(`--at ${value}: write a time as 2026-11-24T09:00Z.`)
  }
  return time
}

export const parseId = (value: string): number => {
  const id = Number(value)
  if (Number.isSafeInteger(id) && id > 0) return id
  throw new UsageError(
    `${value}: write the number of a campaign. throwline send status lists them.`,
  )
}

/** A file, the configured project, or the lake of a server that runs on the same data folder. */
export const openDigestContent = async (
  dataset: string | undefined,
  today: string,
  data: string,
): Promise<Content> => {
  const project = dataset === undefined ? await findProject(data) : undefined
  if (project === undefined) return openConfiguredContent(dataset, today)
  return openContent(sanitySource(project), {today})
}

const json = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export const inOffice = async (work: (office: Office) => Promise<number>): Promise<number> => {
  const office = await openOffice()
  try {
    return await work(office)
  } finally {
    await office.close()
  }
}

export const withDesk = (
  slug: string,
  {dataset, today: day}: Pick<SendOptions, 'dataset' | 'today'>,
  work: (office: Office, desk: DigestDesk, reopen: () => Promise<DigestDesk>) => Promise<number>,
): Promise<number> =>
  inOffice(async (office) => {
    const today = parseToday(day)
    let content: Content | undefined
    const open = async (): Promise<DigestDesk> => {
      await content?.close()
      content = await openDigestContent(dataset, today, office.config.data)
      return openDigestDesk(content, slug, today)
    }
    try {
      return await work(office, await open(), open)
    } finally {
      await content?.close()
    }
  })

/** Ctrl-C ends the run in order: what is under way ends, the rest stays queued. */
const untilInterrupted = (): {readonly signal: AbortSignal; readonly done: () => void} => {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop)
  return {
    signal: controller.signal,
    done: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop)
    },
  }
}

const ENDINGS: Readonly<Record<RunOutcome['reason'], string>> = {
  done: 'Done',
  paused: 'Paused',
  cancelled: 'Cancelled',
  waiting: 'Left to the servers',
  stopped: 'Stopped; run the same command again to go on',
}

const isClean = ({reason, status: {counts}}: RunOutcome): boolean =>
  ['done', 'waiting'].includes(reason) && counts.failed === 0 && counts.unknown === 0

const told = async ({store}: Office, outcome: RunOutcome): Promise<void> => {
  const {reason, status} = outcome
  const {id, channel, pauseReason} = status.campaign
  const verdict = isClean(outcome) ? colors.green('✓') : colors.yellow('!')
  const why = reason === 'paused' && pauseReason !== null ? ` ${pauseReason}` : ''
  process.stdout.write(
    `${verdict} ${ENDINGS[reason]} (campaign ${id}, ${channel}): ${countsText(status)}.${why}\n`,
  )
  process.stderr.write(faultsText(await deadLetters(store, id, {limit: SHOWN})))
  if (status.counts.unknown > 0) {
    process.stderr.write(
      `${status.counts.unknown} may have arrived or not. --retry-unknown sends them again, with the same Message-ID.\n`,
    )
  }
}

const dryRun = async (options: ChannelOptions, isJson: boolean): Promise<unknown> => {
  const {channel} = options
  const {served, unserved} = await planCampaign(options.office.store, options)
  if (!isJson) {
    const lines = served.map(
      ({country, language, subscribers}) =>
        `${channel}  ${country}-${language}  ${grouped(subscribers)}\n`,
    )
    process.stdout.write(lines.length === 0 ? `${channel}  nobody\n` : lines.join(''))
    process.stderr.write(unservedText(unserved))
  }
  return {channel, audiences: served, unserved}
}

/** 1 when some deliveries failed or are unknown, the campaign was paused, or nobody at all is subscribed. */
export const sendDigestCommand = (slug: string, options: SendOptions): Promise<number> =>
  withDesk(slug, options, async (office, desk, reopen) => {
    const isJson = options.json === true
    const channels = parseChannels(options.channel, desk)
    const shared = {
      office,
      desk,
      reopen,
      audiences: parseAudiences(options.audience),
      startsAt: parseTime(options.at),
      isAgain: options.again === true,
      inBackground: options.background === true,
      ...(options.recipientsOf !== undefined && {recipientsOf: parseId(options.recipientsOf)}),
    }
    if (options.dryRun === true) {
      const plans = []
      for (const channel of channels) plans.push(await dryRun({...shared, channel}, isJson))
      if (isJson) json(plans)
      return 0
    }
    const {signal, done} = untilInterrupted()
    const outcomes: RunOutcome[] = []
    let empty = 0
    try {
      for (const channel of channels) {
        if (signal.aborted) break
        const outcome = await sendChannel({...shared, channel}, options, signal)
        if (outcome === 'nobody') empty += 1
        else if (outcome !== undefined) outcomes.push(outcome)
      }
    } finally {
      done()
    }
    if (isJson) json(outcomes)
    const isWhole = outcomes.length > 0 && outcomes.length + empty === channels.length
    return isWhole && outcomes.every(isClean) ? 0 : 1
  })

const STANDINGS: Readonly<Record<Prepared['standing'], (id: number) => string>> = {
  new: () => '',
  open: (id) => `Campaign ${id} goes on.\n`,
  over: (id) =>
    `It was sent already, as campaign ${id}. --again sends it anew, to whoever is subscribed now.\n`,
}

/** Where the ledger of a campaign stands that has ended. */
const overOutcome = async ({store}: Office, {id, state}: Campaign): Promise<RunOutcome> => ({
  reason: state === 'cancelled' ? 'cancelled' : 'done',
  status: await campaignStatus(store, id),
})

/** Sent here, unless it is over or the servers send it. */
const outcomeOf = async (
  own: ChannelOptions,
  {campaign, standing}: Prepared,
  signal: AbortSignal,
): Promise<RunOutcome> => {
  if (standing === 'over') return overOutcome(own.office, campaign)
  if (!campaign.inBackground) return runChannel(own, campaign, signal)
  return {reason: 'waiting', status: await campaignStatus(own.office.store, campaign.id)}
}

/** The digest's own channels are for whoever has subscribers there; one that was asked for must have some. */
const isNobodys = async (
  {office, channel}: ChannelOptions,
  {channel: asked}: SendOptions,
): Promise<boolean> =>
  asked === undefined &&
  (await office.subscribers.list({channel, state: 'active', limit: 1})).length === 0

/** What stands against one channel is told and does not stop the other. */
const sendChannel = async (
  own: ChannelOptions,
  options: SendOptions,
  signal: AbortSignal,
): Promise<RunOutcome | 'nobody' | undefined> => {
  const {retryUnknown: isRetry, json: isJson} = options
  try {
    if (isRetry === true) await retryNewest(own)
    const {campaign, standing} = await prepareCampaign(own.office.store, own)
    if (isJson !== true) {
      process.stderr.write(STANDINGS[standing](campaign.id) + unservedText(campaign.unserved))
    }
    const outcome = await outcomeOf(own, {campaign, standing}, signal)
    if (isJson !== true) await told(own.office, outcome)
    return outcome
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error
    if (error.code === 'CAMPAIGN_WITHOUT_RECIPIENTS' && (await isNobodys(own, options))) {
      process.stderr.write(`${own.channel}: nobody is subscribed, so nothing is sent by it.\n`)
      return 'nobody'
    }
    process.stderr.write(`${error.code}: ${error.message}\n`)
    return undefined
  }
}

const retryNewest = async ({office: {store}, desk, channel}: ChannelOptions): Promise<void> => {
  for (const {id} of desk.digests) {
    const newest = await campaignOfDigest(store, id, channel)
    if (newest !== undefined) await retryUnknown(store, newest.id)
  }
}

export const sendStatusCommand = (
  id: string | undefined,
  options: {readonly json?: boolean},
): Promise<number> =>
  inOffice(async ({store}) => {
    if (id === undefined) {
      const statuses: CampaignStatus[] = []
      for (const campaign of await listCampaigns(store, {limit: LISTED})) {
        statuses.push(await campaignStatus(store, campaign.id))
      }
      if (options.json === true) json(statuses)
      else process.stdout.write(statusTable(statuses))
      return 0
    }
    const status = await campaignStatus(store, parseId(id))
    const limit = options.json === true ? EVERY_FAULT : SHOWN
    const faults = await deadLetters(store, status.campaign.id, {limit})
    if (options.json === true) json({...status, faults})
    else {
      process.stdout.write(statusTable([status]))
      process.stderr.write(unservedText(status.campaign.unserved) + faultsText(faults))
    }
    return 0
  })

const CONTROLS = {
  pause: (office: Office, id: number) => pauseCampaign(office.store, id, 'by hand'),
  resume: (office: Office, id: number) => resumeCampaign(office.store, id),
  cancel: (office: Office, id: number) => cancelCampaign(office.store, id),
} as const

export type Control = keyof typeof CONTROLS

export const sendControlCommand = (what: Control, id: string): Promise<number> =>
  inOffice(async (office) => {
    const campaignId = parseId(id)
    await CONTROLS[what](office, campaignId)
    process.stdout.write(statusTable([await campaignStatus(office.store, campaignId)]))
    if (what === 'resume') {
      process.stderr.write('Run throwline send digest again to send what is queued.\n')
    }
    return 0
  })
