/** Documents by kind, as editors speak of them. */
import type {Reached} from './reach.ts'

interface Kind {
  readonly type: string
  readonly one: string
  readonly many: string
}

/** What readers meet first comes first; other types of a publisher's own come last. */
const KINDS: readonly Kind[] = [
  {type: 'crisisNotice', one: 'crisis notice', many: 'crisis notices'},
  {type: 'article', one: 'article', many: 'articles'},
  {type: 'digest', one: 'digest', many: 'digests'},
  {type: 'section', one: 'section', many: 'sections'},
  {type: 'warning', one: 'warning', many: 'warnings'},
  {type: 'helpline', one: 'helpline', many: 'helplines'},
]

const other = (type: string): Kind => ({type, one: type, many: type})

export interface Group {
  readonly type: string
  /** `3 articles`. */
  readonly heading: string
  readonly documents: readonly Reached[]
}

export const count = (type: string, number: number): string => {
  const {one, many} = KINDS.find((kind) => kind.type === type) ?? other(type)
  return `${number} ${number === 1 ? one : many}`
}

/** Each group in the order of titles. */
export const groupsOf = (reached: readonly Reached[]): readonly Group[] => {
  const known = KINDS.map(({type}) => type)
  const others = [...new Set(reached.map(({type}) => type))].filter((type) => !known.includes(type))
  return [...known, ...others.toSorted()].flatMap((type) => {
    const documents = reached
      .filter((each) => each.type === type)
      .toSorted((one, next) => one.title.localeCompare(next.title))
    return documents.length === 0 ? [] : [{type, heading: count(type, documents.length), documents}]
  })
}

/** `3 articles, 2 sections and 1 digest`; empty for nothing. */
export const summaryOf = (reached: readonly Reached[]): string => {
  const parts = groupsOf(reached).map(({heading}) => heading)
  const last = parts.at(-1)
  if (last === undefined || parts.length === 1) return last ?? ''
  return `${parts.slice(0, -1).join(', ')} and ${last}`
}
