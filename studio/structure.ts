/** The list on the left: what keeps readers safe comes first, then what they read. */
import {BellIcon} from '@sanity/icons/Bell'
import {HomeIcon} from '@sanity/icons/Home'
import type {ListBuilder, ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {documentTypes} from '../schemas/index.ts'
import {AttentionIcon} from './attention/attention-icon.tsx'
import {AttentionPane} from './attention/attention-pane.tsx'
import {fromChildId} from './attention/child-id.ts'
import {articleItem} from './desk/article-lists.ts'
import {helplineItem} from './desk/helpline-lists.ts'
import {newNoticeItem} from './new-notice.ts'

const noticeItem = (S: StructureBuilder): ListItemBuilder =>
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
    )

const attentionItem = (S: StructureBuilder): ListItemBuilder =>
  S.listItem()
    .id('attention')
    .title('Needs attention')
    .icon(AttentionIcon)
    .child(
      S.component(AttentionPane)
        .id('attention')
        .title('Needs attention')
        .child((childId) => {
          const {type, id} = fromChildId(childId)
          return S.defaultDocument({schemaType: type, documentId: id}).documentId(id)
        }),
    )

const siteItem = (S: StructureBuilder): ListItemBuilder =>
  S.listItem()
    .id('site')
    .title('Site')
    .icon(HomeIcon)
    .schemaType('site')
    .child(S.document().schemaType('site').documentId('site').title('Site'))

const OURS: ReadonlySet<string> = new Set(documentTypes.map(({name}) => name))

/** What a Studio has beside Throwline stays within reach. */
const otherItems = (S: StructureBuilder): readonly ListItemBuilder[] =>
  S.documentTypeListItems().filter((item) => !OURS.has(item.getId() ?? ''))

export const structure = (S: StructureBuilder): ListBuilder => {
  const others = otherItems(S)
  return S.list()
    .id('content')
    .title('Newsroom')
    .items([
      noticeItem(S),
      helplineItem(S),
      attentionItem(S),
      S.divider(),
      articleItem(S),
      S.documentTypeListItem('section').title('Sections'),
      S.documentTypeListItem('source').title('Sources'),
      S.documentTypeListItem('warning').title('Warnings'),
      S.documentTypeListItem('contributor').title('Contributors'),
      S.divider(),
      S.documentTypeListItem('digest').title('Digests'),
      S.divider(),
      siteItem(S),
      ...(others.length === 0 ? [] : [S.divider(), ...others]),
    ])
}
