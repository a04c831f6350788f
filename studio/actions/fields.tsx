/** Labelled fields and the frame of a dialog's form: Enter sends it, everything has a label. */
import {Button, Card, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import type {ButtonTone} from '@sanity/ui'
import {type ReactNode, type SubmitEvent, useEffect, useId, useRef} from 'react'

interface LabelledProps {
  readonly label: string
  readonly hint?: string
  /** The field gets this id, and `<id>-hint` describes it. */
  readonly id: string
  readonly children: ReactNode
}

export const Labelled = ({label, hint, id, children}: LabelledProps): ReactNode => (
  <Stack gap={3}>
    <Text as="label" htmlFor={id} size={1} weight="medium">
      {label}
    </Text>
    {hint !== undefined && (
      <Text id={`${id}-hint`} size={1} muted>
        {hint}
      </Text>
    )}
    {children}
  </Stack>
)

interface FieldProps<T> {
  readonly label: string
  readonly hint?: string
  readonly value: T
  readonly onChange: (value: T) => void
  /** The dialog opens to fill this in. */
  readonly isFirst?: boolean
}

const describedBy = (id: string, hint: string | undefined) =>
  hint === undefined ? {} : {'aria-describedby': `${id}-hint`, hint}

/** A day, YYYY-MM-DD. */
export const DayField = ({
  label,
  hint,
  value,
  onChange,
  min,
  max,
}: FieldProps<string> & {readonly min?: string; readonly max?: string}): ReactNode => {
  const id = useId()
  const {hint: said, ...description} = describedBy(id, hint)
  return (
    <Labelled label={label} id={id} {...(said !== undefined && {hint: said})}>
      <TextInput
        id={id}
        type="date"
        aria-required
        value={value}
        min={min}
        max={max}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
        {...description}
      />
    </Labelled>
  )
}

export const WordsField = ({
  label,
  hint,
  value,
  onChange,
  maxLength,
  isFirst = false,
}: FieldProps<string> & {readonly maxLength: number}): ReactNode => {
  const id = useId()
  const ref = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!isFirst) return undefined
    // the dialog focuses itself when it opens; this comes after it
    const frame = requestAnimationFrame(() => ref.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [isFirst])
  const {hint: said, ...description} = describedBy(id, hint)
  return (
    <Labelled label={label} id={id} {...(said !== undefined && {hint: said})}>
      <TextArea
        id={id}
        rows={4}
        aria-required
        value={value}
        maxLength={maxLength}
        ref={ref}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
        {...description}
      />
    </Labelled>
  )
}

export interface ActionFormProps {
  readonly submit: string
  readonly tone?: ButtonTone
  /** Undefined when the form can be sent; else what is missing. */
  readonly blocked?: string | undefined
  readonly busy?: boolean
  readonly error?: string | undefined
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

export const ActionForm = ({
  submit,
  tone = 'primary',
  blocked,
  busy = false,
  error,
  onSubmit,
  onCancel,
  children,
}: ActionFormProps): ReactNode => {
  const handle = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (blocked === undefined && !busy) onSubmit()
  }
  return (
    <form onSubmit={handle}>
      <Stack gap={5}>
        {children}
        {error !== undefined && (
          <Card tone="critical" border radius={2} padding={3} role="alert">
            <Text size={1}>{error}</Text>
          </Card>
        )}
        {blocked !== undefined && (
          <Text as="output" size={1} muted>
            {blocked}
          </Text>
        )}
        <Flex gap={2} justify="flex-end" align="center" wrap="wrap">
          <Button type="button" mode="bleed" text="Cancel" onClick={onCancel} />
          <Button
            type="submit"
            tone={tone}
            text={submit}
            loading={busy}
            disabled={blocked !== undefined || busy}
          />
        </Flex>
      </Stack>
    </form>
  )
}
