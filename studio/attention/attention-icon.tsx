/** A bell that says how much there is to look after. */
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {CSSProperties, ReactNode} from 'react'
import type {Attention} from '../newsroom/attention.ts'
import {useAttention} from './use-attention.ts'

/** Readable on the list and on the colour of the chosen item alike. */
const COUNT: CSSProperties = {
  display: 'inline-block',
  minWidth: 18,
  padding: '0 5px',
  boxSizing: 'border-box',
  borderRadius: 9,
  color: '#fff',
  fontSize: 11,
  fontWeight: 600,
  lineHeight: '18px',
  textAlign: 'center',
}

/** For screen readers: what is counted. */
const UNSEEN: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
}

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
    <span
      style={{...COUNT, background: isUrgent(found) ? '#c9372c' : '#946f00'}}
      data-attention={count}
    >
      {count}
      <span style={UNSEEN}>{count === 1 ? ' thing' : ' things'}</span>
    </span>
  )
}
