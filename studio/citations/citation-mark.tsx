/** A citation within the text: the numbers that readers will see. */
import {Box, SrOnly, Text} from '@sanity/ui'
import {Tooltip} from '@sanity/ui/tooltip'
import type {ReactNode} from 'react'
import type {BlockProps} from 'sanity'
import {formatNumbers} from '../../content/citations.ts'
import {fieldsOf, refsOf} from '../../schemas/shapes.ts'
import {publishedId} from '../where-used/stored.ts'
import {numbersOf} from './numbering.ts'
import {type Numberings, useNumberings} from './numbering-context.tsx'

const MARK = {
  fontSize: '0.75em',
  fontWeight: 600,
  lineHeight: 1,
  verticalAlign: 'super',
  padding: '0 0.15em',
} as const

interface Spoken {
  readonly numbers: string
  /** For screen readers and on hover. */
  readonly label: string
}

const spoken = (sources: readonly string[], {numberings, titleOf}: Numberings): Spoken => {
  if (sources.length === 0) {
    return {numbers: '?', label: 'Citation without a source: choose one, or remove it.'}
  }
  const titles = sources.map((id) => titleOf(id) ?? 'a source that is not loaded yet')
  const [first, ...others] = numberings
  const numbers = first === undefined ? '' : formatNumbers(numbersOf(sources, first))
  const elsewhere = others.flatMap((each) => {
    const there = formatNumbers(numbersOf(sources, each))
    return there === numbers || there === '' ? [] : [`${there} in “${each.article?.title ?? ''}”`]
  })
  const where = first?.article === undefined ? '' : ` in “${first.article.title}”`
  const also = elsewhere.length === 0 ? '' : `; ${elsewhere.join(', ')}`
  return {
    numbers: numbers === '' ? '…' : numbers,
    label: `${numbers === '' ? 'Citation' : `Reference ${numbers}${where}${also}`}: ${titles.join('; ')}`,
  }
}

const CitationMark = ({sources}: {readonly sources: readonly string[]}): ReactNode => {
  const {numbers, label} = spoken(sources, useNumberings())
  return (
    <Tooltip
      portal
      content={
        <Box padding={2} style={{maxWidth: '24rem'}}>
          <Text size={1}>{label}</Text>
        </Box>
      }
    >
      <sup style={MARK} data-citation={numbers}>
        <span aria-hidden>{numbers}</span>
        <SrOnly>{label}</SrOnly>
      </sup>
    </Tooltip>
  )
}

/** Sanity's own inline object in all but what it shows. */
export const InlineCitation = (props: BlockProps): ReactNode => {
  const sources = refsOf(fieldsOf(props.value)['sources']).map(publishedId)
  return props.renderDefault({
    ...props,
    renderPreview: () => <CitationMark sources={sources} />,
  })
}
