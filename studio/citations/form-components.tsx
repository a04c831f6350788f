/** What the plugin puts into forms: numbered citations, and references that can be pasted. */
import type {ReactNode} from 'react'
import {type BlockProps, type InputProps, isObjectInputProps} from 'sanity'
import {InlineCitation} from './citation-mark.tsx'
import {CitationInput} from './citation-input.tsx'
import {NumberingProvider} from './numbering-context.tsx'
import {SourceInput} from './source-input.tsx'

/** Documents whose text cites. */
const CITING: ReadonlySet<string> = new Set(['article', 'section', 'warning'])

const FormInput = (props: InputProps): ReactNode => {
  const {name} = props.schemaType
  const isDocument = props.path.length === 0
  if (isObjectInputProps(props)) {
    if (name === 'citation') return <CitationInput {...props} />
    if (isDocument && name === 'source') return <SourceInput {...props} />
  }
  return isDocument && CITING.has(name) ? (
    <NumberingProvider>{props.renderDefault(props)}</NumberingProvider>
  ) : (
    props.renderDefault(props)
  )
}

const InlineBlock = (props: BlockProps): ReactNode =>
  props.schemaType.name === 'citation' ? <InlineCitation {...props} /> : props.renderDefault(props)

export const citationComponents = {input: FormInput, inlineBlock: InlineBlock} as const
