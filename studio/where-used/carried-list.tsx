/** What carries a crisis notice: every article and digest for its readers. */
import {Card, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
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

export const CarriedList = ({
  carried,
  onFollow,
}: {
  readonly carried: readonly Carried[]
  readonly onFollow?: () => void
}): ReactNode => (
  <Stack gap={3}>
    {carried.map((each) => (
      <Card key={each.noticeId} border radius={2} data-carried={each.noticeId}>
        <details>
          <summary style={{padding: '1em', cursor: 'pointer'}}>
            <Text as="span" size={1} weight="medium" style={{display: 'inline-block'}}>
              {saying(each)}
            </Text>
          </summary>
          <Card padding={3} borderTop>
            <ReachedList
              reached={each.documents.map((document) => ({...document, through: []}))}
              {...(onFollow !== undefined && {onFollow})}
            />
          </Card>
        </details>
      </Card>
    ))}
  </Stack>
)
