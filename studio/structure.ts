/** The list on the left: what keeps readers safe comes first, then what they read. */
import {BellIcon} from '@sanity/icons/Bell'
import {HomeIcon} from '@sanity/icons/Home'
import type {ListBuilder, StructureBuilder} from 'sanity/structure'
import {newNoticeItem} from './new-notice.ts'

export const structure = (S: StructureBuilder): ListBuilder =>
  S.list()
    .id('content')
    .title('Content')
    .items([
      S.listItem()
        .id('crisisNotice')
        .title('Crisis notices')
        .icon(BellIcon)
        .child(
          S.list()
            .id('crisisNotice')
            .title('Crisis notices')
            .items([
              newNoticeItem(S),
              S.documentTypeListItem('crisisNotice')
                .title('All notices')
                .child(
                  S.documentTypeList('crisisNotice')
                    .title('All notices')
                    .defaultOrdering([
                      {field: 'country', direction: 'asc'},
                      {field: 'language', direction: 'asc'},
                    ])
                    .initialValueTemplates([]),
                ),
            ]),
        ),
      S.documentTypeListItem('helpline').title('Helplines'),
      S.divider(),
      S.documentTypeListItem('article').title('Articles'),
      S.documentTypeListItem('section').title('Sections'),
      S.documentTypeListItem('warning').title('Warnings'),
      S.documentTypeListItem('source').title('Sources'),
      S.documentTypeListItem('contributor').title('Contributors'),
      S.divider(),
      S.documentTypeListItem('digest').title('Digests'),
      S.divider(),
      S.listItem()
        .id('site')
        .title('Site')
        .icon(HomeIcon)
        .schemaType('site')
        .child(S.document().schemaType('site').documentId('site').title('Site')),
    ])
