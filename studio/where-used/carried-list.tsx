/** What carries a crisis notice: every article and digest for its readers. */
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Card, Stack, Text} from '@sanity/ui'
import {type ReactNode, useState} from 'react'
import {audienceName} from '../newsroom/audiences.ts'
import type {Carried} from './load.ts'
import {ReachedList} from './reached-list.tsx'

const ON_TOPICS = new Intl.ListFormat('en', {type: 'disjunction'})

const saying = ({total, documents, country, language, topics}: Carried): string => {
  const what = total === 1 ? '1 article or digest' : `${total} articles and digests`
  const about = topics === 'all' ? '' : ` about ${ON_TOPICS.format(topics)}`
  const more = total > documents.length ? `; the first ${documents.length} are listed` : ''
  return `On ${what}${about}, by the notice for ${audienceName({country, language})}${more}`
}

const SUMMARY = {display: 'flex', gap: '0.75em', padding: '1em', cursor: 'pointer'} as const

const CarriedCard = ({
  carried,
  onFollow,
}: {
  readonly carried: Carried
  readonly onFollow?: (() => void) | undefined
}): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  const Icon = isOpen ? ChevronDownIcon : ChevronRightIcon
  return (
    <Card border radius={2} data-carried={carried.noticeId}>
      <details onToggle={({currentTarget}) => setOpen(currentTarget.open)}>
        <summary style={SUMMARY}>
          <Text as="span" size={1} aria-hidden>
            <Icon />
          </Text>
          <Text as="span" size={1} weight="medium">
            {saying(carried)}
          </Text>
        </summary>
        <Card padding={3} borderTop>
          <ReachedList
            reached={carried.documents.map((document) => ({...document, through: []}))}
            {...(onFollow !== undefined && {onFollow})}
          />
        </Card>
      </details>
    </Card>
  )
}

export const CarriedList = ({
  carried,
  onFollow,
}: {
  readonly carried: readonly Carried[]
  readonly onFollow?: () => void
}): ReactNode => (
  <Stack gap={3}>
    {carried.map((each) => (
      <CarriedCard key={each.noticeId} carried={each} onFollow={onFollow} />
    ))}
  </Stack>
)
