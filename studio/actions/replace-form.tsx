/** Shows all that a helpline reaches, before another one takes its place there. */
import {Box, Card, Flex, Select, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode, useId, useMemo, useState} from 'react'
import {fieldsOf, textOf} from '../../schemas/shapes.ts'
import {countryName} from '../newsroom/audiences.ts'
import {CarriedList} from '../where-used/carried-list.tsx'
import {deliveriesText, useDeliveries} from '../where-used/deliveries.ts'
import {summaryOf} from '../where-used/kinds.ts'
import type {Usage} from '../where-used/load.ts'
import {ReachedList} from '../where-used/reached-list.tsx'
import {referencesIn} from '../where-used/references.ts'
import {byPublishedId, publishedId, type Stored, titleOf} from '../where-used/stored.ts'
import {useUsage} from '../where-used/use-usage.ts'
import {ActionForm, Labelled} from './fields.tsx'
import {mentionsOf, oldNumberIn, withNewNumbers} from './numbers-in-words.ts'
import {reasonsAgainst, type Replacement} from './replace-helpline.ts'
import {isNoticeMessage, smsTextProblem} from './notice-message.ts'
import {NumbersInWords} from './sms-texts.tsx'
import {useLines} from './use-lines.ts'

const lineName = (line: Stored): string => {
  const ways = [fieldsOf(line.fields['phone'])['display'], fieldsOf(line.fields['sms'])['number']]
  const numbers = new Set(ways.map(textOf).filter((number) => number !== ''))
  return [titleOf(line), ...numbers].join(' · ')
}

const Reach = ({usage, onFollow}: {readonly usage: Usage; readonly onFollow: () => void}) => {
  const {reached, carried} = usage
  if (reached.length === 0) {
    return (
      <Text size={1} muted>
        Nothing shows the old line. It is retired, and points to the new one.
      </Text>
    )
  }
  return (
    <Card border radius={2} padding={4} overflow="auto" style={{maxHeight: '22rem'}}>
      <Stack gap={5}>
        <Text as="h3" size={1} weight="semibold">
          What shows the old line: {summaryOf(reached.filter(({tie}) => tie === 'shows'))}
        </Text>
        {carried.length > 0 && <CarriedList carried={carried} onFollow={onFollow} />}
        <ReachedList reached={reached} onFollow={onFollow} headings="h4" />
      </Stack>
    </Card>
  )
}

export interface ReplaceFormProps {
  /** Without `drafts.`. */
  readonly id: string
  readonly country: string
  readonly name: string
  readonly date: string
  readonly busy: boolean
  readonly error?: string | undefined
  readonly onReplace: (replacement: Replacement) => void
  readonly onCancel: () => void
}

export const ReplaceForm = (props: ReplaceFormProps): ReactNode => {
  const {id, country, name, date, busy, error, onReplace, onCancel} = props
  const fieldId = useId()
  const lines = useLines(country)
  const {usage, error: unknown} = useUsage(id, 'helpline')
  const deliveries = useDeliveries(id)
  const [chosen, setChosen] = useState('')
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map())
  const groups = useMemo(() => byPublishedId(lines), [lines])
  const old = groups.get(id) ?? []
  const next = groups.get(chosen) ?? []
  const choices = [...groups].filter(
    ([each, states]) => each !== id && reasonsAgainst({old, next: states}).length === 0,
  )
  const mentions = chosen === '' ? [] : mentionsOf(usage?.documents ?? [], old[0], next[0])
  const messages = mentions.filter(isNoticeMessage)
  const smsTexts = new Map(
    messages.map((each) => [
      each.id,
      edits.get(each.id) ?? withNewNumbers(each.text, old[0], next[0]),
    ]),
  )
  const problemIn = (text: string): string | undefined =>
    smsTextProblem(text, oldNumberIn(text, old[0], next[0]))
  const holders = (usage?.documents ?? []).filter(({fields}) =>
    referencesIn(fields).some(({ref}) => publishedId(ref) === id),
  )
  const number = new Set(holders.map(({_id}) => publishedId(_id))).size
  const reasons = chosen === '' ? [] : reasonsAgainst({old, next})
  const blocked =
    (usage === undefined ? 'Looking for all that shows this line…' : undefined) ??
    (chosen === '' ? 'Choose the line that takes over.' : undefined) ??
    reasons[0] ??
    [...smsTexts.values()].map(problemIn).find((problem) => problem !== undefined)
  return (
    <ActionForm
      submit={
        number === 0
          ? 'Replace'
          : `Replace in ${number === 1 ? '1 document' : `${number} documents`}`
      }
      tone="critical"
      blocked={blocked}
      busy={busy}
      error={error ?? unknown}
      onSubmit={() => onReplace({old, next, holders, date, smsTexts})}
      onCancel={onCancel}
    >
      <Labelled
        id={fieldId}
        label="The line that takes over"
        hint={`Lines of ${countryName(country)} that are published and in service.`}
      >
        <Select
          id={fieldId}
          aria-describedby={`${fieldId}-hint`}
          value={chosen}
          aria-required
          onChange={({currentTarget}) => setChosen(currentTarget.value)}
        >
          <option value="">
            {choices.length === 0 ? 'There is no other line of this country' : 'Choose a helpline'}
          </option>
          {choices.map(([each, [first]]) => (
            <option key={each} value={each}>
              {first === undefined ? each : lineName(first)}
            </option>
          ))}
        </Select>
      </Labelled>
      {usage === undefined ? (
        <Flex gap={3} align="center">
          <Spinner muted />
          <Text size={1} muted>
            Looking for all that shows this line…
          </Text>
        </Flex>
      ) : (
        <Reach usage={usage} onFollow={onCancel} />
      )}
      {deliveries !== undefined && (
        <Text size={1} data-testid="deliveries">
          {deliveriesText(deliveries)}
        </Text>
      )}
      {mentions.length > 0 && (
        <NumbersInWords
          mentions={mentions}
          smsTexts={smsTexts}
          problemIn={problemIn}
          onChange={(noticeId, text) => setEdits(new Map([...edits, [noticeId, text]]))}
          onFollow={onCancel}
        />
      )}
      <Box>
        <Text size={1} muted>
          “{name}” is retired today and points to the new line. Every reference moves at once, in
          published documents and in drafts; readers see it with the next publication. If somebody
          changes one of the documents meanwhile, nothing is changed and you can look again.
        </Text>
      </Box>
    </ActionForm>
  )
}
