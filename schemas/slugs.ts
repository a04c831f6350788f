/** A slug may be shared by translations, never by two articles of one language. */
import type {SlugIsUniqueValidator} from '@sanity/types'

const API_VERSION = '2026-03-01'

/** The published form of a draft's or a release version's id. */
const publishedId = (id: string): string =>
  id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')

export const uniquePerLanguage: SlugIsUniqueValidator = async (slug, context) => {
  const {document, getClient} = context
  if (document === undefined) return true
  const others = await getClient({apiVersion: API_VERSION}).fetch<number>(
    'count(*[_type == $type && slug.current == $slug && language == $language && !(_id in [$id, "drafts." + $id]) && !(_id in path("versions.*." + $id))])',
    {
      type: document._type,
      slug,
      language: document['language'] ?? '',
      id: publishedId(document._id),
    },
  )
  return others === 0
}
