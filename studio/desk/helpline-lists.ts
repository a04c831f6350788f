/** Helplines, with those that somebody has to call. */
import {ArchiveIcon} from '@sanity/icons/Archive'
import {ClockIcon} from '@sanity/icons/Clock'
import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import type {ComponentType} from 'react'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {API_VERSION} from '../../schemas/rules/dataset.ts'

interface HelplineList {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  /** GROQ. */
  readonly filter: string
}

const LISTS: readonly HelplineList[] = [
  {
    id: 'in-use',
    title: 'In use',
    icon: MobileDeviceIcon,
    filter: '!defined(retiredAt)',
  },
  {
    id: 'to-call',
    title: 'To call',
    icon: ClockIcon,
    // crisis-notice/staleness.ts says the same
    filter:
      '!defined(retiredAt) && dateTime(verifiedAt + "T00:00:00Z") + coalesce(verifyEvery, 180) * 86400 < dateTime(now())',
  },
  {id: 'retired', title: 'Retired', icon: ArchiveIcon, filter: 'defined(retiredAt)'},
]

const listItem = (S: StructureBuilder, {id, title, icon, filter}: HelplineList): ListItemBuilder =>
  S.listItem()
    .id(id)
    .title(title)
    .icon(icon)
    .child(
      S.documentList()
        .apiVersion(API_VERSION)
        .id(id)
        .title(title)
        .schemaType('helpline')
        .filter(`_type == "helpline" && ${filter}`)
        .defaultOrdering([
          {field: 'country', direction: 'asc'},
          {field: 'name', direction: 'asc'},
        ]),
    )

export const helplineItem = (S: StructureBuilder): ListItemBuilder =>
  S.listItem()
    .id('helpline')
    .title('Helplines')
    .icon(MobileDeviceIcon)
    .child(
      S.list()
        .id('helpline')
        .title('Helplines')
        .items(LISTS.map((list) => listItem(S, list))),
    )
