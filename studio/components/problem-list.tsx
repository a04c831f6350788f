/** What is wrong, in plain words, each with a way to the field. */
import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useSchema} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {Problem} from '../../errors.ts'
import {fieldName, formPath, inEditorsWords, position} from './field-path.ts'

export interface ListedProblem {
  readonly problem: Problem
  readonly level: 'error' | 'warning'
  /** `English in the United States`, …; empty for everybody. */
  readonly audiences: readonly string[]
  /** What would be refused because of it, when it is another document. */
  readonly refuses?: string
}

export interface ProblemListProps {
  readonly problems: readonly ListedProblem[]
  /** Of the documents that problems are about. */
  readonly nameOf: (id: string) => string | undefined
  readonly typeOf: (id: string) => string | undefined
  /** Called when a link is followed, e.g. to close a dialog. */
  readonly onFollow?: () => void
}

/** A notice that is not there has its type in its id. */
const typeFor = (id: string, known: string | undefined): string | undefined =>
  known ?? (id.startsWith('crisisNotice-') ? 'crisisNotice' : undefined)

const Row = ({
  listed,
  nameOf,
  typeOf,
  onFollow,
}: {readonly listed: ListedProblem} & Omit<ProblemListProps, 'problems'>): ReactNode => {
  const schema = useSchema()
  const {problem, level, audiences, refuses} = listed
  const {documentId: id, path, message} = problem
  const type = typeFor(id, typeOf(id))
  const schemaType = type === undefined ? undefined : schema.get(type)
  const field = fieldName(schemaType, path)
  const at = position(path)
  const where = [
    schemaType?.title,
    nameOf(id) ?? (typeOf(id) === undefined ? id : 'Untitled'),
    at === undefined ? field : `${field} ${at}`,
  ].filter((part) => part !== undefined && part !== '')
  const Icon = level === 'error' ? ErrorOutlineIcon : WarningOutlineIcon
  return (
    <Card tone={level === 'error' ? 'critical' : 'caution'} padding={3} radius={2} border as="li">
      <Flex gap={3}>
        <Text size={1} aria-hidden>
          <Icon />
        </Text>
        <Stack gap={3} flex={1}>
          <Text size={1}>{inEditorsWords(message, field)}</Text>
          {type === undefined ? (
            <Text size={1} muted>
              {where.join(' › ')}
            </Text>
          ) : (
            <Text size={1} weight="medium">
              <IntentLink
                intent="edit"
                params={{id, type, ...(path !== '' && {path: formPath(path)})}}
                onClick={onFollow}
              >
                {where.join(' › ')} <ArrowRightIcon />
              </IntentLink>
            </Text>
          )}
          {refuses !== undefined && (
            <Text size={1} muted>
              It would stop “{nameOf(refuses) ?? refuses}” from being published.
            </Text>
          )}
          {audiences.length > 0 && (
            <Text size={1} muted>
              For readers of {audiences.join(', ')}.
            </Text>
          )}
        </Stack>
      </Flex>
    </Card>
  )
}

export const ProblemList = ({problems, ...rest}: ProblemListProps): ReactNode => (
  <Box>
    <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
      {problems.map((listed) => (
        <Row
          key={`${listed.level} ${listed.problem.documentId} ${listed.problem.path} ${listed.problem.code} ${listed.refuses ?? ''}`}
          listed={listed}
          {...rest}
        />
      ))}
    </Stack>
  </Box>
)
