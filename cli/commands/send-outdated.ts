/** `throwline send outdated` and `send correction`: who has an old number, and telling them the new one. */
import colors from 'picocolors'
import {projectClient} from '../../content/hosted/client.ts'
import {campaignById} from '../../delivery/campaigns/status.ts'
import {UsageError} from '../../errors.ts'
import {correctionSlug, draftCorrection} from '../delivery/correction.ts'
import {type DigestDesk, openDigestDesk} from '../delivery/digest-desk.ts'
import {type OutdatedText, outdatedTexts} from '../delivery/outdated.ts'
import {parseToday} from '../open-content.ts'
import {findProject} from '../project.ts'
import {inOffice, openDigestContent, parseId} from './send.ts'
import {grouped} from '../counted.ts'

export interface OutdatedOptions {
  readonly days: string
  readonly dataset?: string
  readonly today?: string
  readonly json?: boolean
}

const parseDays = (value: string): number => {
  const days = Number(value)
  if (Number.isSafeInteger(days) && days > 0) return days
  throw new UsageError(`--days ${value}: write a number of days, as in 90.`)
}

const plural = (sent: number): string =>
  `${grouped(sent)} ${sent === 1 ? 'delivery' : 'deliveries'}`

const outdatedText = ({campaign, country, language, sent, reason}: OutdatedText): string =>
  `${colors.yellow('!')} campaign ${campaign.id} (${campaign.digest.slug}, ${campaign.channel}) ${country}-${language}: ${plural(sent)}\n  ${reason}\n`

/** 1 when somebody has an old notice. */
export const sendOutdatedCommand = (options: OutdatedOptions): Promise<number> =>
  inOffice(async ({store, config}) => {
    const today = parseToday(options.today)
    const days = parseDays(options.days)
    const content = await openDigestContent(options.dataset, today, config.data)
    try {
      const desks = new Map<string, Promise<DigestDesk>>()
      const deskFor = (slug: string): Promise<DigestDesk> => {
        const desk = desks.get(slug) ?? openDigestDesk(content, slug, today)
        desks.set(slug, desk)
        return desk
      }
      const outdated = await outdatedTexts({store, days}, deskFor)
      if (options.json === true) {
        const rows = outdated.map(({campaign, ...rest}) => ({
          campaignId: campaign.id,
          digest: campaign.digest.slug,
          channel: campaign.channel,
          ...rest,
        }))
        process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
      } else if (outdated.length === 0) {
        process.stdout.write(
          `${colors.green('✓')} Whatever was sent in ${days} days shows the notices as they are now.\n`,
        )
      } else {
        process.stdout.write(outdated.map(outdatedText).join(''))
        const [first] = outdated
        process.stdout.write(
          `throwline send correction ${first?.campaign.id} drafts a digest that tells them.\n`,
        )
      }
      return outdated.length === 0 ? 0 : 1
    } finally {
      await content.close()
    }
  })

/** The draft is for a person to read over: nothing is published or sent. */
export const sendCorrectionCommand = (id: string): Promise<number> =>
  inOffice(async ({store, config}) => {
    const campaign = await campaignById(store, parseId(id))
    const project = await findProject(config.data)
    if (project === undefined) {
      throw new UsageError(
        'Nothing says where drafts go: set SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_TOKEN, or leave `throwline serve` running in another terminal.',
      )
    }
    const draft = await draftCorrection(projectClient(project), campaign)
    process.stdout.write(
      `${colors.green('✓')} ${draft} is in the Studio. Read it over and publish it, then send it to whoever has campaign ${campaign.id}:\n  throwline send digest ${correctionSlug(campaign.id)} --recipients-of ${campaign.id}\n`,
    )
    return 0
  })
