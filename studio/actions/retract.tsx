/** Retract: take an article back on every channel, with a reason that readers see. */
import {UnpublishIcon} from '@sanity/icons/Unpublish'
import {Card, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {type ReactNode, useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {today} from '../../schemas/rules/dates.ts'
import {fieldsOf, textOf} from '../../schemas/shapes.ts'
import {retracted} from './article-patches.ts'
import {ActionForm, DayField, WordsField} from './fields.tsx'
import {current, usePatch} from './use-patch.ts'

interface Effect {
  readonly channel: string
  readonly what: string
}

/** What publishers/ make of a retracted article. */
const EFFECTS: readonly Effect[] = [
  {
    channel: 'Web',
    what: 'Its page stays at its address. It says that the article was retracted, when and why, and keeps the crisis notice. Lists and feeds leave it out.',
  },
  {
    channel: 'Mail',
    what: 'It is not sent any more. A digest that names it is not sent until you take it out there. A mail that was sent cannot be called back.',
  },
  {
    channel: 'Text messages',
    what: 'It is not sent any more. A message that was sent cannot be called back.',
  },
  {
    channel: 'Partners',
    what: 'They no longer get the article. It is named in their list of retracted articles, with day and reason, so that they can take it down.',
  },
]

const RetractForm = ({
  onDone,
  onCancel,
}: {
  readonly onDone: (date: string, reason: string) => void
  readonly onCancel: () => void
}): ReactNode => {
  const [date, setDate] = useState(() => today())
  const [reason, setReason] = useState('')
  const blocked =
    date === '' || reason.trim() === '' ? 'Tell readers why it is taken back.' : undefined
  return (
    <ActionForm
      submit="Retract"
      tone="critical"
      blocked={blocked}
      onSubmit={() => onDone(date, reason)}
      onCancel={onCancel}
    >
      <Card tone="caution" border radius={2} padding={4}>
        <Stack gap={4}>
          <Text as="h3" size={1} weight="semibold">
            What happens once you publish it
          </Text>
          <Stack as="dl" gap={4} style={{margin: 0}}>
            {EFFECTS.map(({channel, what}) => (
              <Stack key={channel} gap={3}>
                <Text as="dt" size={1} weight="medium">
                  {channel}
                </Text>
                <Text as="dd" size={1} style={{margin: 0}}>
                  {what}
                </Text>
              </Stack>
            ))}
          </Stack>
        </Stack>
      </Card>
      <WordsField
        label="Reason"
        hint="Readers see this in place of the article: what was wrong, and what they should do."
        value={reason}
        maxLength={2000}
        onChange={setReason}
        isFirst
      />
      <DayField
        label="Day"
        hint="From when on readers should not rely on it."
        value={date}
        onChange={setDate}
      />
    </ActionForm>
  )
}

export const Retract: DocumentActionComponent = (props) => {
  const [isOpen, setOpen] = useState(false)
  const toast = useToast()
  const {disabled, write} = usePatch(props)
  const article = current(props)
  if (article === null) return null
  const before = textOf(fieldsOf(article['retraction'])['date'])
  const close = (): void => setOpen(false)
  const done = (date: string, reason: string): void => {
    write([retracted(date, reason)])
    close()
    toast.push({
      status: 'warning',
      title: 'The draft is retracted',
      description: 'Publish it to take the article back for readers.',
    })
  }
  return {
    label: before === '' ? 'Retract…' : 'Retracted',
    icon: UnpublishIcon,
    tone: 'critical',
    disabled: disabled || before !== '',
    title:
      before === ''
        ? undefined
        : `Retracted on ${before}. Change or remove it under "Corrections" in the form.`,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: 'Retract this article',
      width: 'medium',
      onClose: close,
      content: <RetractForm onDone={done} onCancel={close} />,
    },
  }
}
