/** The mail as a mail program shows it. */
import {DesktopIcon} from '@sanity/icons/Desktop'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {MoonIcon} from '@sanity/icons/Moon'
import {SunIcon} from '@sanity/icons/Sun'
import {Avatar, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {type ReactNode, useEffect, useMemo, useState} from 'react'
import {MAX_HTML, MAX_MESSAGE} from '../../publishers/email/fit.ts'
import {Choice} from './choice.tsx'
import {displayHtml} from './display-html.ts'
import {Frame} from './frame.tsx'
import {type Mail, readMail} from './mail.ts'
import {Meter} from './meter.tsx'
import {Phone, PHONE_EDGES} from './phone.tsx'
import type {ShownProps} from './shown.ts'
import {useSize} from './use-size.ts'

const PHONE = 390
const DESKTOP = 760

/** Many programs turn the colours of a mail around that has no dark ones of its own; pictures stay. */
const INVERTED =
  '<style>html{filter:invert(1) hue-rotate(180deg);background:#fff}img{filter:invert(1) hue-rotate(180deg)}</style>'

type Device = 'desktop' | 'phone' | 'text'

const useMail = (message: string | undefined): Mail | undefined => {
  const [mail, setMail] = useState<Mail>()
  useEffect(() => {
    if (message === undefined) return undefined
    let isCurrent = true
    readMail(message).then(
      (read) => {
        if (isCurrent) setMail(read)
      },
      () => {
        // the gate reads the same message, and says what is wrong with it
        if (isCurrent) setMail(undefined)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [message])
  return message === undefined ? undefined : mail
}

const Envelope = ({mail}: {readonly mail: Mail}): ReactNode => (
  <Card padding={3} borderBottom>
    <Flex gap={3}>
      <Avatar size={1} initials={mail.from.slice(0, 1)} color="cyan" />
      <Stack gap={3} flex={1}>
        <Text size={1} weight="semibold" textOverflow="ellipsis">
          {mail.from} <span style={{fontWeight: 400}}>&lt;{mail.address}&gt;</span>
        </Text>
        <Text size={2} weight="semibold">
          {mail.subject}
        </Text>
        <Text size={1} muted textOverflow="ellipsis">
          {mail.preheader}
        </Text>
      </Stack>
    </Flex>
  </Card>
)

const Sizes = ({mail}: {readonly mail: Mail}): ReactNode => (
  <Flex gap={4} paddingX={3} paddingBottom={3} wrap="wrap">
    <Meter label="HTML" value={mail.htmlOctets} limit={MAX_HTML} unit="KB" />
    <Meter label="Whole mail" value={mail.octets} limit={MAX_MESSAGE} unit="KB" />
  </Flex>
)

export const EmailPreview = ({preview, site, addresses}: ShownProps): ReactNode => {
  const [device, setDevice] = useState<Device>('phone')
  const [scheme, setScheme] = useState<'light' | 'dark'>('light')
  const [area, size] = useSize()
  const mail = useMail(preview.channels.email.outputs[0]?.text)
  const html = useMemo(() => {
    const shown = displayHtml(mail?.html ?? '', {addresses, siteUrl: site.url, scheme: 'light'})
    return scheme === 'dark' ? shown.replace('</head>', `${INVERTED}</head>`) : shown
  }, [mail, addresses, site, scheme])
  const title = `Mail: ${preview.title}`
  const {width = 0, height = 0} = size ?? {}
  const desktop = Math.max(width, DESKTOP)
  const scale = width === 0 ? 1 : Math.min(1, width / desktop)
  const phoneWidth = Math.min(PHONE, width - PHONE_EDGES.width)
  return (
    <Flex direction="column" flex={1} style={{minHeight: 0}}>
      <Flex gap={2} paddingX={3} paddingBottom={3} align="center" wrap="wrap">
        <Choice
          label="Screen"
          value={device}
          onChange={setDevice}
          options={[
            {value: 'phone', label: 'Phone', icon: MobileDeviceIcon},
            {value: 'desktop', label: 'Desktop', icon: DesktopIcon},
            {value: 'text', label: 'Text part', icon: DocumentTextIcon},
          ]}
        />
        {device !== 'text' && (
          <Choice
            label="Colours"
            value={scheme}
            onChange={setScheme}
            options={[
              {value: 'light', label: 'Light', icon: SunIcon},
              {value: 'dark', label: 'Dark', icon: MoonIcon},
            ]}
          />
        )}
      </Flex>
      {mail !== undefined && <Sizes mail={mail} />}
      <Card tone="transparent" flex={1} borderTop style={{minHeight: 0, overflow: 'auto'}}>
        <Box ref={area} style={{height: '100%'}}>
          {mail !== undefined && size !== undefined && device === 'desktop' && (
            <Flex direction="column" style={{height: '100%'}}>
              <Envelope mail={mail} />
              <Frame
                title={title}
                html={html}
                width={desktop}
                height={Math.max(320, height - 92) / scale}
                scale={scale}
              />
            </Flex>
          )}
          {mail !== undefined && size !== undefined && device === 'phone' && (
            <Flex justify="center" padding={4}>
              <Phone width={phoneWidth}>
                <Envelope mail={mail} />
                <Frame
                  title={title}
                  html={html}
                  width={phoneWidth}
                  height={Math.max(320, Math.min(690, height - PHONE_EDGES.height - 132))}
                />
              </Phone>
            </Flex>
          )}
          {mail !== undefined && device === 'text' && (
            <Box>
              <Envelope mail={mail} />
              <Box padding={4}>
                <pre
                  dir="auto"
                  style={{
                    margin: 0,
                    whiteSpace: 'pre-wrap',
                    overflowWrap: 'anywhere',
                    fontSize: 13,
                    lineHeight: 1.5,
                  }}
                >
                  {mail.text}
                </pre>
              </Box>
            </Box>
          )}
        </Box>
      </Card>
    </Flex>
  )
}
