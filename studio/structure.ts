/** The desk: what keeps readers safe comes first. */
import type {StructureResolver} from 'sanity/structure'

export const structure: StructureResolver = (S) =>
  S.list()
    .title('Newsroom')
    .items([
      S.documentTypeListItem('crisisNotice').title('Crisis notices'),
      S.documentTypeListItem('helpline').title('Helplines'),
      S.divider(),
      S.documentTypeListItem('article').title('Articles'),
      S.documentTypeListItem('digest').title('Digests'),
      S.divider(),
      S.documentTypeListItem('section').title('Sections'),
      S.documentTypeListItem('source').title('Sources'),
      S.documentTypeListItem('warning').title('Warnings'),
      S.documentTypeListItem('contributor').title('Contributors'),
      S.divider(),
      S.listItem()
        .id('site')
        .title('Site')
        .schemaType('site')
        .child(S.document().schemaType('site').documentId('site')),
    ])
