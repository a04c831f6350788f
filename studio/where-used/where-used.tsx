/** The view "Where used" of a section, source, warning, helpline or notice. */
import {Box, Card, Container, Flex, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {UserViewComponent} from 'sanity/structure'
import {fieldsOf, textOf} from '../../schemas/shapes.ts'
import {CarriedList} from './carried-list.tsx'
import {summaryOf} from './kinds.ts'
import {ReachedList} from './reached-list.tsx'
import {publishedId} from './stored.ts'
import {type UsageState, useUsage} from './use-usage.ts'

const NOWHERE: Readonly<Record<string, string>> = {
  section: 'No article holds this section yet. Add it under "Sections" of an article.',
  source: 'Nothing cites this source yet. Cite it from the text of a section, warning or article.',
  warning:
    'Nothing shows this warning yet. Add it under "Warnings" of an article, or as a call-out in a text.',
  helpline:
    'Nothing shows this helpline. Add it to the crisis notice of its country, or to a text that speaks of it.',
  crisisNotice: 'Nothing is written in the language of this notice yet, so nothing carries it.',
}

const RETIRED = 'This line is retired, and nothing shows it any more. All is well.'

const Loading = (): ReactNode => (
  <Flex as="output" align="center" gap={3}>
    <Spinner muted />
    <Text size={1} muted>
      Looking for documents that use this…
    </Text>
  </Flex>
)

const Failed = ({error}: {readonly error: string}): ReactNode => (
  <Card tone="critical" border radius={2} padding={4} role="alert">
    <Text size={1}>This could not be found out: {error} Close the view and open it again.</Text>
  </Card>
)

interface FoundProps {
  readonly state: UsageState
  readonly type: string
  readonly isRetired: boolean
}

const Found = ({state, type, isRetired}: FoundProps): ReactNode => {
  const {usage, error} = state
  if (error !== undefined) return <Failed error={error} />
  if (usage === undefined) return <Loading />
  const {reached, carried} = usage
  const shown = summaryOf(reached.filter(({tie}) => tie === 'shows'))
  const isCarried = carried.some(({total}) => total > 0)
  if (reached.length === 0 && !isCarried) {
    return (
      <Card tone="transparent" border radius={2} padding={4} as="output">
        <Text size={1}>
          {isRetired ? RETIRED : (NOWHERE[type] ?? 'Nothing refers to this document.')}
        </Text>
      </Card>
    )
  }
  return (
    <Stack gap={5}>
      {shown !== '' && (
        <Text as="output" size={1} muted>
          Shown in {shown}. A change here is seen there, too.
        </Text>
      )}
      {isCarried && <CarriedList carried={carried} />}
      <ReachedList reached={reached} />
    </Stack>
  )
}

export const WhereUsed: UserViewComponent = ({document, documentId, schemaType}) => {
  const state = useUsage(publishedId(documentId), schemaType.name)
  return (
    <Box height="fill" overflow="auto">
      <Container width={1} padding={4}>
        <Stack gap={5} paddingY={3}>
          <Text as="h2" size={2} weight="semibold">
            Where this is used
          </Text>
          <Found
            state={state}
            type={schemaType.name}
            isRetired={textOf(fieldsOf(document.displayed)['retiredAt']) !== ''}
          />
        </Stack>
      </Container>
    </Box>
  )
}
