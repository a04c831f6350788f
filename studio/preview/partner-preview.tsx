/** The JSON that partners get. */
import {CopyIcon} from '@sanity/icons/Copy'
import {Box, Button, Card, Flex, Text} from '@sanity/ui'
import {Code} from '@sanity/ui/code'
import {type ReactNode, useMemo} from 'react'
import type {ShownProps} from './shown.ts'

const formatted = (json: string): string => {
  try {
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch {
    // shown as it stands: the gate says what is wrong with it
    return json
  }
}

export const PartnerPreview = ({preview}: ShownProps): ReactNode => {
  const output = preview.channels.partner.outputs[0]
  const json = useMemo(() => formatted(output?.text ?? ''), [output])
  return (
    <Flex direction="column" flex={1} style={{minHeight: 0}}>
      <Flex gap={3} paddingX={3} paddingBottom={3} align="center" justify="space-between">
        <Text size={1} muted textOverflow="ellipsis">
          {output?.path ?? 'No file'}
        </Text>
        <Button
          mode="ghost"
          fontSize={1}
          padding={2}
          icon={CopyIcon}
          text="Copy"
          disabled={output === undefined}
          onClick={() => {
            navigator.clipboard.writeText(json).catch(() => {
              // the browser does not let us; the text can still be selected
            })
          }}
        />
      </Flex>
      <Card
        tone="transparent"
        flex={1}
        borderTop
        overflow="auto"
        tabIndex={0}
        aria-label="Partner JSON"
      >
        <Box padding={4} style={{width: 'max-content', maxWidth: 'none'}}>
          <Code language="json" size={1}>
            {json}
          </Code>
        </Box>
      </Card>
    </Flex>
  )
}
