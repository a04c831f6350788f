/** What is wrong only because of another document. */
import type {Problem} from '../errors.ts'
import type {Helpline} from './model.ts'

interface Addressed {
  readonly id: string
  readonly slug: string
  readonly language: string
}

/** A problem for each of those that share an address: nothing tells which of them is meant. */
export const repeatedSlugs = (items: readonly Addressed[]): readonly Problem[] => {
  const groups = Map.groupBy(items, ({slug, language}) => `${language.toLowerCase()} ${slug}`)
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.map(({id, slug, language}) => {
        const others = group.flatMap((each) => (each.id === id ? [] : [each.id]))
        return {
          documentId: id,
          path: 'slug',
          code: 'DUPLICATE_SLUG',
          message: `${others.join(', ')} has the slug ${slug} in ${language} too, so one would overwrite the other. Change one of the slugs.`,
        }
      }),
    )
}

/** Slugs that are the folder of a language: `es` beside Spanish articles, which stand in `/es/`. */
export const languageSlugs = (items: readonly Addressed[]): readonly Problem[] => {
  // without regard to case, since some file systems have none
  const folders = new Map(items.map(({language}) => [language.toLowerCase(), language]))
  return items.flatMap(({id, slug}) => {
    const language = folders.get(slug)
    return language === undefined
      ? []
      : [
          {
            documentId: id,
            path: 'slug',
            code: 'RESERVED_SLUG',
            message: `/${slug}/ is where the site keeps its articles in ${language}. Choose another slug.`,
          },
        ]
  })
}

/** Helplines that replace one another in a circle, so that none of them is current. */
export const replacementCycles = (helplines: readonly Helpline[]): readonly Problem[] => {
  const successor = new Map(helplines.map(({id, replacedBy}) => [id, replacedBy]))
  const isInCycle = (id: string): boolean => {
    const seen = new Set<string>()
    let next = successor.get(id)
    while (next !== undefined && !seen.has(next)) {
      if (next === id) return true
      seen.add(next)
      next = successor.get(next)
    }
    return false
  }
  return helplines
    .filter(({id}) => isInCycle(id))
    .map(({id, replacedBy}) => ({
      documentId: id,
      path: 'replacedBy',
      code: 'REFERENCE_CYCLE',
      message: `${id} is replaced by ${replacedBy}, which leads back to ${id}. Remove replacedBy from the line that is in use.`,
    }))
}
