/** Documents whose `_id` is fixed: they are not made with "New document", nor copied. */
import type {DocumentActionsResolver, NewDocumentOptionsResolver} from 'sanity'

const FIXED_IDS: ReadonlySet<string> = new Set([
  'site',
  'crisisNotice',
  'crisisNotice-for-audience',
  // only where the topic is known
  'article-on-topic',
])

export const newDocumentOptions: NewDocumentOptionsResolver = (templates) =>
  templates.filter(({templateId}) => !FIXED_IDS.has(templateId))

/** The site stays; a notice may be withdrawn, but a copy would be for nobody. */
const REFUSED: Readonly<Record<string, readonly (string | undefined)[]>> = {
  site: ['delete', 'duplicate', 'unpublish'],
  crisisNotice: ['duplicate'],
}

export const documentActions: DocumentActionsResolver = (actions, {schemaType}) =>
  actions.filter(({action}) => !(REFUSED[schemaType] ?? []).includes(action))
