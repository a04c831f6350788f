/** Numbers of a helpline that stand in texts, where no reference moves them. */
import {fieldsOf, itemsOf, textOf} from '../../schemas/shapes.ts'
import {publishedId, type Stored, stateOf, titleOf} from '../where-used/stored.ts'

interface Number {
  readonly kind: 'phone' | 'sms'
  /** As readers see it. */
  readonly display: string
  /** Its digits, without `+`. */
  readonly digits: string
}

const digitsOf = (number: string): string => number.replace(/\D/g, '')

const NUMBERED = ['dial', 'display'] as const

export const numbersOf = (line: Stored | undefined): readonly Number[] => {
  const phone = fieldsOf(line?.fields['phone'])
  const sms = textOf(fieldsOf(line?.fields['sms'])['number'])
  const display = textOf(phone['display']) || textOf(phone['dial'])
  const calls = NUMBERED.map((name) => digitsOf(textOf(phone[name])))
  const all: readonly Number[] = [
    ...calls.map((digits) => ({kind: 'phone' as const, display, digits})),
    {kind: 'sms', display: sms, digits: digitsOf(sms)},
  ]
  return [...new Map(all.map((each) => [`${each.kind} ${each.digits}`, each])).values()].filter(
    ({digits}) => digits !== '',
  )
}

/** The number however its digits are spaced, and not within a longer one. */
const patternOf = (digits: string): RegExp => {
  const spaced = [...digits].join(String.raw`[\s().-]*`)
  return new RegExp(String.raw`(?<!\d)\+?${spaced}(?!\d)`, 'gu')
}

/**
 * Reads the text with the new line's numbers in place of the old one's, call for call, text for text.
 * "Call" before a number that takes texts only would mislead: what has no counterpart stays, and so
 * does a number to call and to text where the new line has two.
 */
export const withNewNumbers = (
  text: string,
  old: Stored | undefined,
  next: Stored | undefined,
): string => {
  const news = numbersOf(next)
  const kept = new Set(news.map(({digits}) => digits))
  let result = text
  for (const [digits, uses] of Map.groupBy(numbersOf(old), (each) => each.digits)) {
    if (kept.has(digits)) continue
    const counterparts = uses.map(({kind}) => news.find((each) => each.kind === kind))
    const [first, ...others] = counterparts
    if (first === undefined || others.some((each) => each?.digits !== first.digits)) continue
    result = result.replace(patternOf(digits), () => first.display)
  }
  return result
}

/** The first number of the old line that the text names and the new line has not. */
export const oldNumberIn = (
  text: string,
  old: Stored | undefined,
  next: Stored | undefined,
): string | undefined => {
  const kept = new Set(numbersOf(next).map(({digits}) => digits))
  return numbersOf(old).find(({digits}) => !kept.has(digits) && text.search(patternOf(digits)) >= 0)
    ?.display
}

export interface Mention {
  /** Without `drafts.`. */
  readonly id: string
  readonly type: string
  readonly title: string
  /** The text that names the number: all of a field, or what stands around the number in a long one. */
  readonly text: string
  /** The field it is in, at the top of the document. */
  readonly field: string
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return itemsOf(value).flatMap(textsIn)
  const fields = fieldsOf(value)
  // a block's text is spread over its spans, and a number over two of them is a number all the same
  if (fields['_type'] === 'block') {
    return [
      itemsOf(fields['children'])
        .map((span) => textOf(fieldsOf(span)['text']))
        .join(' '),
    ]
  }
  return Object.entries(fields).flatMap(([name, each]) =>
    name.startsWith('_') ? [] : textsIn(each),
  )
}

/** Fields that hold no words for readers. */
const NO_WORDS: ReadonlySet<string> = new Set(['emergency', 'slug', 'publishedAt', 'updatedAt'])

const LONG = 200
const BEFORE = 80

const around = (text: string, at: number): string => {
  if (text.length <= LONG) return text
  const start = Math.max(0, at - BEFORE)
  const end = start + LONG
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`
}

/**
 * Texts of documents that name a number which the old line has and the new one has not. Of a document
 * with a draft, the draft's.
 */
export const mentionsOf = (
  documents: readonly Stored[],
  old: Stored | undefined,
  next: Stored | undefined,
): readonly Mention[] => {
  const kept = new Set(numbersOf(next).map(({digits}) => digits))
  const patterns = numbersOf(old)
    .filter(({digits}) => !kept.has(digits))
    .map(({digits}) => patternOf(digits))
  const drafts = new Set(
    documents.flatMap(({_id}) => (stateOf(_id) === 'draft' ? [publishedId(_id)] : [])),
  )
  return documents
    .filter(
      ({_id, _type}) => _type !== 'helpline' && (stateOf(_id) === 'draft' || !drafts.has(_id)),
    )
    .flatMap((document) =>
      Object.entries(document.fields).flatMap(([name, value]) =>
        name.startsWith('_') || NO_WORDS.has(name)
          ? []
          : textsIn(value).flatMap((text) => {
              const at = Math.max(...patterns.map((pattern) => text.search(pattern)))
              if (at < 0) return []
              const id = publishedId(document._id)
              const title = titleOf(document)
              return [{id, type: document._type, title, text: around(text, at), field: name}]
            }),
      ),
    )
}
