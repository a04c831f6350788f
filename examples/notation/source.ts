/** Sources, in the shortest form that loses nothing. */
import {document, type Document} from './documents.ts'
import {given, type Json, type JsonObject} from './json.ts'
import {idOf} from './reference.ts'

type Kind = 'journalArticle' | 'book' | 'report' | 'webPage' | 'dataset'

export interface SourceText {
  /** `people` or `organization`. */
  readonly by: readonly JsonObject[]
  readonly title: string
  /** A journal's full name and its NLM abbreviation. */
  readonly journal?: readonly [name: string, abbreviation: string]
  readonly year?: number
  readonly volume?: string
  readonly issue?: string
  readonly pages?: string
  readonly articleNumber?: string
  readonly publisher?: string
  readonly doi?: string
  readonly pmid?: string
  readonly url?: string
  readonly accessedAt?: string
  readonly retraction?: {readonly date: string; readonly note: string}
}

const PERSON = /^(.+) ([A-Z]+)$/

/** `Fava M; Al Shirawi MI`: family name, then initials, as indexes print them. */
export const people = (names: string): readonly JsonObject[] =>
  names.split(';').map((name): JsonObject => {
    const [, family, initials] = PERSON.exec(name.replace(/\s+/g, ' ').trim()) ?? []
    if (family === undefined || initials === undefined)
      throw new Error(`"${name}" has no initials.`)
    return {family, given: [...initials].map((letter) => `${letter}.`).join(' ')}
  })

export const organization = (name: string): readonly JsonObject[] => [{organization: name}]

export const source = (
  kind: Kind,
  name: string,
  {by, journal, retraction, ...rest}: SourceText,
): Document => {
  const more: Record<string, Json | undefined> = {...rest}
  return document(
    'source',
    idOf('source', name),
    given({
      kind,
      authors: by,
      containerTitle: journal?.[0],
      containerAbbreviation: journal?.[1],
      retraction: retraction && {...retraction},
      ...more,
    }),
  )
}
