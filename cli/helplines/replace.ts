/** Another line takes over: what changes, and what a person has to look at. */
import {planReplacement, type ReplacementPlan} from '../../studio/actions/replace-helpline.ts'
import {isNoticeMessage, smsTextProblem} from '../../studio/actions/notice-message.ts'
import {
  type Mention,
  mentionsOf,
  oldNumberIn,
  withNewNumbers,
} from '../../studio/actions/numbers-in-words.ts'
import type {Usage} from '../../studio/where-used/load.ts'
import {referencesIn} from '../../studio/where-used/references.ts'
import {publishedId, type Stored} from '../../studio/where-used/stored.ts'

export interface ReplaceRequest {
  readonly old: readonly Stored[]
  readonly next: readonly Stored[]
  readonly usage: Usage
  /** YYYY-MM-DD. */
  readonly date: string
  /** New text messages, by notice; what is not here gets the new number in the old one's place. */
  readonly smsTexts: ReadonlyMap<string, string>
}

export interface PreparedReplacement {
  readonly plan: ReplacementPlan
  /** Notices' text messages, as they will be. */
  readonly smsTexts: ReadonlyMap<string, string>
  /** Texts that name the old number in words, which no reference moves. */
  readonly mentions: readonly Mention[]
}

export const prepareReplacement = (request: ReplaceRequest): PreparedReplacement => {
  const {old, next, usage, date, smsTexts: given} = request
  const [from, to] = [old[0], next[0]]
  const mentions = mentionsOf(usage.documents, from, to)
  const smsTexts = new Map(
    mentions
      .filter(isNoticeMessage)
      .map(({id, text}) => [id, given.get(id) ?? withNewNumbers(text, from, to)]),
  )
  const wrong = [...smsTexts].flatMap(([id, text]) => {
    const problem = smsTextProblem(text, oldNumberIn(text, from, to))
    return problem === undefined
      ? []
      : [`The text message of ${id}: ${problem} Give it with --sms-text "${id}=…".`]
  })
  const id = publishedId(from?._id ?? '')
  const holders = usage.documents.filter(({fields}) =>
    referencesIn(fields).some(({ref}) => publishedId(ref) === id),
  )
  const plan: ReplacementPlan =
    wrong.length > 0
      ? {ok: false, reasons: wrong}
      : planReplacement({old, next, holders, date, smsTexts})
  return {plan, smsTexts, mentions: mentions.filter((each) => !isNoticeMessage(each))}
}
