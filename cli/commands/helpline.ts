/** `throwline helpline`: what shows a line, and another line in its place. */
import {deliveryConfig} from '../../config.ts'
import {HelplineError, UsageError} from '../../errors.ts'
import {today as utcToday} from '../../schemas/rules/dates.ts'
import {sendAll} from '../../studio/actions/send-all.ts'
import {publishedId, type Stored, titleOf} from '../../studio/where-used/stored.ts'
import {openHelplineDesk} from '../helplines/desk.ts'
import {reachOfHelpline} from '../helplines/reach.ts'
import {preparedText, reachText} from '../helplines/reach-report.ts'
import {prepareReplacement} from '../helplines/replace.ts'
import {parseToday} from '../open-content.ts'
import {openOffice} from '../open-store.ts'

export interface HelplineOptions {
  readonly json?: boolean
}

export interface ReplaceOptions extends HelplineOptions {
  readonly dryRun?: boolean
  readonly today?: string
  /** `crisisNotice-US-en=Call 988 …` */
  readonly smsText?: readonly string[]
}

const json = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

const nameOf = (line: readonly Stored[]): string => {
  const [first] = line
  return first === undefined ? '' : `${titleOf(first)} (${publishedId(first._id)})`
}

const parseSmsTexts = (given: readonly string[] = []): ReadonlyMap<string, string> =>
  new Map(
    given.map((each) => {
      const [id, text] = /^([\w-]+)=(.+)$/s.exec(each)?.slice(1) ?? []
      if (id !== undefined && text !== undefined) return [id, text]
      throw new UsageError(`--sms-text ${each}: write a notice and its text, as in ID=TEXT.`)
    }),
  )

export const reachCommand = async (id: string, options: HelplineOptions): Promise<number> => {
  const config = deliveryConfig()
  const desk = await openHelplineDesk(config.data)
  const line = await desk.line(id)
  const office = await openOffice(config)
  try {
    const {reach} = await reachOfHelpline({ask: desk.ask, store: office.store}, id)
    if (options.json === true) json({helpline: id, ...reach})
    else process.stdout.write(reachText(nameOf(line), reach))
    return 0
  } finally {
    await office.close()
  }
}

/** 1 when the line cannot take over, or somebody changed a document meanwhile; nothing is changed then. */
export const replaceCommand = async (
  oldId: string,
  nextId: string,
  options: ReplaceOptions,
): Promise<number> => {
  const config = deliveryConfig()
  const smsTexts = parseSmsTexts(options.smsText)
  const date = options.today === undefined ? utcToday() : parseToday(options.today)
  const desk = await openHelplineDesk(config.data)
  const [old, next] = [await desk.line(oldId), await desk.line(nextId)]
  const office = await openOffice(config)
  try {
    const {reach, usage} = await reachOfHelpline({ask: desk.ask, store: office.store}, oldId)
    const prepared = prepareReplacement({old, next, usage, date, smsTexts})
    const {plan, mentions} = prepared
    const isDone = plan.ok && options.dryRun !== true
    if (options.json !== true) {
      process.stdout.write(reachText(nameOf(old), reach) + preparedText(prepared))
    }
    const reasons = plan.ok ? [] : plan.reasons
    const refused = isDone ? await sendAll(desk.client, plan.mutations) : undefined
    if (options.json === true) {
      const changed = plan.ok ? plan.mutations.length : 0
      const texts = Object.fromEntries(prepared.smsTexts)
      json({
        old: oldId,
        next: nextId,
        reach,
        smsTexts: texts,
        mentions,
        changed,
        isDone: isDone && refused === undefined,
        reasons: refused === undefined ? reasons : [refused],
      })
    }
    if (reasons.length > 0) throw new HelplineError(reasons.join('\n'))
    if (refused !== undefined) throw new HelplineError(refused)
    if (options.json !== true) {
      process.stdout.write(
        isDone
          ? `✓ ${nameOf(next)} takes over.\n${reach.sent > 0 ? 'Some readers have the old number: throwline send outdated tells which.\n' : ''}`
          : 'Nothing was changed. Leave out --dry-run to replace it.\n',
      )
    }
    return 0
  } finally {
    await office.close()
  }
}
