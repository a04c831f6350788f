/** Mark reviewed: who checked the medicine, when, and when it is to be checked again. */
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Button, Flex, Select, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {type ReactNode, useEffect, useId, useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import {today} from '../../schemas/rules/dates.ts'
import {type Fields, fieldsOf, itemsOf, refOf, textOf} from '../../schemas/shapes.ts'
import {useAsk} from '../where-used/use-usage.ts'
import {addDays, type Review, reviewed, suggestedReview} from './article-patches.ts'
import {ActionForm, DayField, Labelled} from './fields.tsx'
import {current, usePatch} from './use-patch.ts'

interface Contributor {
  readonly id: string
  readonly name: string
}

/** Readers see the reviewer, so it is somebody published. */
const CONTRIBUTORS = `*[_type == "contributor" && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]
  | order(name asc){"id": _id, name, credentials}`

const useContributors = (): readonly Contributor[] | undefined => {
  const ask = useAsk()
  const [found, setFound] = useState<readonly Contributor[]>()
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const answer = await ask(CONTRIBUTORS, {}).catch(() => [])
      const all = itemsOf(answer).map((each) => {
        const {id, name, credentials} = fieldsOf(each)
        const words = [textOf(name), textOf(credentials)].filter((part) => part !== '')
        return {id: textOf(id), name: words.join(', ')}
      })
      if (isCurrent) setFound(all)
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [ask])
  return found
}

const PLAIN = {border: 0, margin: 0, padding: 0} as const

const INTERVALS = [
  {text: 'In 6 months', days: 182},
  {text: 'In a year', days: 365},
  {text: 'In 2 years', days: 730},
]

const whatIsMissing = ({reviewer, lastReviewed, nextReview}: Review): string | undefined => {
  if (reviewer === '') return 'Choose who checked the article.'
  if (lastReviewed === '' || nextReview === '') return 'Choose both days.'
  if (lastReviewed > today()) return 'The review cannot be in the future.'
  return nextReview > lastReviewed ? undefined : 'The next review comes after this one.'
}

const ReviewForm = ({
  article,
  onDone,
  onCancel,
}: {
  readonly article: Fields
  readonly onDone: (review: Review) => void
  readonly onCancel: () => void
}): ReactNode => {
  const id = useId()
  const contributors = useContributors()
  const [reviewer, setReviewer] = useState(refOf(article['reviewer']) ?? '')
  const [lastReviewed, setLast] = useState(() => today())
  const [chosen, setNext] = useState<string>()
  const nextReview = chosen ?? suggestedReview(article, lastReviewed)
  const review = {reviewer, lastReviewed, nextReview}
  return (
    <ActionForm
      submit="Mark reviewed"
      tone="positive"
      blocked={whatIsMissing(review)}
      onSubmit={() => onDone(review)}
      onCancel={onCancel}
    >
      <Labelled label="Who checked the medicine" id={id} hint="Readers see this name.">
        <Select
          id={id}
          aria-describedby={`${id}-hint`}
          value={reviewer}
          aria-required
          onChange={({currentTarget}) => setReviewer(currentTarget.value)}
        >
          <option value="">
            {contributors === undefined ? 'Looking for contributors…' : 'Choose a contributor'}
          </option>
          {(contributors ?? []).map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
      </Labelled>
      <DayField label="Day of the review" value={lastReviewed} max={today()} onChange={setLast} />
      <Stack gap={3}>
        <DayField
          label="Next review"
          hint="As long after this one as the last two were apart, or a year."
          value={nextReview}
          min={lastReviewed}
          onChange={setNext}
        />
        <Flex as="fieldset" gap={2} wrap="wrap" style={PLAIN} aria-label="Suggestions">
          {INTERVALS.map(({text, days}) => (
            <Button
              key={days}
              type="button"
              mode="ghost"
              fontSize={1}
              padding={2}
              text={text}
              aria-pressed={nextReview === addDays(lastReviewed || today(), days)}
              onClick={() => setNext(addDays(lastReviewed || today(), days))}
            />
          ))}
        </Flex>
      </Stack>
      <Text size={1} muted>
        Readers see the new days once the article is published.
      </Text>
    </ActionForm>
  )
}

export const MarkReviewed: DocumentActionComponent = (props) => {
  const [isOpen, setOpen] = useState(false)
  const toast = useToast()
  const {disabled, write} = usePatch(props)
  const article = current(props)
  if (article === null) return null
  const close = (): void => setOpen(false)
  const done = (review: Review): void => {
    write([reviewed(review)])
    close()
    toast.push({
      status: 'success',
      title: 'Marked reviewed',
      description: `The next review is on ${review.nextReview}. Publish the article to show it.`,
    })
  }
  return {
    label: 'Mark reviewed…',
    icon: CheckmarkCircleIcon,
    disabled,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: 'Mark reviewed',
      width: 'small',
      onClose: close,
      content: <ReviewForm article={article} onDone={done} onCancel={close} />,
    },
  }
}
