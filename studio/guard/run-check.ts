/** Fetches what a document's check needs, as readers would get it, and checks. */
import type {SanityClient} from '@sanity/client'
import {isObject, type JsonObject, stringField} from '../../content/json-object.ts'
import {check, checkReach} from '../newsroom/check.ts'
import type {Finding} from '../newsroom/findings.ts'
import {Newsroom, type NewsroomOptions} from '../newsroom/newsroom.ts'
import {asPublished, idOf, titleOf, typeOf} from '../newsroom/papers.ts'
import {PaperStore} from '../store/paper-store.ts'

export interface Checked {
  readonly findings: readonly Finding[]
  readonly nameOf: (id: string) => string | undefined
  readonly typeOf: (id: string) => string | undefined
}

const reachedBy = (store: PaperStore, root: JsonObject): Promise<readonly string[]> =>
  // nothing refers to a notice: it stands in every article of its language
  typeOf(root) === 'crisisNotice'
    ? store.inLanguage(stringField(root, 'language') ?? '')
    : store.reaching(idOf(root))

/** `document`: as the form holds it. Everything else is taken as it is published. */
export const runCheck = async (
  client: SanityClient,
  document: JsonObject,
  options: NewsroomOptions,
): Promise<Checked> => {
  const store = new PaperStore(client.withConfig({perspective: 'published', useCdn: false}))
  await store.load()
  const root = asPublished(document)
  const isReadable = ['article', 'digest'].includes(typeOf(root) ?? '')
  const reached = isReadable ? [] : await reachedBy(store, root)
  const papersOf = (ids: readonly string[]) =>
    ids.map((id) => store.snapshot().papers.get(id)).filter(isObject)
  await store.ensure([root, ...papersOf(reached)])
  const {papers} = store.snapshot()
  const findings = isReadable
    ? await check(new Newsroom(papers, options), root)
    : await checkReach({papers, document: root, reached, ...options})
  const find = (id: string) => (id === idOf(root) ? root : papers.get(id))
  return {
    findings,
    nameOf: (id) => titleOf(find(id)),
    typeOf: (id) => typeOf(find(id)),
  }
}
