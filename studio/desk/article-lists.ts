/** Articles by where they stand, and by topic. */
import {ArchiveIcon} from '@sanity/icons/Archive'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {TagIcon} from '@sanity/icons/Tag'
import type {ComponentType} from 'react'
import type {DocumentListBuilder, ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/rules/dataset.ts'
import {TOPIC_LIST} from '../../schemas/topics.ts'
import {ARTICLE_ON_TOPIC} from './templates.ts'

interface ArticleState {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  /** GROQ, in the perspective of drafts; `$today` is YYYY-MM-DD. */
  readonly filter: string
  readonly newest: 'publishedAt' | '_updatedAt' | 'nextReview'
}

/** Documents in the perspective of drafts tell by `_originalId` whether a draft stands in front. */
const STATES: readonly ArticleState[] = [
  {
    id: 'drafts',
    title: 'Drafts',
    icon: EditIcon,
    filter: '_originalId in path("drafts.**")',
    newest: '_updatedAt',
  },
  {
    id: 'in-review',
    title: 'In review',
    icon: EyeOpenIcon,
    filter: '!defined(retraction) && (!defined(lastReviewed) || nextReview < $today)',
    newest: 'nextReview',
  },
  {
    id: 'published',
    title: 'Published',
    icon: CheckmarkCircleIcon,
    filter: '!defined(retraction) && !(_originalId in path("drafts.**"))',
    newest: 'publishedAt',
  },
  {
    id: 'retracted',
    title: 'Retracted',
    icon: ArchiveIcon,
    filter: 'defined(retraction)',
    newest: 'publishedAt',
  },
]

const articles = (S: StructureBuilder, filter: string): DocumentListBuilder =>
  S.documentList()
    .apiVersion(API_VERSION)
    .schemaType('article')
    .filter(filter === '' ? '_type == "article"' : `_type == "article" && (${filter})`)

const stateItem = (
  S: StructureBuilder,
  {id, title, icon, filter, newest}: ArticleState,
): ListItemBuilder =>
  S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(() =>
      articles(S, filter)
        .id(id)
        .title(title)
        .params({today: new Date().toISOString().slice(0, 10)})
        .defaultOrdering([{field: newest, direction: newest === 'nextReview' ? 'asc' : 'desc'}]),
    )

const topicItem = (
  S: StructureBuilder,
  {value, title}: {readonly value: string; readonly title: string},
): ListItemBuilder =>
  S.listItem()
    .id(value)
    .title(title)
    .icon(TagIcon)
    .child(
      articles(S, '$topic in topics')
        .id(value)
        .title(title)
        .params({topic: value})
        .initialValueTemplates([S.initialValueTemplateItem(ARTICLE_ON_TOPIC, {topic: value})])
        .defaultOrdering([{field: 'publishedAt', direction: 'desc'}]),
    )

export const articleItem = (S: StructureBuilder): ListItemBuilder =>
  S.listItem()
    .id('article')
    .title('Articles')
    .icon(DocumentTextIcon)
    .child(
      S.list()
        .id('article')
        .title('Articles')
        .items([
          S.listItem()
            .id('all')
            .title('All articles')
            .icon(DocumentsIcon)
            .schemaType('article')
            .child(
              S.documentTypeList('article')
                .id('all')
                .title('All articles')
                .defaultOrdering([{field: 'publishedAt', direction: 'desc'}]),
            ),
          S.divider(),
          ...STATES.map((state) => stateItem(S, state)),
          S.divider(),
          ...TOPIC_LIST.map((topic) => topicItem(S, topic)),
        ]),
    )
