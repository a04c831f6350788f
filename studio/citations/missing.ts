/** What a source still needs, in words for the editor. */
import {findable} from '../../schemas/rules/sources.ts'
import type {Missing, ReferenceFields} from './reading.ts'

interface Need {
  readonly field: keyof ReferenceFields
  readonly say: string
  readonly lacks: (fields: ReferenceFields) => boolean
}

const NEEDS: readonly Need[] = [
  {
    field: 'kind',
    say: 'what kind of work it is',
    lacks: ({kind}) => kind === undefined,
  },
  {field: 'title', say: 'the title', lacks: ({title}) => title === undefined},
  {
    field: 'authors',
    say: 'the authors',
    lacks: ({authors = [], kind}) => authors.length === 0 && kind !== 'webPage',
  },
  {
    field: 'containerTitle',
    say: 'the journal',
    lacks: ({kind, containerTitle, containerAbbreviation}) =>
      kind === 'journalArticle' &&
      containerTitle === undefined &&
      containerAbbreviation === undefined,
  },
  {
    field: 'year',
    say: 'the year',
    lacks: ({year, accessedAt}) => year === undefined && accessedAt === undefined,
  },
  {
    field: 'url',
    say: 'a way to find it: a DOI, a PubMed id, a web address, or the full name of the journal',
    lacks: (fields) => fields.kind === 'journalArticle' && findable(fields) !== true,
  },
  {
    field: 'url',
    say: 'a way to find it: a DOI, a PubMed id, a web address, or who published it',
    lacks: (fields) => fields.kind !== 'journalArticle' && findable(fields) !== true,
  },
]

/** `more`: the text says "et al", so that authors are left out. */
export const missingFrom = (fields: ReferenceFields, more = false): readonly Missing[] => [
  ...NEEDS.flatMap(({field, say, lacks}) => (lacks(fields) ? [{field, say}] : [])),
  ...(more ? [{field: 'authors' as const, say: 'the authors after the third ("et al")'}] : []),
]

/** Whether readers can be given the source as it is; more authors would be better, but print the same. */
export const isPrintable = (fields: ReferenceFields): boolean =>
  fields.kind !== undefined && fields.title !== undefined && findable(fields) === true
