/** What the gate says, above every preview. */
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {ComponentType, ReactNode} from 'react'
import type {Problem} from '../../errors.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {ProblemList} from '../components/problem-list.tsx'
import {audienceName} from '../newsroom/audiences.ts'
import type {PreviewState} from './use-preview.ts'

const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  web: 'the website',
  email: 'mail',
  sms: 'text messages',
  partner: 'partners',
}

interface Line {
  readonly tone: 'positive' | 'critical' | 'default'
  readonly icon: ComponentType
  readonly text: string
  readonly problems: readonly Problem[]
}

const lineFor = (channel: Channel, {result, error}: PreviewState): Line => {
  if (error !== undefined) {
    return {
      tone: 'critical',
      icon: ErrorOutlineIcon,
      text: `The documents cannot be fetched: ${error.message}`,
      problems: [],
    }
  }
  if (result === undefined) {
    return {tone: 'default', icon: InfoOutlineIcon, text: 'Making the preview…', problems: []}
  }
  if (!result.ok) {
    const count = result.problems.length
    const text =
      count === 1
        ? 'Not ready to publish yet.'
        : `Not ready to publish yet: ${count} things to mend.`
    return {tone: 'critical', icon: ErrorOutlineIcon, text, problems: result.problems}
  }
  const {channels, audience, notice, retracted} = result.preview
  const {problems, outputs} = channels[channel]
  if (problems.length > 0) {
    const text = `Refused for ${CHANNEL_NAMES[channel]}.`
    return {tone: 'critical', icon: ErrorOutlineIcon, text, problems}
  }
  if (outputs.length === 0) {
    const text = retracted
      ? `Retracted: nothing goes out to ${CHANNEL_NAMES[channel]} any more.`
      : `Nothing goes out to ${CHANNEL_NAMES[channel]}.`
    return {tone: 'default', icon: InfoOutlineIcon, text, problems: []}
  }
  const lines = notice.helplines.length
  return {
    tone: 'positive',
    icon: CheckmarkCircleIcon,
    text: `Passed the gate: ${audienceName(audience)}, with the crisis notice and ${lines === 1 ? 'its helpline' : `all ${lines} of its helplines`}.`,
    problems: [],
  }
}

export const Verdict = ({
  channel,
  state,
}: {
  readonly channel: Channel
  readonly state: PreviewState
}): ReactNode => {
  const {tone, icon: Icon, text, problems} = lineFor(channel, state)
  return (
    <Card
      tone={tone}
      borderBottom
      padding={3}
      overflow="auto"
      style={{maxHeight: '55%', flexShrink: 0}}
      data-verdict={tone}
    >
      <Stack gap={3}>
        <Flex as="output" gap={2} align="flex-start">
          <Text size={1} aria-hidden>
            <Icon />
          </Text>
          <Text size={1} weight="medium">
            {text}
          </Text>
        </Flex>
        {problems.length > 0 && (
          <ProblemList
            problems={problems.map((problem) => ({problem, level: 'error', audiences: []}))}
            nameOf={state.nameOf}
            typeOf={state.typeOf}
          />
        )}
      </Stack>
    </Card>
  )
}
