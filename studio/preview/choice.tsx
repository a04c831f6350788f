/** A few buttons of which one is pressed. */
import {Button, Flex} from '@sanity/ui'
import type {ComponentType, CSSProperties, ReactNode} from 'react'

export interface ChoiceOption<T extends string> {
  readonly value: T
  readonly label: string
  readonly icon?: ComponentType
}

export interface ChoiceProps<T extends string> {
  /** For screen readers. */
  readonly label: string
  readonly options: readonly ChoiceOption<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** A group to screen readers, without the box that browsers draw around one. */
const PLAIN: CSSProperties = {border: 0, margin: 0, padding: 0, minWidth: 0}

export const Choice = <T extends string>({
  label,
  options,
  value,
  onChange,
}: ChoiceProps<T>): ReactNode => (
  <Flex as="fieldset" gap={1} aria-label={label} wrap="wrap" style={PLAIN}>
    {options.map((option) => (
      <Button
        key={option.value}
        mode="bleed"
        fontSize={1}
        padding={2}
        icon={option.icon}
        text={option.label}
        selected={option.value === value}
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      />
    ))}
  </Flex>
)
