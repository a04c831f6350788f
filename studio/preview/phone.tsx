/** A telephone around what it shows. */
import type {CSSProperties, ReactNode} from 'react'

const SHELL: CSSProperties = {
  background: '#15181c',
  borderRadius: 36,
  padding: 9,
  boxShadow: '0 10px 28px rgba(10, 20, 30, 0.22), inset 0 0 0 1.5px #3b4148',
}

const SPEAKER: CSSProperties = {
  width: 74,
  height: 5,
  borderRadius: 3,
  background: '#3b4148',
  margin: '3px auto 9px',
}

/** Pixels that the telephone takes beside and around its screen. */
export const PHONE_EDGES = {width: 18, height: 35} as const

export const Phone = ({
  width,
  children,
}: {
  readonly width: number
  readonly children: ReactNode
}): ReactNode => (
  <div style={{...SHELL, width: width + PHONE_EDGES.width, boxSizing: 'border-box'}}>
    <div style={SPEAKER} aria-hidden="true" />
    <div style={{borderRadius: 27, overflow: 'hidden', width}}>{children}</div>
  </div>
)
