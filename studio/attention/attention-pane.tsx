/** Everything that needs attention, on one page. */
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Badge, Box, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {usePaneRouter} from 'sanity/structure'
import type {Attention, AttentionItem} from '../newsroom/attention.ts'
import {childIdOf} from './child-id.ts'
import {LOOKED_AT, useAttention} from './use-attention.ts'

interface Group {
  readonly name: keyof Attention
  readonly title: string
  /** When there is nothing in it. */
  readonly calm: string
}

const GROUPS: readonly Group[] = [
  {
    name: 'unserved',
    title: 'Readers without a notice',
    calm: 'Every reader of what is published gets a crisis notice.',
  },
  {name: 'stale', title: 'Helplines to call', calm: 'Every helpline was verified in time.'},
  {name: 'refused', title: 'Refused articles', calm: 'Every published article can go out.'},
  {name: 'overdue', title: 'Overdue reviews', calm: 'No medical review is overdue.'},
]

/** Whole cards are links; a line under every word would say so too often. */
const QUIET_LINKS = '.throwline-attention a{color:inherit;text-decoration:none}'

const Row = ({item}: {readonly item: AttentionItem}): ReactNode => {
  const {ChildLink} = usePaneRouter()
  const Icon = item.isUrgent ? ErrorOutlineIcon : WarningOutlineIcon
  return (
    <ChildLink childId={childIdOf(item)}>
      <Card tone={item.isUrgent ? 'critical' : 'caution'} padding={3} radius={2} border>
        <Flex gap={3} align="center">
          <Text size={1} aria-hidden>
            <Icon />
          </Text>
          <Stack gap={2} flex={1}>
            <Text size={1} weight="medium">
              {item.title}
            </Text>
            <Text size={1} muted>
              {item.detail}
            </Text>
          </Stack>
          <Text size={1} aria-hidden>
            <ChevronRightIcon />
          </Text>
        </Flex>
      </Card>
    </ChildLink>
  )
}

const GroupCard = ({
  group,
  found,
}: {
  readonly group: Group
  readonly found: Attention
}): ReactNode => {
  const items = found[group.name]
  const hasUrgent = items.some(({isUrgent}) => isUrgent)
  return (
    <Stack as="section" gap={3} aria-label={group.title} data-group={group.name}>
      <Flex gap={2} align="center">
        <Text as="h2" size={1} weight="semibold">
          {group.title}
        </Text>
        {items.length > 0 && (
          <Badge tone={hasUrgent ? 'critical' : 'caution'}>{items.length}</Badge>
        )}
      </Flex>
      {items.length === 0 ? (
        <Flex gap={2} align="center" paddingX={1}>
          <Text size={1} aria-hidden>
            <CheckmarkCircleIcon />
          </Text>
          <Text size={1} muted>
            {group.calm}
          </Text>
        </Flex>
      ) : (
        items.map((item) => <Row key={`${item.type} ${item.id}`} item={item} />)
      )}
    </Stack>
  )
}

export const AttentionPane = (): ReactNode => {
  const found = useAttention()
  return (
    <Box padding={4} overflow="auto" style={{height: '100%'}}>
      {found === undefined ? (
        <Flex gap={3} align="center">
          <Spinner muted />
          <Text size={1} muted>
            Looking through what is published…
          </Text>
        </Flex>
      ) : (
        <Stack gap={5} className="throwline-attention">
          <style>{QUIET_LINKS}</style>
          {GROUPS.map((group) => (
            <GroupCard key={group.name} group={group} found={found} />
          ))}
          <Text size={1} muted>
            Helplines and notices: all. Articles: the {LOOKED_AT} that changed last, as published.
          </Text>
        </Stack>
      )}
    </Box>
  )
}
