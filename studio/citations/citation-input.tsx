/** The form of a citation: pick a source, or make one from a pasted reference. */
import {Button, Card, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {type ReactNode, useEffect, useState} from 'react'
import {insert, type ObjectInputProps, setIfMissing, useClient} from 'sanity'
import {formatNumbers} from '../../content/citations.ts'
import {API_VERSION} from '../../schemas/rules/dataset.ts'
import {refsOf} from '../../schemas/shapes.ts'
import {newKey} from '../actions/new-key.ts'
import {byPublishedId, publishedId, storedOf, titleOf} from '../where-used/stored.ts'
import {useAsk} from '../where-used/use-usage.ts'
import {numbersOf} from './numbering.ts'
import {useNumberings} from './numbering-context.tsx'
import {PasteReference} from './paste-reference.tsx'
import type {ReferenceReading} from './reading.ts'
import {isWhole, SAME_SOURCE, sameSourceParams, sourceFields} from './source-document.ts'

interface Same {
  readonly id: string
  readonly title: string
}

/** The source that is in the dataset already; `null` when there is none, undefined until that is known. */
const useSame = (reading: ReferenceReading): Same | null | undefined => {
  const ask = useAsk()
  const [known, setKnown] = useState<{
    readonly of?: ReferenceReading
    readonly same?: Same | null
  }>({})
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const answer = await ask(SAME_SOURCE, sameSourceParams(reading.fields)).catch(() => [])
      const [first] = byPublishedId(storedOf(answer))
      const same = first?.[1][0]
      if (!isCurrent) return
      setKnown({
        of: reading,
        same:
          first === undefined || same === undefined ? null : {id: first[0], title: titleOf(same)},
      })
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [ask, reading])
  return known.of === reading ? known.same : undefined
}

interface CiteButtonProps {
  readonly reading: ReferenceReading
  readonly cited: readonly string[]
  readonly onCite: (id: string, isDraft: boolean) => void
}

const CiteButton = ({reading, cited, onCite}: CiteButtonProps): ReactNode => {
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const same = useSame(reading)
  const [isBusy, setBusy] = useState(false)
  if (same === undefined) return null
  if (same !== null) {
    const isCited = cited.includes(same.id)
    return (
      <Stack gap={3}>
        <Text size={1}>You have this source already: “{same.title}”.</Text>
        <Button
          type="button"
          tone="primary"
          text={isCited ? 'Cited here' : 'Cite it'}
          disabled={isCited}
          onClick={() => onCite(same.id, false)}
        />
      </Stack>
    )
  }
  const whole = isWhole(reading)
  const create = async (): Promise<void> => {
    setBusy(true)
    const id = `source-${newKey()}`
    try {
      await client.create({
        _id: whole ? id : `drafts.${id}`,
        _type: 'source',
        ...sourceFields(reading.fields, newKey),
      })
      onCite(id, !whole)
      toast.push(
        whole
          ? {status: 'success', title: 'Source created and cited'}
          : {
              status: 'warning',
              title: 'Source created as a draft and cited',
              description: 'Open it below, add what is missing, and publish it.',
            },
      )
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error)
      toast.push({status: 'error', title: 'The source could not be created', description})
    }
    setBusy(false)
  }
  return (
    <Button
      type="button"
      tone="primary"
      loading={isBusy}
      disabled={isBusy}
      text={whole ? 'Create the source and cite it' : 'Create a draft of the source and cite it'}
      onClick={() => void create()}
    />
  )
}

const reference = (id: string, isDraft: boolean) => ({
  _type: 'reference',
  _key: newKey(),
  _ref: id,
  // as Sanity refers to what is not published yet
  ...(isDraft && {_weak: true, _strengthenOnPublish: {type: 'source'}}),
})

export const CitationInput = (props: ObjectInputProps): ReactNode => {
  const {value, onChange, readOnly} = props
  const {numberings} = useNumberings()
  const cited = refsOf(value?.['sources']).map(publishedId)
  const [first] = numberings
  const numbers = first === undefined ? '' : formatNumbers(numbersOf(cited, first))
  const cite = (id: string, isDraft: boolean): void =>
    onChange([
      setIfMissing([], ['sources']),
      insert([reference(id, isDraft)], 'after', ['sources', -1]),
    ])
  return (
    <Stack gap={5}>
      {numbers !== '' && (
        <Text as="output" size={1} muted>
          Readers see <strong>{numbers}</strong> here
          {first?.article === undefined ? '' : `, in “${first.article.title}”`}.
        </Text>
      )}
      {props.renderDefault(props)}
      {readOnly !== true && (
        <Card border radius={2} padding={3}>
          <PasteReference
            label="Or paste a reference"
            hint="A DOI, a PubMed id, or the reference as a journal prints it. Nothing is looked up elsewhere."
          >
            {(reading, clear) => (
              <CiteButton
                reading={reading}
                cited={cited}
                onCite={(id, isDraft) => {
                  cite(id, isDraft)
                  clear()
                }}
              />
            )}
          </PasteReference>
        </Card>
      )}
    </Stack>
  )
}
