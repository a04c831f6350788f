/** The form of a source, with a field to fill it in from a pasted reference. */
import {Button, Card, Stack} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import type {ReactNode} from 'react'
import {type ObjectInputProps, set} from 'sanity'
import {newKey} from '../actions/new-key.ts'
import {PasteReference} from './paste-reference.tsx'
import {sourceFields} from './source-document.ts'

export const SourceInput = (props: ObjectInputProps): ReactNode => {
  const toast = useToast()
  const {onChange, readOnly} = props
  const fill = (fields: Readonly<Record<string, unknown>>): void => {
    onChange(Object.entries(fields).map(([name, value]) => set(value, [name])))
    toast.push({status: 'success', title: 'Filled in. Look it over, then publish.'})
  }
  return (
    <Stack gap={5}>
      {readOnly !== true && (
        <Card border radius={2} padding={4} tone="transparent">
          <PasteReference
            label="Fill in from a reference"
            hint="Paste a DOI, a PubMed id, or the reference as a journal prints it. Nothing is looked up elsewhere."
          >
            {(reading, clear) => {
              const fields = sourceFields(reading.fields, newKey)
              const count = Object.keys(fields).length
              return (
                <Button
                  type="button"
                  tone="primary"
                  text={count === 1 ? 'Fill in 1 field' : `Fill in ${count} fields`}
                  onClick={() => {
                    fill(fields)
                    clear()
                  }}
                />
              )
            }}
          </PasteReference>
        </Card>
      )}
      {props.renderDefault(props)}
    </Stack>
  )
}
