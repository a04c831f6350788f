/** What a reader must find, taken apart: numbers and names as data, since a partner's layout is its own. */
import type {Helpline} from '../../content/model.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'

export type FactKind = 'emergency' | 'name' | 'phone' | 'sms' | 'keyword' | 'chat'

export interface Fact {
  readonly kind: FactKind
  readonly helpline?: Helpline
  /** Dialled, or the words, or the address. */
  readonly value: string
  /** As a reader sees it in the notice. */
  readonly shown: string
}

const LABELS: Readonly<Record<FactKind, (fact: Fact) => string>> = {
  emergency: ({shown}) => `the emergency number ${shown}`,
  name: ({shown}) => `the name ${shown}`,
  phone: ({shown, helpline}) => `the number ${shown} of ${helpline?.name}`,
  sms: ({shown, helpline}) => `the text number ${shown} of ${helpline?.name}`,
  keyword: ({shown, helpline}) => `the word ${shown} to text to ${helpline?.name}`,
  chat: ({helpline}) => `the link to the chat of ${helpline?.name}`,
}

const factLabel = (fact: Fact): string => LABELS[fact.kind](fact)

const AND = new Intl.ListFormat('en')

/** In words; a helpline by its name where all of it is meant. `all`: the facts of the notice. */
export const describeFacts = (some: readonly Fact[], all: readonly Fact[]): string => {
  if (some.length === all.length) return 'the whole notice'
  const labels = [...Map.groupBy(some, ({helpline}) => helpline)].flatMap(([helpline, group]) => {
    const own = all.filter((fact) => fact.helpline === helpline)
    const isAll = helpline !== undefined && group.length === own.length
    return isAll ? [helpline.name] : group.map(factLabel)
  })
  return AND.format(labels)
}

/** A reader who finds it can reach somebody. */
export const isWay = ({kind}: Fact): boolean =>
  kind === 'phone' || kind === 'sms' || kind === 'chat'

export const helplineFacts = (helpline: Helpline): readonly Fact[] => {
  const {name, phone, sms, chatUrl} = helpline
  return [
    {kind: 'name', helpline, value: name, shown: name},
    ...(phone === undefined
      ? []
      : [{kind: 'phone', helpline, value: phone.dial, shown: phone.display} as const]),
    ...(sms === undefined
      ? []
      : [{kind: 'sms', helpline, value: sms.number, shown: sms.number} as const]),
    ...(sms?.keyword === undefined
      ? []
      : [{kind: 'keyword', helpline, value: sms.keyword, shown: sms.keyword} as const]),
    ...(chatUrl === undefined
      ? []
      : [{kind: 'chat', helpline, value: chatUrl, shown: chatUrl} as const]),
  ]
}

/** In the notice's order, the emergency number first. */
export const noticeFacts = ({emergency, helplines}: CrisisNotice): readonly Fact[] => [
  {kind: 'emergency', value: emergency.dial, shown: emergency.display},
  ...helplines.flatMap(helplineFacts),
]
