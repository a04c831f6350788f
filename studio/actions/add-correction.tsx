/** Add correction: what the article said, and what is right. */
import {EditIcon} from '@sanity/icons/Edit'
import {Checkbox, Flex, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {type ReactNode, useId, useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {today} from '../../schemas/rules/dates.ts'
import {corrected} from './article-patches.ts'
import {ActionForm, DayField, WordsField} from './fields.tsx'
import {newKey} from './new-key.ts'
import {current, usePatch} from './use-patch.ts'

interface Entry {
  readonly date: string
  readonly note: string
  readonly showAgain: boolean
}

const CorrectionForm = ({
  onDone,
  onCancel,
}: {
  readonly onDone: (entry: Entry) => void
  readonly onCancel: () => void
}): ReactNode => {
  const id = useId()
  const [date, setDate] = useState(() => today())
  const [note, setNote] = useState('')
  const [showAgain, setShowAgain] = useState(true)
  const blocked =
    date === '' || note.trim() === '' ? 'Tell readers what was wrong and what is right.' : undefined
  return (
    <ActionForm
      submit="Add correction"
      blocked={blocked}
      onSubmit={() => onDone({date, note, showAgain})}
      onCancel={onCancel}
    >
      <WordsField
        label="What was wrong, and what is right"
        hint="Printed with the article, for readers who remember the old text."
        value={note}
        maxLength={2000}
        onChange={setNote}
        isFirst
      />
      <DayField label="Day" value={date} onChange={setDate} />
      <Flex gap={3} align="center">
        <Checkbox
          id={id}
          checked={showAgain}
          onChange={({currentTarget}) => setShowAgain(currentTarget.checked)}
        />
        <Text as="label" htmlFor={id} size={1}>
          Show the article again in feeds, so that readers hear of it
        </Text>
      </Flex>
    </ActionForm>
  )
}

export const AddCorrection: DocumentActionComponent = (props) => {
  const [isOpen, setOpen] = useState(false)
  const toast = useToast()
  const {disabled, write} = usePatch(props)
  if (current(props) === null) return null
  const close = (): void => setOpen(false)
  const done = ({date, note, showAgain}: Entry): void => {
    const updated = showAgain ? {updatedAt: new Date().toISOString()} : {}
    write(corrected({key: newKey(), date, note, ...updated}))
    close()
    toast.push({
      status: 'success',
      title: 'Correction added',
      description: 'It stands at the end of "Corrections". Publish the article to show it.',
    })
  }
  return {
    label: 'Add correction…',
    icon: EditIcon,
    disabled,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: 'Add a correction',
      width: 'small',
      onClose: close,
      content: <CorrectionForm onDone={done} onCancel={close} />,
    },
  }
}
