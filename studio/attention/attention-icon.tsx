/** A bell that says how much there is to look after. */
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Badge} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {Attention} from '../newsroom/attention.ts'
import {useAttention} from './use-attention.ts'

const countOf = ({stale, overdue, refused, unserved}: Attention): number =>
  stale.length + overdue.length + refused.length + unserved.length

const isUrgent = (found: Attention): boolean =>
  Object.values(found)
    .flat()
    .some((item) => item.isUrgent)

export const AttentionIcon = (): ReactNode => {
  const found = useAttention()
  if (found === undefined) return <WarningOutlineIcon />
  const count = countOf(found)
  if (count === 0) return <CheckmarkCircleIcon aria-label="Nothing needs attention" />
  return (
    <Badge
      tone={isUrgent(found) ? 'critical' : 'caution'}
      fontSize={1}
      aria-label={count === 1 ? 'One thing needs attention' : `${count} things need attention`}
      data-attention={count}
    >
      {count}
    </Badge>
  )
}
