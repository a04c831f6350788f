/** Asks the dataset, level by level, for what reaches a document. */
import {fieldsOf, itemsOf, textOf} from '../../schemas/shapes.ts'
import {inForce, languagesCarrying, topicsOf} from './carried.ts'
import {type Reached, reachOf} from './reach.ts'
import {publishedId, type Stored, storedOf} from './stored.ts'

/** A query of the dataset in the `raw` perspective: drafts and versions beside the published ones. */
export type Ask = (query: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>

/** More would be no list that anybody reads. */
export const MOST_LISTED = 200

/** What carries one notice by its language. */
export interface Carried {
  readonly noticeId: string
  readonly country: string
  readonly language: string
  /** Where only articles on these topics show the helpline. */
  readonly topics: 'all' | readonly string[]
  /** Of each, drafts and published counted once; at most `MOST_LISTED`. */
  readonly documents: readonly Reached[]
  readonly total: number
}

export interface Usage {
  /** By reference. */
  readonly reached: readonly Reached[]
  /** By the crisis notice, which no document refers to. */
  readonly carried: readonly Carried[]
  /** The documents themselves, as stored now. */
  readonly documents: readonly Stored[]
}

const HOLDERS = '*[references($ids) && !(_id in path("_.**"))]'

/** Sanity's own documents, and deeper chains than the model has, end the walk. */
const DEEPEST = 8

const holdersOf = async (ask: Ask, root: string): Promise<readonly Stored[]> => {
  const found = new Map<string, Stored>()
  let ids: readonly string[] = [root]
  const asked = new Set(ids)
  for (let depth = 0; depth < DEEPEST && ids.length > 0; depth += 1) {
    const documents = storedOf(await ask(HOLDERS, {ids}))
    for (const document of documents) found.set(document._id, document)
    ids = [...new Set(documents.map(({_id}) => publishedId(_id)))].filter((id) => !asked.has(id))
    for (const id of ids) asked.add(id)
  }
  return [...found.values()]
}

const SHELF = `{
  "notices": *[_type == "crisisNotice" && country == $country],
  "fallbacks": *[_type == "site"][0].noticeFallbackLanguages,
  "written": array::unique(*[_type in ["article", "digest"]].language)
}`

const CARRIERS = `*[_type in ["article", "digest"] && language in $languages &&
  ($everybody || count(topics[@ in $topics]) > 0 || count((articles[]->topics[])[@ in $topics]) > 0)]
  | order(_type asc, title asc)`

const CARRIED = `{
  "documents": ${CARRIERS}[0...${2 * MOST_LISTED}]{_id, _type, _rev, title},
  "ids": ${CARRIERS}._id
}`

/** Loads what carries a notice. `helplines`: only where it shows one of them; all of it without. */
const carriedBy = async (
  ask: Ask,
  notice: Stored,
  helplines: ReadonlySet<string> | undefined,
): Promise<Carried> => {
  const country = textOf(notice.fields['country'])
  const language = textOf(notice.fields['language'])
  const {notices, fallbacks, written} = fieldsOf(await ask(SHELF, {country}))
  const shelf = {
    languages: inForce(storedOf(notices)).map(({fields}) => textOf(fields['language'])),
    fallbacks: itemsOf(fallbacks).map(textOf),
  }
  const topics = helplines === undefined ? 'all' : topicsOf(notice, helplines)
  const languages = languagesCarrying(language, itemsOf(written).map(textOf), shelf)
  const answer = fieldsOf(
    await ask(CARRIED, {
      languages,
      everybody: topics === 'all',
      topics: topics === 'all' ? [] : topics,
    }),
  )
  // a list of its own, in which each refers to the notice
  const documents = storedOf(answer['documents']).map((each) => ({
    ...each,
    fields: {...each.fields, notice: {_ref: publishedId(notice._id)}},
  }))
  const total = new Set(itemsOf(answer['ids']).map((id) => publishedId(textOf(id)))).size
  const listed = reachOf(documents, publishedId(notice._id)).slice(0, MOST_LISTED)
  return Object.freeze({
    noticeId: publishedId(notice._id),
    country,
    language,
    topics,
    documents: listed,
    total,
  })
}

const ONE = '*[_id == $id || _id == "drafts." + $id]'

/** `id`: of the published document. */
export const loadUsage = async (ask: Ask, id: string, type: string): Promise<Usage> => {
  const documents = await holdersOf(ask, id)
  const reached = reachOf(documents, id)
  if (type === 'crisisNotice') {
    const [notice] = inForce(storedOf(await ask(ONE, {id})))
    const carried = notice === undefined ? [] : [await carriedBy(ask, notice, undefined)]
    return Object.freeze({reached, carried, documents})
  }
  if (type !== 'helpline') return Object.freeze({reached, carried: [], documents})
  const pairs = reached.flatMap((each) => (each.tie === 'pairs' ? [each.id] : []))
  const lines = new Set([id, ...pairs])
  const ids = new Set(reached.flatMap((each) => (each.type === 'crisisNotice' ? [each.id] : [])))
  const notices = inForce(documents.filter((each) => ids.has(publishedId(each._id))))
  const carried = await Promise.all(notices.map((notice) => carriedBy(ask, notice, lines)))
  return Object.freeze({reached, carried, documents})
}
