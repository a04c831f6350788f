/**
 * The numbers that readers will see: content/citations.ts counts, as it does for publishers. Documents
 * may be half written: what cannot be read cites nothing.
 */
import {citedSources} from '../../content/citations.ts'
import type {Citation, PortableNode, Section, Warning} from '../../content/model.ts'
import {type Fields, fieldsOf, itemsOf, refOf, refsOf, textOf} from '../../schemas/shapes.ts'
import {publishedId} from '../where-used/stored.ts'

export interface Numbering {
  /** The article that is counted; undefined when no article shows the text yet. */
  readonly article?: {readonly id: string; readonly title: string}
  /** From source to number. */
  readonly numbers: ReadonlyMap<string, number>
}

/** A document by its id, as the editor has it before them. */
export type Lookup = (id: string) => Fields | undefined

const citationOf = (child: unknown): readonly Citation[] => {
  const {_type, sources} = fieldsOf(child)
  return _type === 'citation' ? [{_type: 'citation', _key: '', sources: refsOf(sources)}] : []
}

const warningOf = (id: string, lookup: Lookup, outer: ReadonlySet<string>): Warning => ({
  id,
  revision: '',
  title: '',
  severity: 'info',
  body: outer.has(id) ? [] : nodesOf(lookup(id)?.['body'], lookup, new Set([...outer, id])),
})

/** As much of a text as has to do with citations. `outer`: the warnings it stands in. */
const nodesOf = (
  body: unknown,
  lookup: Lookup,
  outer: ReadonlySet<string> = new Set(),
): readonly PortableNode[] =>
  itemsOf(body).flatMap((node): readonly PortableNode[] => {
    const {_type, children, warning} = fieldsOf(node)
    if (_type === 'warningRef') {
      const id = refOf(warning)
      return id === undefined
        ? []
        : [{_type: 'warningRef', _key: '', warning: warningOf(id, lookup, outer)}]
    }
    const cited = _type === 'block' ? itemsOf(children).flatMap(citationOf) : []
    return cited.length === 0
      ? []
      : [{_type: 'block', _key: '', style: 'normal', markDefs: [], children: cited}]
  })

const sectionOf = (id: string, lookup: Lookup): Section => ({
  id,
  revision: '',
  heading: '',
  anchor: '',
  body: nodesOf(lookup(id)?.['body'], lookup),
})

const counted = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, index) => [id, index + 1]))

const ofArticle = (article: Fields, lookup: Lookup): Numbering => ({
  article: {id: publishedId(textOf(article['_id'])), title: textOf(article['title'])},
  numbers: counted(
    citedSources({
      opening: nodesOf(article['opening'], lookup),
      warnings: refsOf(article['warnings']).map((id) => warningOf(id, lookup, new Set())),
      sections: refsOf(article['sections']).map((id) => sectionOf(id, lookup)),
    }),
  ),
})

/**
 * For the document in the form: an article has one numbering; a section or warning one for each article
 * that shows it, by title, or one of its own when none does.
 */
export const numberingsFor = (
  document: Fields,
  articles: readonly Fields[],
  lookup: Lookup,
): readonly Numbering[] => {
  if (document['_type'] === 'article') return [ofArticle(document, lookup)]
  const all = articles
    .map((article) => ofArticle(article, lookup))
    .toSorted((one, other) => (one.article?.title ?? '').localeCompare(other.article?.title ?? ''))
  if (all.length > 0) return all
  const opening = nodesOf(document['body'], lookup)
  return [{numbers: counted(citedSources({opening, warnings: [], sections: []}))}]
}

/** Ascending; a source that is not counted yet has none. */
export const numbersOf = (sources: readonly string[], {numbers}: Numbering): readonly number[] =>
  sources.flatMap((id) => numbers.get(id) ?? []).toSorted((one, other) => one - other)
