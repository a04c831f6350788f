/** Text messages on a telephone, and what each of them takes. */
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {CSSProperties, ReactNode} from 'react'
import {CAPACITY} from '../../publishers/sms/encode.ts'
import type {PartName, SmsMessage} from '../../publishers/sms/message.ts'
import {Meter} from './meter.tsx'
import {Phone} from './phone.tsx'
import type {ShownProps} from './shown.ts'

const PART_NAMES: Readonly<Record<PartName, string>> = {
  name: 'Sender',
  notice: 'Crisis notice',
  headline: 'Headline',
  link: 'Link',
  stop: 'How to stop',
}

const UNIT = {gsm7: 'septets', ucs2: 'UCS-2 units'} as const

const BUBBLE: CSSProperties = {
  background: '#e6e7eb',
  color: '#111418',
  borderRadius: '18px 18px 18px 5px',
  padding: '10px 14px',
  fontSize: 15,
  lineHeight: 1.38,
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-wrap',
  maxWidth: '88%',
  width: 'fit-content',
}

const SCREEN: CSSProperties = {
  background: '#fff',
  padding: '14px 12px 22px',
  minHeight: 260,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const Facts = ({
  message,
  index,
}: {
  readonly message: SmsMessage
  readonly index?: number
}): ReactNode => {
  const {encoding, units, parts, forcedBy} = message
  return (
    <Card padding={3} radius={2} border>
      <Stack gap={3}>
        <Flex gap={2} align="center" wrap="wrap">
          {index !== undefined && (
            <Text size={1} weight="semibold">
              Message {index}
            </Text>
          )}
          <Badge tone={encoding === 'gsm7' ? 'positive' : 'caution'}>
            {encoding === 'gsm7' ? 'GSM 7-bit' : 'UCS-2'}
          </Badge>
          <Badge tone="positive">1 segment</Badge>
        </Flex>
        <Meter label="Used" value={units} limit={CAPACITY[encoding]} unit={UNIT[encoding]} />
        {forcedBy !== undefined && (
          <Text size={1}>
            “{forcedBy.character}” ({codePoint(forcedBy.character)}) in the{' '}
            {PART_NAMES[forcedBy.part].toLowerCase()} is not in the 7-bit alphabet, so the message
            is UCS-2 and holds {CAPACITY.ucs2} instead of {CAPACITY.gsm7}.
          </Text>
        )}
        <table style={{borderCollapse: 'collapse', fontSize: 13, width: '100%'}}>
          <caption
            style={{
              position: 'absolute',
              width: 1,
              height: 1,
              overflow: 'hidden',
              clipPath: 'inset(50%)',
            }}
          >
            What takes how much
          </caption>
          <tbody>
            {parts.map(({name, units: used}) => (
              <tr key={name}>
                <th scope="row" style={{textAlign: 'start', fontWeight: 400, padding: '3px 0'}}>
                  {PART_NAMES[name]}
                </th>
                <td style={{textAlign: 'end', fontVariantNumeric: 'tabular-nums'}}>{used}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {parts.every(({name}) => name !== 'headline') && (
          <Text size={1}>There is no room for the headline, so the message goes without.</Text>
        )}
      </Stack>
    </Card>
  )
}

const Link = ({text}: {readonly text: string}): ReactNode => (
  <>
    {' '}
    <span style={{textDecoration: 'underline'}}>{text.trim()}</span>
  </>
)

/** The crisis notice stands out, so that an editor sees it is whole. */
const Bubble = ({message}: {readonly message: SmsMessage}): ReactNode => (
  <div style={BUBBLE} dir="auto">
    {message.parts.map(({name, text}) =>
      name === 'notice' ? (
        <strong key={name} style={{fontWeight: 600}}>
          {text}
        </strong>
      ) : (
        <span key={name}>{name === 'link' ? <Link text={text} /> : text}</span>
      ),
    )}
  </div>
)

export const SmsPreview = ({preview, site}: ShownProps): ReactNode => {
  const {messages} = preview
  return (
    <Card tone="transparent" flex={1} borderTop overflow="auto">
      <Flex gap={5} padding={4} wrap="wrap" justify="center" align="flex-start">
        <Phone width={330}>
          <div style={SCREEN}>
            <div style={{textAlign: 'center', fontSize: 13, fontWeight: 600, color: '#111418'}}>
              {site.smsName}
            </div>
            <div style={{textAlign: 'center', fontSize: 12, color: '#5d6570', marginBottom: 14}}>
              Text message
            </div>
            <div style={{display: 'grid', gap: 8}}>
              {messages.map((message) => (
                <Bubble key={message.text} message={message} />
              ))}
            </div>
          </div>
        </Phone>
        <Box flex={1} style={{minWidth: 240, maxWidth: 420}}>
          <Stack gap={3}>
            {messages.map((message, index) => (
              <Facts
                key={message.text}
                message={message}
                {...(messages.length > 1 && {index: index + 1})}
              />
            ))}
          </Stack>
        </Box>
      </Flex>
    </Card>
  )
}
