/** A field to paste a reference into, and what was made of it. */
import {Card, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {type ReactNode, useId, useMemo, useState} from 'react'
import {referenceText} from '../../content/ama/reference.ts'
import {readReference} from './read-reference.ts'
import type {ReferenceReading} from './reading.ts'

/** As it would be printed, as far as it is known. */
const printed = ({fields}: ReferenceReading): string =>
  fields.title === undefined
    ? [fields.doi, fields.pmid === undefined ? undefined : `PubMed ${fields.pmid}`, fields.url]
        .filter((part) => part !== undefined)
        .join(' · ')
    : referenceText({
        id: '',
        revision: '',
        kind: 'webPage',
        title: fields.title,
        authors: [],
        ...fields,
      })

const LIST = new Intl.ListFormat('en', {type: 'conjunction'})

const notes = ({missing, unread, check}: ReferenceReading): readonly string[] => [
  ...(missing.length === 0 ? [] : [`Still missing: ${LIST.format(missing.map(({say}) => say))}.`]),
  ...(unread.length === 0 ? [] : [`Left out, since no field holds it: ${unread.join(' ')}`]),
  ...check,
]

const Reading = ({reading}: {readonly reading: ReferenceReading}): ReactNode => {
  const said = notes(reading)
  return (
    <Card
      tone={reading.missing.length === 0 ? 'positive' : 'caution'}
      border
      radius={2}
      padding={3}
    >
      <Stack gap={3}>
        <Text size={1} style={{overflowWrap: 'anywhere'}}>
          {printed(reading)}
        </Text>
        {said.map((note) => (
          <Text key={note} size={1} muted>
            {note}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

export interface PasteReferenceProps {
  readonly label: string
  readonly hint: string
  readonly readOnly?: boolean
  /** Buttons for what was read; `clear` empties the field. */
  readonly children: (reading: ReferenceReading, clear: () => void) => ReactNode
}

export const PasteReference = ({
  label,
  hint,
  readOnly = false,
  children,
}: PasteReferenceProps): ReactNode => {
  const id = useId()
  const [text, setText] = useState('')
  const reading = useMemo(() => readReference(text), [text])
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      <Text id={`${id}-hint`} size={1} muted>
        {hint}
      </Text>
      <TextArea
        id={id}
        rows={3}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={({currentTarget}) => setText(currentTarget.value)}
      />
      <Stack as="output" gap={3}>
        {reading !== undefined && <Reading reading={reading} />}
        {reading === undefined && text.trim() !== '' && (
          <Text size={1} muted>
            This does not read like a reference. Paste a DOI, a PubMed id, or the whole reference as
            a journal prints it.
          </Text>
        )}
      </Stack>
      {reading !== undefined && (
        <Flex gap={2} wrap="wrap">
          {children(reading, () => setText(''))}
        </Flex>
      )}
    </Stack>
  )
}
