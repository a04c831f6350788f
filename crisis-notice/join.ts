/** A crisisNotice document with its helplines in place of their ids, and every reason not to use it. */
import type {Helpline, Identity, NoticeDocument, Phone} from '../content/model.ts'
import type {Problem} from '../errors.ts'
import {staleness} from './staleness.ts'
import {noticeWording} from './wording.ts'

export interface JoinedNotice extends Identity {
  readonly country: string
  readonly language: string
  readonly heading: string
  readonly lead: string
  readonly smsText: string
  readonly emergency: Phone
  readonly helplines: readonly Helpline[]
  readonly topicHelplines: readonly {
    readonly topic: string
    readonly helplines: readonly Helpline[]
  }[]
  readonly problems: readonly Problem[]
}

type Report = (path: string, code: string, message: string) => void

const checkHelpline = (
  helpline: Helpline,
  country: string,
  today: string,
  path: string,
  report: Report,
): void => {
  // Stryker disable next-line ConditionalExpression: undefined is never before a date; the type asks
  const retired = helpline.retiredAt !== undefined && helpline.retiredAt <= today
  if (retired) {
    const successor = helpline.replacedBy
    const mend =
      successor === undefined
        ? 'Remove it, or put the line that replaces it in its place'
        : `Reference ${successor}, which replaces it`
    report(
      path,
      'HELPLINE_RETIRED',
      `${helpline.name} (${helpline.id}) was retired on ${helpline.retiredAt}. ${mend}.`,
    )
  }
  if (helpline.country !== country) {
    report(
      path,
      'HELPLINE_FOREIGN',
      `${helpline.name} (${helpline.id}) is for ${helpline.country}, this notice for ${country}. Reference a line of ${country}.`,
    )
  }
  const stale = staleness(helpline, today)
  if (stale?.code === 'HELPLINE_EXPIRED') report(path, stale.code, stale.message)
}

/**
 * Whether `text` holds `number`, however its digits are spaced or hyphenated, and not as a part of a
 * longer one: `988 (24/7)` holds 988, `19885` does not.
 */
const mentions = (text: string, number: string): boolean => {
  const digits = [...number.replace(/\D/g, '')]
  const run = new RegExp(String.raw`(?<!\d)${digits.join(String.raw`[\s().-]*`)}(?!\d)`)
  // A number may be shown as a word; a word of no digits would be found anywhere.
  return digits.length > 0 && run.test(text)
}

const checkSmsText = (
  document: NoticeDocument,
  helplines: readonly Helpline[],
  report: Report,
): void => {
  const numbers = helplines.flatMap(({phone, sms}) => [
    ...(phone === undefined ? [] : [phone.dial, phone.display]),
    ...(sms === undefined ? [] : [sms.number]),
  ])
  if (numbers.some((number) => mentions(document.smsText, number))) return
  report(
    'smsText',
    'NOTICE_SMS_WITHOUT_NUMBER',
    `The SMS text "${document.smsText}" holds no number of its helplines (${numbers.join(', ')}). Write one of them into it.`,
  )
}

/** Resolves ids; pairs are put side by side. `today` is YYYY-MM-DD. */
export const joinNotice = (
  document: NoticeDocument,
  byId: ReadonlyMap<string, Helpline>,
  today: string,
): JoinedNotice => {
  const problems: Problem[] = []
  const report: Report = (path, code, message) => {
    problems.push({documentId: document.id, path, code, message})
  }

  const resolve = (id: string, path: string): readonly Helpline[] => {
    const helpline = byId.get(id)
    if (helpline === undefined) {
      report(
        path,
        'HELPLINE_MISSING',
        `The helpline ${id} is not in the dataset or cannot be read. Publish or mend it, or take it out of the notice.`,
      )
      return []
    }
    checkHelpline(helpline, document.country, today, path, report)
    return [helpline]
  }

  const resolveAll = (ids: readonly string[], field: string): readonly Helpline[] => {
    const lines = ids.flatMap((id, index) => {
      const path = `${field}[${index}]`
      const own = resolve(id, path)
      const partner = own[0]?.pairedWith
      return partner === undefined ? own : [...own, ...resolve(partner, `${path}->pairedWith`)]
    })
    return [...new Map(lines.map((line) => [line.id, line])).values()]
  }

  const helplines = resolveAll(document.helplines, 'helplines')
  const topicHelplines = document.topicHelplines.map(({topic, helplines: ids}, index) => ({
    topic,
    helplines: resolveAll(ids, `topicHelplines[${index}].helplines`),
  }))
  if (helplines.length === 0 && problems.length === 0) {
    report('helplines', 'NOTICE_EMPTY', 'The notice names no helpline. Add at least one.')
  }
  if (noticeWording(document.language) === undefined) {
    report(
      'language',
      'NOTICE_WORDING_MISSING',
      `Throwline has no notice wording in ${document.language}. Add the language to crisis-notice/wording.ts, or let the site's noticeFallbackLanguages stand in.`,
    )
  }
  if (helplines.length > 0) {
    const all = [...helplines, ...topicHelplines.flatMap((entry) => entry.helplines)]
    checkSmsText(document, all, report)
  }

  const {id, revision, country, language, heading, lead, smsText, emergency} = document
  return {
    id,
    revision,
    country,
    language,
    heading,
    lead,
    smsText,
    emergency,
    helplines,
    topicHelplines,
    problems,
  }
}
