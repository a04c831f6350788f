/** The page on a telephone or a wide screen. */
import {DesktopIcon} from '@sanity/icons/Desktop'
import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {MoonIcon} from '@sanity/icons/Moon'
import {SunIcon} from '@sanity/icons/Sun'
import {Card, Flex, Text} from '@sanity/ui'
import {type ReactNode, useMemo, useState} from 'react'
import {Choice} from './choice.tsx'
import {displayHtml} from './display-html.ts'
import {Frame} from './frame.tsx'
import {Phone, PHONE_EDGES} from './phone.tsx'
import type {ShownProps} from './shown.ts'
import {useSize} from './use-size.ts'

const PHONE = 390
const DESKTOP = 1200

export const WebPreview = ({preview, site, addresses}: ShownProps): ReactNode => {
  const [device, setDevice] = useState<'phone' | 'desktop'>('phone')
  const [scheme, setScheme] = useState<'light' | 'dark'>('light')
  const [area, size] = useSize()
  const output = preview.channels.web.outputs[0]
  const page = output?.text ?? ''
  const html = useMemo(
    () => displayHtml(page, {addresses, siteUrl: site.url, scheme}),
    [page, addresses, site, scheme],
  )
  const address = `${site.url}/${(output?.path ?? '').replace(/^web\//, '').replace(/index\.html$/, '')}`
  const title = `Web page: ${preview.title}`
  const {width = 0, height = 0} = size ?? {}
  const scale = Math.min(1, width / DESKTOP)
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
          ]}
        />
        <Choice
          label="Colours"
          value={scheme}
          onChange={setScheme}
          options={[
            {value: 'light', label: 'Light', icon: SunIcon},
            {value: 'dark', label: 'Dark', icon: MoonIcon},
          ]}
        />
        <Text size={1} muted textOverflow="ellipsis">
          {address}
        </Text>
      </Flex>
      <Card
        tone="transparent"
        flex={1}
        borderTop
        ref={area}
        style={{minHeight: 0, overflow: 'hidden'}}
      >
        {size !== undefined && device === 'desktop' && (
          <Frame title={title} html={html} width={DESKTOP} height={height / scale} scale={scale} />
        )}
        {size !== undefined && device === 'phone' && (
          <Flex justify="center" padding={4}>
            <Phone width={phoneWidth}>
              <Frame
                title={title}
                html={html}
                width={phoneWidth}
                height={Math.max(320, Math.min(780, height - PHONE_EDGES.height - 40))}
              />
            </Phone>
          </Flex>
        )}
      </Card>
    </Flex>
  )
}
