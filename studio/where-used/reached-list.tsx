/** Documents by kind, each with a link, its states and the way it is reached. */
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {IntentLink} from 'sanity/router'
import {useSchema} from 'sanity'
import {groupsOf} from './kinds.ts'
import type {Reached, Tie} from './reach.ts'
import type {State} from './stored.ts'

const LIST = {listStyle: 'none', margin: 0, padding: 0} as const

const STATE: Readonly<
  Record<State, {readonly text: string; readonly tone: 'positive' | 'caution'}>
> = {
  published: {text: 'Published', tone: 'positive'},
  draft: {text: 'Draft', tone: 'caution'},
  version: {text: 'In a release', tone: 'caution'},
}

/** A retired line names the one that took over; an article offers others to read next. */
const LEADS: Readonly<Record<string, string>> = {
  helpline: 'Retired: names it as the line that took over',
  article: 'Offers it to read next',
}

const tieText = (tie: Tie, type: string): string => {
  if (tie === 'shows') return ''
  return tie === 'pairs' ? 'Always shown together with it' : (LEADS[type] ?? 'Leads to it')
}

const wayOf = ({type, tie, through}: Reached, titles: ReadonlyMap<string, string>): string =>
  through.length === 0
    ? tieText(tie, type)
    : `Through ${through.map((id) => `“${titles.get(id) ?? id}”`).join(', then ')}`

const Row = ({
  reached,
  titles,
  onFollow,
}: {
  readonly reached: Reached
  readonly titles: ReadonlyMap<string, string>
  readonly onFollow?: (() => void) | undefined
}): ReactNode => {
  const Icon = useSchema().get(reached.type)?.icon
  const way = wayOf(reached, titles)
  return (
    <Card as="li" border radius={2} padding={3} data-reached={reached.id}>
      <Flex gap={3} align="flex-start">
        {Icon !== undefined && (
          <Text size={1} muted aria-hidden>
            <Icon />
          </Text>
        )}
        <Stack gap={3} flex={1} style={{minWidth: 0}}>
          <Text size={1} weight="medium" style={{overflowWrap: 'anywhere'}}>
            <IntentLink
              intent="edit"
              params={{id: reached.id, type: reached.type}}
              onClick={onFollow}
            >
              {reached.title}
            </IntentLink>
          </Text>
          {way !== '' && (
            <Text size={1} muted>
              {way}
            </Text>
          )}
        </Stack>
        <Flex gap={1} wrap="wrap" justify="flex-end">
          {reached.states.map((state) => (
            <Badge key={state} tone={STATE[state].tone} fontSize={0}>
              {STATE[state].text}
            </Badge>
          ))}
        </Flex>
      </Flex>
    </Card>
  )
}

export interface ReachedListProps {
  readonly reached: readonly Reached[]
  /** Titles of what they are reached through, when that is not among them. */
  readonly titles?: ReadonlyMap<string, string>
  /** Called when a link is followed, e.g. to close a dialog. */
  readonly onFollow?: () => void
  /** The level of the groups' headings. */
  readonly headings?: 'h2' | 'h3' | 'h4'
}

const NONE: ReadonlyMap<string, string> = new Map()

export const ReachedList = ({
  reached,
  titles = NONE,
  onFollow,
  headings = 'h3',
}: ReachedListProps): ReactNode => {
  const all = new Map([...titles, ...reached.map(({id, title}) => [id, title] as const)])
  return (
    <Stack gap={5}>
      {groupsOf(reached).map(({type, heading, documents}) => (
        <Stack key={type} gap={3}>
          <Text as={headings} size={1} weight="semibold">
            {heading}
          </Text>
          <Box>
            <Stack as="ul" gap={2} style={LIST}>
              {documents.map((each) => (
                <Row key={each.id} reached={each} titles={all} onFollow={onFollow} />
              ))}
            </Stack>
          </Box>
        </Stack>
      ))}
    </Stack>
  )
}
