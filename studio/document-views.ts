/** What stands beside the form of a document: previews, and where it is used. */
import type {DefaultDocumentNodeResolver, ViewBuilder, StructureBuilder} from 'sanity/structure'

/** Views for each type, in the order of their tabs; the form is always the first. */
type Views = (S: StructureBuilder) => readonly ViewBuilder[]

const VIEWS: Readonly<Record<string, Views>> = {
  // PLACE: studio/where-used, for section, source, warning, helpline and crisisNotice:
  //   section: (S) => [S.view.component(WhereUsed).id('where-used').title('Where used')],
}

export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  S.document().views([S.view.form(), ...(VIEWS[schemaType]?.(S) ?? [])])
