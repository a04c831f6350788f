/** How much of a limit is used, in words and as a bar. */
import {Box, Card, Flex, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

export interface MeterProps {
  readonly label: string
  readonly value: number
  readonly limit: number
  /** `KB` divides by a thousand; any other unit is counted as it is. */
  readonly unit: string
}

const toneOf = (share: number): 'critical' | 'caution' | 'positive' => {
  if (share > 1) return 'critical'
  return share > 0.9 ? 'caution' : 'positive'
}

const written = (value: number, unit: string): string =>
  unit === 'KB' ? (value / 1000).toFixed(1) : String(value)

export const Meter = ({label, value, limit, unit}: MeterProps): ReactNode => {
  const share = value / limit
  return (
    <Box flex={1} style={{minWidth: 160}}>
      <Flex justify="space-between" gap={2} paddingBottom={2}>
        <Text size={1} muted>
          {label}
        </Text>
        <Text size={1}>
          {written(value, unit)} of {unit === 'KB' ? limit / 1000 : limit} {unit}
        </Text>
      </Flex>
      <Card
        tone="transparent"
        radius={5}
        style={{height: 6, overflow: 'hidden'}}
        border
        aria-hidden
      >
        <Card
          tone={toneOf(share)}
          style={{
            height: '100%',
            width: `${Math.min(1, share) * 100}%`,
            background: 'var(--card-badge-default-fg-color, currentColor)',
          }}
        />
      </Card>
    </Box>
  )
}
