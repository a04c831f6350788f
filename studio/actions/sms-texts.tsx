/** Texts that name the old number in words: notices' messages to mend here, others to mend by hand. */
import {Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {type ReactNode, useId} from 'react'
import {IntentLink} from 'sanity/router'
import {Labelled} from './fields.tsx'
import type {Mention} from './numbers-in-words.ts'
import {isNoticeMessage} from './notice-message.ts'

const SmsText = ({
  mention,
  value,
  problem,
  onChange,
}: {
  readonly mention: Mention
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
}): ReactNode => {
  const id = useId()
  return (
    <Labelled label={`Text message of ${mention.title}`} hint={`Now: ${mention.text}`} id={id}>
      <TextInput
        id={id}
        value={value}
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={problem !== undefined}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
      />
      <Text id={`${id}-problem`} size={1} muted>
        {problem ?? ''}
      </Text>
    </Labelled>
  )
}

const LIST = {listStyle: 'none', margin: 0, padding: 0} as const

export interface NumbersInWordsProps {
  readonly mentions: readonly Mention[]
  readonly smsTexts: ReadonlyMap<string, string>
  readonly problemIn: (text: string) => string | undefined
  readonly onChange: (noticeId: string, text: string) => void
  readonly onFollow: () => void
}

export const NumbersInWords = ({
  mentions,
  smsTexts,
  problemIn,
  onChange,
  onFollow,
}: NumbersInWordsProps): ReactNode => {
  const messages = mentions.filter(isNoticeMessage)
  const others = mentions.filter((each) => !isNoticeMessage(each))
  return (
    <Stack gap={4}>
      {messages.length > 0 && (
        <Card tone="caution" border radius={2} padding={4}>
          <Stack gap={4}>
            <Text as="h3" size={1} weight="semibold">
              These messages name the old number. They change with it; read them over:
            </Text>
            {messages.map((each) => (
              <SmsText
                key={each.id}
                mention={each}
                value={smsTexts.get(each.id) ?? each.text}
                problem={problemIn(smsTexts.get(each.id) ?? each.text)}
                onChange={(text) => onChange(each.id, text)}
              />
            ))}
          </Stack>
        </Card>
      )}
      {others.length > 0 && (
        <Card tone="caution" border radius={2} padding={4}>
          <Stack gap={4}>
            <Text as="h3" size={1} weight="semibold">
              These texts name the old number in words. Change them by hand afterwards:
            </Text>
            <Stack as="ul" gap={4} style={LIST}>
              {others.map(({id, type, title, field, text}) => (
                <Flex as="li" key={`${id} ${field} ${text}`} direction="column" gap={3}>
                  <Text size={1} weight="medium">
                    <IntentLink intent="edit" params={{id, type, path: field}} onClick={onFollow}>
                      {title}
                    </IntentLink>
                  </Text>
                  <Text size={1} muted>
                    {text}
                  </Text>
                </Flex>
              ))}
            </Stack>
          </Stack>
        </Card>
      )}
    </Stack>
  )
}
